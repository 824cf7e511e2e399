/** What is to happen outside of the database, such as a letter, when a change is saved, and not when it is taken back. */
import type { BaseDatabaseAdapter, PayloadRequest } from "payload";
import { openTransactionOf } from "./transactions.ts";

export type CommitWork = {
  /** Calls `work` after the commit of the transaction that `req` is in; at once, when it is in none. */
  onceCommitted(req: Partial<PayloadRequest>, work: () => void): Promise<void>;
};

/** Makes `adapter` remember, for each open transaction, what follows its commit. */
export function withCommitWork<Adapter extends BaseDatabaseAdapter>(adapter: Adapter): Adapter & CommitWork {
  const waiting = new Map<string | number, (() => void)[]>();
  const commit = adapter.commitTransaction.bind(adapter);
  const rollback = adapter.rollbackTransaction.bind(adapter);

  function run(work: () => void): void {
    try {
      work();
    } catch (err) {
      // The change is saved: whoever made it must not be told that it failed.
      adapter.payload.logger.error({ err, msg: "What follows a commit has failed." });
    }
  }

  return Object.assign(adapter, {
    async onceCommitted(req, work) {
      const transaction = await openTransactionOf(adapter, req);
      if (transaction === undefined) return run(work);
      waiting.set(transaction, [...(waiting.get(transaction) ?? []), work]);
    },
    async commitTransaction(transaction) {
      const id = await transaction;
      const works = waiting.get(id) ?? [];
      waiting.delete(id);
      await commit(id);
      for (const work of works) run(work);
    },
    async rollbackTransaction(transaction) {
      const id = await transaction;
      waiting.delete(id);
      await rollback(id);
    },
  } satisfies Partial<BaseDatabaseAdapter> & CommitWork);
}
