/** A start outlives the database: what fails while it is away is tried again until it is there. */
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { ConfigurationError } from "../config/env.ts";

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 10_000;

/** Repeats `work`, with growing pauses, until it succeeds. An error that a retry cannot fix is thrown; so is `signal`. */
export async function retryUntilItWorks<Result>(
  work: () => Promise<Result>,
  { attempt, log, signal }: { attempt: string; log: Pick<Logger, "error">; signal: AbortSignal },
): Promise<Result> {
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (err) {
      if (err instanceof ConfigurationError || signal.aborted) throw err;
      log.error({ err, msg: `${attempt} failed. Delivery goes on; trying again in ${wait / 1000} s.` });
      await pause(wait, undefined, { signal });
    }
  }
}
