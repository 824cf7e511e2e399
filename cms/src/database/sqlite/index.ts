/** Payload's SQLite adapter on one persistent writer connection, with every write in a transaction and no error swallowed. */
import { randomUUID } from "node:crypto";
import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { type SQLiteAdapter, sqliteAdapter } from "@payloadcms/db-sqlite";
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from "payload";
import { inTransaction, wrapWrites } from "../transactions.ts";
import { SqliteClient } from "./client.ts";
import { indexByParent } from "./parentIndexes.ts";

/** Long enough for a slow disk, short enough that an editor still waits for the answer. */
const WAIT_MS = 10_000;

/** The parts of Payload's adapter that its exported type leaves out or types too narrowly. */
type Adapter = BaseDatabaseAdapter &
  Pick<SQLiteAdapter, "drizzle" | "initializing"> & { client?: SqliteClient };

/** The embedded database in `file`. `waitMs` limits how long a write waits for those before it. */
export function sqliteDatabase({
  file,
  waitMs = WAIT_MS,
}: {
  file: string;
  waitMs?: number;
}): DatabaseAdapterObj<BaseDatabaseAdapter> {
  const base = sqliteAdapter({
    client: { url: pathToFileURL(file).href },
    // Serial ids can be guessed.
    idType: "uuid",
    push: false,
    transactionOptions: {},
    beforeSchemaInit: [indexByParent],
  });
  return {
    ...base,
    init: (args) => {
      // Its type is that of an adapter without our client.
      const adapter = base.init(args) as unknown as Adapter;
      keepConnections(adapter, () => new SqliteClient(file, waitMs), file);
      replaceTransactions(adapter);
      // A document lies in several tables: outside of a transaction a crash could leave half of it.
      wrapWrites(
        adapter,
        (write) => (writeArgs) =>
          inTransaction(adapter, writeArgs.req, (req) => write({ ...writeArgs, req })),
      );
      return adapter;
    },
  };
}

/** Opens our client before Payload would open its own, and closes it with Payload. */
function keepConnections(adapter: Adapter, open: () => SqliteClient, file: string): void {
  const connect = adapter.connect?.bind(adapter);
  const destroy = adapter.destroy?.bind(adapter);
  adapter.connect = async (options) => {
    if (!adapter.client) {
      makePrivate(file);
      adapter.client = open();
      await adapter.client.open();
    }
    await connect?.(options);
  };
  adapter.destroy = async () => {
    await destroy?.();
    adapter.client?.close();
    delete adapter.client;
  };
}

/** Password hashes and drafts are in it: SQLite gives its log beside the file the same mode. */
function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
}

/** Payload's own functions swallow a failed COMMIT, and hide the kind of an error in beginning. */
function replaceTransactions(adapter: Adapter): void {
  adapter.beginTransaction = async () => {
    await adapter.initializing;
    const id = randomUUID();
    await new Promise<void>((begun, failed) => {
      const over = adapter.drizzle.transaction(
        (db) =>
          new Promise<void>((commit, rollback) => {
            adapter.sessions ??= {};
            adapter.sessions[id] = {
              db,
              resolve: async () => {
                commit();
                await over;
              },
              reject: async () => {
                rollback(new Error("The transaction is rolled back."));
                await over.catch(() => {}); // That very error, or one of a transaction that is gone anyway.
              },
            };
            begun();
          }),
      );
      over.catch(failed);
    });
    return id;
  };

  adapter.commitTransaction = async (transaction) => {
    const id = await transaction;
    const session = adapter.sessions?.[id];
    if (!session) return;
    delete adapter.sessions?.[id];
    await session.resolve();
  };
}
