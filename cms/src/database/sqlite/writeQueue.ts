/** SQLite has one writer: whoever wants to write takes a turn, first come, first served. */
import { APIError } from "payload";

/** The database is busy; trying again later may help. Answered as 503. */
export class DatabaseBusyError extends APIError {
  constructor(seconds: number) {
    super(
      `The change was not saved: the database was busy with another change for ${seconds} seconds. Try again. ` +
        "(If this comes back, a hook may be writing without passing `req` on, and so waits for itself.)",
      503,
      undefined,
      true,
    );
  }
}

/** Turns at one resource, with a limit to how long anybody waits: a nested write without `req` would wait for itself. */
export class WriteQueue {
  readonly #limitMs: number;
  readonly #waiting: (() => void)[] = [];
  #taken = false;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** Waits for a turn and returns the function that ends it. */
  async take(): Promise<() => void> {
    if (this.#taken) await this.#wait();
    this.#taken = true;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const next = this.#waiting.shift();
      // The turn is handed over: between two of them nobody who comes later can slip in.
      if (next) next();
      else this.#taken = false;
    };
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(new DatabaseBusyError(this.#limitMs / 1000));
      }, this.#limitMs);
      this.#waiting.push(go);
    });
  }
}
