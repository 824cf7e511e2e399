/** Lets a few things happen at once, and others wait for their turn. */

/** Call it when it is over; more than once does no harm. */
export type Release = () => void;

type Options = { hurries?: boolean; isGone?: () => boolean };
type Waiting = { admit: (release: Release) => void; isGone: () => boolean };

const neverGone = () => false;

/** So many at once, and so many that wait; those in a hurry go first. */
export class Gate {
  readonly #places: { atOnce: number; waiting: number };
  readonly #hurried: Waiting[] = [];
  readonly #patient: Waiting[] = [];
  #inside = 0;

  constructor(places: { atOnce: number; waiting: number }) {
    this.#places = places;
  }

  /** Waits for the turn; `undefined` when too many wait already. Who is gone when the turn comes is passed over. */
  enter({ hurries = false, isGone = neverGone }: Options = {}): Promise<Release> | undefined {
    const queue = hurries ? this.#hurried : this.#patient;
    if (queue.length >= this.#places.waiting) return undefined;
    return new Promise((admit) => {
      queue.push({ admit, isGone });
      this.#admitNext();
    });
  }

  #admitNext(): void {
    while (this.#inside < this.#places.atOnce) {
      const next = this.#hurried.shift() ?? this.#patient.shift();
      if (!next) return;
      if (next.isGone()) continue;
      this.#inside++;
      let isInside = true;
      next.admit(() => {
        if (!isInside) return;
        isInside = false;
        this.#inside--;
        this.#admitNext();
      });
    }
  }
}
