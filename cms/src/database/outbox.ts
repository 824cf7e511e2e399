/**
 * The outbox, written where rows are written: no hook can forget it, and what is saved will be published.
 * Payload calls these functions exactly when the live row changes; drafts and autosaves go to the versions alone.
 */
import type { BaseDatabaseAdapter, CollectionSlug, PayloadRequest, Where } from "payload";
import type { CommitWork } from "./onceCommitted.ts";
import { PUBLIC_COLLECTIONS, PUBLIC_GLOBALS } from "./publicCollections.ts";
import { inTransaction } from "./transactions.ts";

/** Slug of the internal collection that says which public documents have changed since the last publish. */
export const OUTBOX = "outbox";

/** Payload's adapter, which also signals when something is waiting to be published. */
export type ClinicDatabase = BaseDatabaseAdapter &
  CommitWork & {
    /** Calls `listener` after each commit that wrote outbox rows. Returns a function that stops that. */
    afterCommit(listener: () => void): () => void;
  };

type Transaction = { req: Partial<PayloadRequest>; id: string | number };

/** Makes `adapter` write one outbox row per changed public document, in the transaction of the change. */
export function withOutbox(adapter: BaseDatabaseAdapter & CommitWork): ClinicDatabase {
  const { create, createGlobal, updateGlobal, updateOne, updateMany, deleteOne, deleteMany } =
    boundCalls(adapter);
  const written = rowsByTransaction(adapter);

  async function note(transaction: Transaction, collection: string, document: unknown): Promise<void> {
    const row = { collection, document: String(document) };
    if (written.has(transaction.id, row)) return;
    await create({ collection: OUTBOX, data: row, req: transaction.req, returning: false });
    written.add(transaction.id, row);
  }

  /** Runs `change` and notes the documents that it answers with, in one transaction. */
  function noting<Doc extends { id: unknown } | null>(
    args: { collection: string; req?: Partial<PayloadRequest> },
    change: (req: Partial<PayloadRequest>) => Promise<Doc>,
  ): Promise<Doc> {
    return inTransaction(adapter, args.req, async (req, id) => {
      const doc = await change(req);
      if (doc) await note({ req, id }, args.collection, doc.id);
      return doc;
    });
  }

  async function notingGlobal<Result>(
    args: { slug: string; req?: Partial<PayloadRequest> },
    change: (req: Partial<PayloadRequest>) => Promise<Result>,
  ): Promise<Result> {
    return inTransaction(adapter, args.req, async (req, id) => {
      const result = await change(req);
      await note({ req, id }, args.slug, args.slug);
      return result;
    });
  }

  /** Runs `change` on exactly the documents that match now: afterwards `where` may match others, or none. */
  function notingMany<Result>(
    args: {
      collection: CollectionSlug;
      req?: Partial<PayloadRequest>;
      where: Where;
      limit?: number;
      sort?: string | string[];
      locale?: string;
    },
    change: (req: Partial<PayloadRequest>, where: Where) => Promise<Result>,
  ): Promise<Result> {
    return inTransaction(adapter, args.req, async (req, transaction) => {
      const { collection, where, limit = 0, sort, locale } = args;
      const found = await adapter.find<{ id: string }>({
        collection,
        where,
        limit,
        sort,
        locale,
        req,
        pagination: false,
        select: {},
      });
      const ids = found.docs.map((doc) => doc.id);
      const result = await change(req, { id: { in: ids } });
      for (const id of ids) await note({ req, id: transaction }, collection, id);
      return result;
    });
  }

  return Object.assign(adapter, {
    create: (args) => {
      if (!PUBLIC_COLLECTIONS.has(args.collection) || args.data._status === "draft") return create(args);
      return noting(args, (req) => create({ ...args, req, returning: true }));
    },
    // Both adapters' `upsert` calls this one.
    updateOne: (args) => {
      if (!PUBLIC_COLLECTIONS.has(args.collection)) return updateOne(args);
      return noting(args, (req) => updateOne({ ...args, req, returning: true }));
    },
    updateMany: (args) => {
      if (!PUBLIC_COLLECTIONS.has(args.collection)) return updateMany(args);
      return notingMany(args, (req, where) => updateMany({ ...args, req, where, limit: undefined }));
    },
    deleteOne: (args) => {
      if (!PUBLIC_COLLECTIONS.has(args.collection)) return deleteOne(args);
      return noting(args, (req) => deleteOne({ ...args, req, returning: true }));
    },
    deleteMany: (args) => {
      if (!PUBLIC_COLLECTIONS.has(args.collection)) return deleteMany(args);
      return notingMany(args, (req, where) => deleteMany({ ...args, req, where }));
    },
    createGlobal: (args) =>
      PUBLIC_GLOBALS.has(args.slug)
        ? notingGlobal(args, (req) => createGlobal({ ...args, req }))
        : createGlobal(args),
    updateGlobal: (args) =>
      PUBLIC_GLOBALS.has(args.slug)
        ? notingGlobal(args, (req) => updateGlobal({ ...args, req }))
        : updateGlobal(args),
    afterCommit: written.afterCommit,
  } satisfies Partial<ClinicDatabase>);
}

function boundCalls(adapter: BaseDatabaseAdapter) {
  return {
    create: adapter.create.bind(adapter),
    createGlobal: adapter.createGlobal.bind(adapter),
    updateGlobal: adapter.updateGlobal.bind(adapter),
    updateOne: adapter.updateOne.bind(adapter),
    updateMany: adapter.updateMany.bind(adapter),
    deleteOne: adapter.deleteOne.bind(adapter),
    deleteMany: adapter.deleteMany.bind(adapter),
  };
}

/** Remembers what each open transaction has written, and notifies the listeners when one of them has committed. */
function rowsByTransaction(adapter: BaseDatabaseAdapter) {
  const rows = new Map<string | number, Set<string>>();
  const listeners = new Set<() => void>();
  const key = (row: { collection: string; document: string }) => `${row.collection}/${row.document}`;

  const commit = adapter.commitTransaction.bind(adapter);
  adapter.commitTransaction = async (transaction) => {
    const id = await transaction;
    const wrote = rows.has(id);
    rows.delete(id);
    await commit(id);
    if (wrote) notify();
  };
  const rollback = adapter.rollbackTransaction.bind(adapter);
  adapter.rollbackTransaction = async (transaction) => {
    const id = await transaction;
    rows.delete(id);
    await rollback(id);
  };

  function notify(): void {
    for (const listener of listeners) {
      try {
        listener();
      } catch (err) {
        // The change is saved: a listener's fault must not be reported to the editor as a failed save.
        adapter.payload.logger.error({ err, msg: "A listener failed after a commit." });
      }
    }
  }

  return {
    has: (id: string | number, row: { collection: string; document: string }) =>
      rows.get(id)?.has(key(row)) ?? false,
    add: (id: string | number, row: { collection: string; document: string }) => {
      const set = rows.get(id) ?? new Set();
      rows.set(id, set.add(key(row)));
    },
    afterCommit: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
