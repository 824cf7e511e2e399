/** Timers of the page that a test lets run out, so that nobody waits for them. */

export type Timers = {
  /** Lets `ms` pass for the long timers. */
  pass(ms: number): void;
  restore(): void;
};

/** What takes less is left to the browser: the tests' own pauses, and what is to happen at once. */
const LONG_MS = 1_000;

/** Holds back the long timers of `page` that are set from now on. */
export function holdTimers(page: Window & typeof globalThis = window): Timers {
  const { setTimeout: set, clearTimeout: clear } = page;
  const held = new Map<number, { at: number; run: () => void }>();
  let now = 0;
  let last = 1_000_000;
  page.setTimeout = ((run: () => void, ms = 0, ...rest: []) => {
    if (ms < LONG_MS) return set.call(page, run, ms, ...rest);
    held.set(++last, { at: now + ms, run });
    return last;
  }) as typeof set;
  page.clearTimeout = (id) => {
    if (!held.delete(id as number)) clear.call(page, id);
  };
  return {
    pass(ms) {
      now += ms;
      for (const [id, { at, run }] of held) {
        if (at > now) continue;
        held.delete(id);
        run();
      }
    },
    restore() {
      Object.assign(page, { setTimeout: set, clearTimeout: clear });
    },
  };
}
