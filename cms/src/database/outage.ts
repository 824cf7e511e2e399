/** Recognizes an outage of the database, whichever driver reports it. */
import type { Payload } from "payload";

const PATIENCE_MS = 2000;

export const OUTAGE_SENTENCE =
  "The database cannot be reached just now, so nothing was read or saved. Your text is still here. Try again in a minute.";

/** What MongoDB's driver and Mongoose throw when no server answers, or the one that did is gone. */
const OUTAGE_ERRORS = new Set([
  "MongoServerSelectionError",
  "MongooseServerSelectionError",
  "MongoNetworkError",
  "MongoNetworkTimeoutError",
  "MongoPoolClearedError",
  "MongoPoolClosedError",
  "MongoNotConnectedError",
  "MongoTopologyClosedError",
  "MongoWaitQueueTimeoutError",
]);

export const isOutage = (error: { name?: unknown }): boolean => OUTAGE_ERRORS.has(String(error.name));

/** Whether the database answers, soon. */
export async function databaseAnswers(payload: Payload | undefined): Promise<boolean> {
  if (!payload) return false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  try {
    return await Promise.race([
      payload.count({ collection: "users", overrideAccess: true }).then(() => true),
      late,
    ]);
  } catch {
    // Any failure means the same here; the cause is logged where the database is used.
    return false;
  } finally {
    clearTimeout(timer);
  }
}
