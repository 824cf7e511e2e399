/** An outage of the database is told for what it is: neither "not allowed" nor "something went wrong". */
import type { Payload } from "payload";
import type { Handler } from "../http/restRequest.ts";

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

/**
 * Payload takes who cannot be looked up for nobody, and refuses: somebody with a login gets 503 instead while the
 * database does not answer.
 */
export const tellingOutages =
  <Context>(answers: () => Promise<boolean>, handler: Handler<Context>): Handler<Context> =>
  async (request, context) => {
    const response = await handler(request, context);
    const isRefused = response.status === 401 || response.status === 403;
    const hasLogin = request.headers.has("authorization") || request.headers.has("cookie");
    if (!isRefused || !hasLogin || (await answers())) return response;
    await response.body?.cancel();
    return Response.json(
      { errors: [{ name: "DatabaseAway", message: OUTAGE_SENTENCE }] },
      { status: 503, headers: { "retry-after": "10", "cache-control": "no-store" } },
    );
  };
