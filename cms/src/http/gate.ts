/** Lets a few things happen at once, and others wait for their turn. */

/** Call it when it is over; more than once does no harm. Who is not in a hurry is let in `pauseMs` later at the earliest. */
export type Release = (pauseMs?: number) => void;

type Options = {
  hurries?: boolean;
  /** Whom it is for: of those who are not in a hurry, whoever was let in longest ago comes next. */
  for?: string;
  isGone?: () => boolean;
};
type Waiting = { whom: string; admit: (release: Release) => void; isGone: () => boolean };

const neverGone = () => false;

/** So many at once, and so many that wait; those in a hurry go first. */
export class Gate {
  readonly #places: { atOnce: number; waiting: number };
  readonly #hurried: Waiting[] = [];
  readonly #patient: Waiting[] = [];
  /** Who was let in, the last one last: only those for whom somebody may be waiting. */
  readonly #admitted = new Set<string>();
  #inside = 0;
  #pause: NodeJS.Timeout | undefined;

  constructor(places: { atOnce: number; waiting: number }) {
    this.#places = places;
  }

  /** Waits for the turn; `undefined` when too many wait already. Who is gone when the turn comes is passed over. */
  enter({ hurries = false, for: whom = "", isGone = neverGone }: Options = {}): Promise<Release> | undefined {
    const queue = hurries ? this.#hurried : this.#patient;
    if (queue.length >= this.#places.waiting) return undefined;
    return new Promise((admit) => {
      queue.push({ whom, admit, isGone });
      this.#admitNext();
    });
  }

  #admitNext(): void {
    while (this.#inside < this.#places.atOnce) {
      const next = this.#hurried.shift() ?? this.#nextPatient();
      if (!next) return;
      if (next.isGone()) continue;
      this.#inside++;
      let isInside = true;
      next.admit((pauseMs = 0) => {
        if (!isInside) return;
        isInside = false;
        this.#inside--;
        if (pauseMs > 0) this.#makePause(pauseMs);
        this.#admitNext();
      });
    }
  }

  #nextPatient(): Waiting | undefined {
    if (this.#pause) return undefined;
    const order = [...this.#admitted];
    const rankOf = ({ whom }: Waiting) => order.indexOf(whom);
    const [next] = this.#patient.toSorted((a, b) => rankOf(a) - rankOf(b));
    if (!next) {
      this.#admitted.clear();
      return undefined;
    }
    this.#patient.splice(this.#patient.indexOf(next), 1);
    this.#admitted.delete(next.whom);
    this.#admitted.add(next.whom);
    return next;
  }

  #makePause(pauseMs: number): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      this.#admitNext();
    }, pauseMs);
    this.#pause.unref();
  }
}
