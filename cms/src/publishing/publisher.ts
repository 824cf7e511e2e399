/**
 * The one loop that makes public what was saved. A commit wakes it; polling is the backstop, for rows whose signal was
 * lost and for those of other servers. What a turn does is in `turn.ts`, what comes first in `agenda.ts`.
 */
import { setTimeout as pause } from "node:timers/promises";
import { databaseOf } from "../database/index.ts";
import { LeaseLostError } from "../store/types.ts";
import { createTurns, type PublisherOptions } from "./turn.ts";

const POLL_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

export type Publisher = {
  stop(): Promise<void>;
  /** Publishes what is waiting now. */
  flush(): Promise<void>;
};

/** Starts the loop. It reconciles first, and then on a schedule; what is saved in the meantime goes before. */
export function startPublisher(options: PublisherOptions): Publisher {
  let stopped = false;
  let failures = 0;
  let wake: () => void = () => {};
  const stopListening = databaseOf(options.payload).afterCommit(() => wake());

  // One turn at a time: `flush` and the loop would otherwise write over each other.
  const turn = createTurns(options);
  let running: Promise<unknown> = Promise.resolve();
  const once = (): Promise<boolean> => {
    const run = running.then(() => turn(() => stopped));
    running = run.catch(() => {});
    return run;
  };

  const loop = (async () => {
    while (!stopped) {
      // Made before the turn, so that a commit during it is not missed.
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const wait = await waitAfter(once);
      if (wait > 0 && !stopped) await sleep(wait, woken);
    }
  })();

  /** How long to wait after a turn: not at all while there is work, longer and longer while it cannot be done. */
  async function waitAfter(takeTurn: () => Promise<boolean>): Promise<number> {
    try {
      const hasMore = await takeTurn();
      failures = 0;
      return hasMore ? 0 : POLL_MS;
    } catch (err) {
      if (err instanceof LeaseLostError) return POLL_MS;
      const wait = Math.min(250 * 2 ** ++failures, LONGEST_PAUSE_MS);
      if (!stopped)
        options.log.error({
          err,
          msg: `What was saved could not be published; trying again in ${wait / 1000} s.`,
        });
      return wait;
    }
  }

  return {
    async flush() {
      while (!stopped && (await once()));
    },
    async stop() {
      stopped = true;
      stopListening();
      wake();
      await loop;
      await running;
    },
  };
}

async function sleep(ms: number, woken: Promise<void>): Promise<void> {
  const timer = new AbortController();
  await Promise.race([woken, pause(ms, undefined, { signal: timer.signal }).catch(() => {})]);
  timer.abort();
}
