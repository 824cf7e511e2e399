/**
 * The copy on a server's disk of what MongoDB holds, for a start while the database is away.
 * It follows memory as well as the disk allows: a disk that is full or cannot be written stops neither publishing nor
 * delivery, and is tried again. What is withdrawn goes before anything new is written.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import type { BuildFile } from "./builds.ts";
import { Files } from "./files.ts";
import { PendingWrites } from "./pendingWrites.ts";
import type { Change, Snapshot } from "./types.ts";

const TRY_AGAIN_AFTER_MS = 5000;

export class Mirror {
  readonly #files: Files;
  readonly #folder: string;
  readonly #log: Pick<Logger, "warn">;
  readonly #pending: PendingWrites;
  readonly #closing = new AbortController();
  #writing: Promise<void> | undefined;
  #warned = false;

  constructor(folder: string, log: Pick<Logger, "warn">) {
    this.#files = new Files(folder);
    this.#pending = new PendingWrites(this.#files);
    this.#folder = folder;
    this.#log = log;
  }

  /** What an earlier run has left, as far as it can be read. */
  async read(): Promise<{ snapshots: Snapshot[]; builds: BuildFile[] }> {
    const readable = <Item>(reading: Promise<Item[]>) =>
      reading.catch((err: unknown) => {
        this.#warn(err);
        return [];
      });
    return {
      snapshots: await readable(this.#files.readSnapshots()),
      builds: await readable(this.#files.readBuildFiles()),
    };
  }

  /** Writes `change` down soon. */
  follow(change: Change): void {
    this.#pending.add(change);
    this.#write();
  }

  addBuildFiles(files: BuildFile[]): void {
    this.#pending.addBuildFiles(files);
    this.#write();
  }

  /** Ends when all is written, or the disk refuses once more. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#writing;
  }

  #write(): void {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
  }

  async #writeAll(): Promise<void> {
    while (!this.#pending.isEmpty) {
      try {
        await this.#pending.writeSome();
        this.#warned = false;
      } catch (err) {
        this.#warn(err);
        if (this.#closing.signal.aborted) return;
        await pause(TRY_AGAIN_AFTER_MS, undefined, { ref: false, signal: this.#closing.signal }).catch(
          () => {}, // Closing: one last try.
        );
      }
    }
  }

  #warn(err: unknown): void {
    if (!this.#warned)
      this.#log.warn({
        err,
        msg: `The copy of what is published in ${this.#folder} cannot be read or written. Delivery goes on from memory; a start without the database would show what was there before. Free some space, or let this user write there.`,
      });
    this.#warned = true;
  }
}
