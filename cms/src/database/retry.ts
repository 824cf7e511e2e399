/** Writes that lost a race are repeated: our own, and those that editors send to Payload's REST API. */
import { setTimeout as pause } from "node:timers/promises";
import { type AfterErrorHook, APIError, type PayloadRequest } from "payload";
import { isOutage, OUTAGE_SENTENCE } from "./outage.ts";

/** Payload's own `afterError` result and the wrapper below agree on this header; it never leaves the server. */
const CONFLICT_HEADER = "x-write-conflict";
const CONTEXT_KEY = "firstWriteError";

/** MongoDB's label of an error after which the whole transaction may be run again. */
const TRANSIENT = "TransientTransactionError";

/** As long as MongoDB may keep the locks of a killed process, with `transactionLifetimeLimitSeconds` at 10, and its sweep. */
const PATIENCE_MS = 20_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

const CONFLICT_SENTENCE =
  "The change was not saved: other changes to the same document came at the same time. Your text is still here. Save it again.";
const DISK_FULL_SENTENCE =
  "The change was not saved: the disk of the server is full or cannot be written. Your text is still here. Ask your administrator to free some space, then save again.";

const UNCONFIRMED_SENTENCE =
  "The database did not confirm the change. It may have been saved: reload the page before you save again.";

/** What SQLite and MongoDB (OutOfDiskSpace) say when nothing can be written any more. */
const DISK_FULL_CODES = new Set<unknown>(["SQLITE_FULL", "SQLITE_IOERR_WRITE", 14031]);

/** The transaction met another one that writes the same document. Nothing of it was saved; it may be run again. */
export function isWriteConflict(error: unknown): boolean {
  return causes(error).some(isTransient);
}

/** An error of our own of that kind, to have a whole request tried again. */
export const writeConflict = (message: string, cause?: unknown): Error =>
  Object.assign(new Error(message, { cause }), { hasErrorLabel: (label: string) => label === TRANSIENT });

/** Nothing can be written any more. */
export const isDiskFull = (error: unknown): boolean =>
  causes(error).some(({ code }) => DISK_FULL_CODES.has(code));

/** The answer to a commit was lost: it may have happened or not. */
export function isUnknownCommit(error: unknown): boolean {
  return causes(error).some((cause) => hasLabel(cause, "UnknownTransactionCommitResult"));
}

/** What to throw when that stays unknown. */
export const unconfirmedCommit = (cause: unknown): APIError =>
  Object.assign(new APIError<null>(UNCONFIRMED_SENTENCE, 503, null, true), { cause });

/**
 * Remembers on the request what its first failed write met: bulk operations report the message of an error and drop the
 * error itself. Those after the first say nothing: the database ends the transaction with any error, as with a conflict.
 */
export function noteWriteError(req: Partial<PayloadRequest> | undefined, error: unknown): void {
  if (req?.context) req.context[CONTEXT_KEY] ??= isWriteConflict(error) ? "conflict" : "another error";
}

/** Runs `work`, a whole transaction, again after each write conflict, for up to `patienceMs`. */
export async function retryOnConflict<Result>(
  work: () => Promise<Result>,
  patienceMs = PATIENCE_MS,
): Promise<Result> {
  for (const wait of pauses(patienceMs)) {
    try {
      return await work();
    } catch (error) {
      if (!isWriteConflict(error)) throw error;
      await pause(wait);
    }
  }
  return work();
}

/** Root `afterError` hook: says to the editor in a sentence what is worth trying again, and marks for `restWithRetry` what to repeat. */
export const markTransientErrors: AfterErrorHook = ({ error, req }) => {
  // An error that was made for the editor says more than what caused it.
  const chain = (error as { isPublic?: boolean }).isPublic ? [] : causes(error);
  const isConflict = chain.some(isTransient);
  if (chain.some(isOutage)) {
    // In a failover the transaction may be run again, on the next primary.
    if (isConflict) markForRepetition(req);
    return { status: 503, response: { errors: [{ name: "DatabaseAway", message: OUTAGE_SENTENCE }] } };
  }
  if (isConflict || req.context[CONTEXT_KEY] === "conflict") {
    markForRepetition(req);
    return { status: 503, response: { errors: [{ name: "WriteConflict", message: CONFLICT_SENTENCE }] } };
  }
  if (chain.some(({ code }) => DISK_FULL_CODES.has(code))) {
    return { status: 507, response: { errors: [{ name: "DiskFull", message: DISK_FULL_SENTENCE }] } };
  }
};

function markForRepetition(req: PayloadRequest): void {
  req.responseHeaders ??= new Headers();
  req.responseHeaders.set(CONFLICT_HEADER, "1");
}

/**
 * Repeats a request to Payload's REST API while it meets write conflicts, and passes the last answer on when patience ends.
 * Nothing of a failed attempt was saved. A database that was busy for long (SQLite) has been waited for already.
 */
export function restWithRetry<Context>(
  handler: (request: Request, context: Context) => Promise<Response>,
  patienceMs = PATIENCE_MS,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const body = request.body ? await request.arrayBuffer() : undefined;
    const attempt = () =>
      handler(
        new Request(request.url, {
          method: request.method,
          headers: request.headers,
          signal: request.signal,
          body,
        }),
        context,
      );
    for (const wait of pauses(patienceMs)) {
      const response = await attempt();
      if (!response.headers.has(CONFLICT_HEADER)) return response;
      await response.body?.cancel();
      await pause(wait, undefined, { signal: request.signal });
    }
    const last = await attempt();
    last.headers.delete(CONFLICT_HEADER);
    return last;
  };
}

/** Random pauses that grow, until `patienceMs` have passed: writers that met once should not meet again. */
function* pauses(patienceMs: number): Generator<number> {
  const end = Date.now() + patienceMs;
  for (let longest = FIRST_PAUSE_MS; Date.now() < end; longest = Math.min(longest * 2, LONGEST_PAUSE_MS)) {
    yield Math.random() * longest;
  }
}

type Cause = { name?: unknown; cause?: unknown; code?: unknown; hasErrorLabel?: (label: string) => boolean };

/** The error and what caused it, outermost first. */
function causes(error: unknown): Cause[] {
  const chain: Cause[] = [];
  for (
    let next = error;
    typeof next === "object" && next !== null && !chain.includes(next);
    next = (next as Cause).cause
  )
    chain.push(next);
  return chain;
}

const isTransient = (cause: Cause): boolean => hasLabel(cause, TRANSIENT);

const hasLabel = (error: Cause, label: string): boolean => error.hasErrorLabel?.(label) === true;
