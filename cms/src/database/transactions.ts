/** Transactions around single calls of a Payload adapter, for both databases. */
import { type BaseDatabaseAdapter, isolateObjectProperty, type PayloadRequest } from "payload";

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
