/** Transactions around single calls of a Payload adapter, for both databases. */
import { APIError, type BaseDatabaseAdapter, isolateObjectProperty, type PayloadRequest } from "payload";

type Request = Partial<PayloadRequest> | undefined;

/** The names of all adapter calls that write. */
export const WRITES = [
  "create",
  "createGlobal",
  "createGlobalVersion",
  "createVersion",
  "deleteMany",
  "deleteOne",
  "deleteVersions",
  "updateGlobal",
  "updateGlobalVersion",
  "updateJobs",
  "updateMany",
  "updateOne",
  "updateVersion",
  "upsert",
] as const;

type Write = (args: { req?: Request }) => Promise<unknown>;

/** Replaces every writing call of `adapter` by what `wrap` makes of it. */
export function wrapWrites(adapter: BaseDatabaseAdapter, wrap: (write: Write) => Write): void {
  // Their argument types differ in everything but `req`, which is all that a wrapper may touch.
  const writes = adapter as unknown as Record<(typeof WRITES)[number], Write>;
  for (const name of WRITES) writes[name] = wrap(writes[name].bind(adapter));
}

/** The id of the open transaction that `req` belongs to. */
export async function openTransactionOf(
  adapter: BaseDatabaseAdapter,
  req: Request,
): Promise<string | number | undefined> {
  const id = await req?.transactionID;
  return id && adapter.sessions?.[id] ? id : undefined;
}

const ONLY_TRANSACTION = "onlyTransaction";

/** Follows from another error, which says more. */
export const TAKEN_BACK =
  "Nothing was changed, because one part of the change could not be saved. If you changed several documents, change them one by one to see which of them it is.";

/**
 * Binds every further write of `req` to the transaction that it is in now. Payload runs the documents of a bulk operation
 * side by side, and when one of them fails it forgets the transaction: the others would each begin, and commit, their own.
 */
export async function allowNoOtherTransaction(req: PayloadRequest): Promise<void> {
  req.context[ONLY_TRANSACTION] ??= await req.transactionID;
}

/** Ends what `allowNoOtherTransaction` began: the operation is over. */
export function allowOtherTransactions(req: PayloadRequest): void {
  delete req.context[ONLY_TRANSACTION];
}

/** Makes writes fail whose transaction was rolled back while they were on their way: alone they would be half a change. */
export function refuseAfterRollback(adapter: BaseDatabaseAdapter): void {
  wrapWrites(adapter, (write) => async (args) => {
    const id = await args.req?.transactionID;
    const only = args.req?.context?.[ONLY_TRANSACTION];
    if ((id && !adapter.sessions?.[id]) || (only && id !== only)) {
      throw new APIError(TAKEN_BACK, 409, undefined, true);
    }
    return write(args);
  });
}

/** Runs `work` in the transaction of `req`; without one, in a transaction of its own that ends with it. */
export async function inTransaction<Result>(
  adapter: BaseDatabaseAdapter,
  req: Request,
  work: (req: Partial<PayloadRequest>, transactionID: string | number) => Promise<Result>,
): Promise<Result> {
  const open = await openTransactionOf(adapter, req);
  if (req && open) return work(req, open);
  const own = await adapter.beginTransaction();
  if (!own)
    throw new Error("Nothing can be written, because transactions are off. Connect to the database first.");
  try {
    // The caller's request must not seem to be in this transaction once it is over.
    const ownReq: Partial<PayloadRequest> = req
      ? isolateObjectProperty(req as PayloadRequest, "transactionID")
      : {};
    ownReq.transactionID = own;
    const result = await work(ownReq, own);
    await adapter.commitTransaction(own);
    return result;
  } catch (error) {
    await adapter.rollbackTransaction(own);
    throw error;
  }
}
