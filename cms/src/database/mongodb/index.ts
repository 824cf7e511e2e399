/** Payload's MongoDB adapter, held to what transactions need: a replica set, its indexes, and a majority for each commit. */
import { setTimeout as pause } from "node:timers/promises";
import { type MongooseAdapter, mongooseAdapter } from "@payloadcms/db-mongodb";
import type { ClientSession } from "mongodb";
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from "payload";
import { isUnknownCommit, isWriteConflict, noteWriteError, unconfirmedCommit } from "../retry.ts";
import { wrapWrites } from "../transactions.ts";
import { NOTICE_OUTAGES } from "./options.ts";
import { checkReplicaSet } from "./replicaSet.ts";

/** How long a commit whose outcome is unknown (the primary has changed) is asked for again. */
const COMMIT_AGAIN_FOR_MS = 30_000;
const COMMIT_AGAIN_AFTER_MS = 100;

type Adapter = BaseDatabaseAdapter &
  Pick<MongooseAdapter, "connection"> & { globals: MongooseAdapter["globals"] | null } & {
    afterOpenConnection?: () => Promise<void>;
  };

/** The database at `url`, which must lead to a replica set and name its own database. */
export function mongodbDatabase({ url }: { url: string }): DatabaseAdapterObj<BaseDatabaseAdapter> {
  const base = mongooseAdapter({
    url,
    connectOptions: {
      writeConcern: { w: "majority" },
      retryWrites: true,
      serverSelectionTimeoutMS: 10_000,
      ...NOTICE_OUTAGES,
    },
    transactionOptions: { readConcern: { level: "snapshot" }, writeConcern: { w: "majority" } },
    // Built in the background they collide with the first transactions.
    ensureIndexes: true,
    // They have a field called `collection`, which Mongoose warns about and which does no harm.
    collectionsSchemaOptions: {
      outbox: { suppressReservedKeysWarning: true },
      "publishing-faults": { suppressReservedKeysWarning: true },
    },
  });
  return {
    ...base,
    init: (args) => {
      // Its type says that there are globals before it is connected.
      const adapter = base.init(args) as unknown as Adapter;
      refuseWithoutReplicaSet(adapter);
      makeCommitCertain(adapter);
      wrapWrites(adapter, (write) => async (writeArgs) => {
        try {
          return await write(writeArgs);
        } catch (error) {
          noteWriteError(writeArgs.req, error);
          throw error;
        }
      });
      return adapter;
    },
  };
}

/** Without a replica set Payload would silently go on without transactions. Only the open connection knows for sure. */
function refuseWithoutReplicaSet(adapter: Adapter): void {
  const connect = adapter.connect?.bind(adapter);
  adapter.connect = async (options) => {
    let refusal: unknown;
    adapter.afterOpenConnection = async () => {
      try {
        await checkReplicaSet(adapter.connection.getClient());
      } catch (error) {
        refusal = error;
        throw error;
      }
    };
    try {
      await connect?.(options);
    } catch (error) {
      await adapter.connection?.close();
      throw refusal ?? error;
    }
    // Made here, for the same reason as the indexes: not inside of the first transaction that needs it.
    await adapter.globals?.createCollection();
  };
}

/** The driver's session of an open transaction. Payload's type of it is the other adapter's (seen in payload 3.90.2). */
export const sessionOf = (
  { sessions }: BaseDatabaseAdapter,
  id: string | number,
): ClientSession | undefined => sessions?.[id] as unknown as ClientSession | undefined;

/** A commit may have happened although its answer was lost; committing again is safe and gives the answer. */
function makeCommitCertain(adapter: Adapter): void {
  const commit = adapter.commitTransaction.bind(adapter);
  adapter.commitTransaction = async (transaction) => {
    const id = await transaction;
    const session = sessionOf(adapter, id);
    try {
      await commit(id);
    } catch (error) {
      if (!session || !isUnknownCommit(error)) throw error;
      await commitAgain(session, error);
    }
  };
}

async function commitAgain(session: ClientSession, firstError: unknown): Promise<void> {
  const giveUpAt = Date.now() + COMMIT_AGAIN_FOR_MS;
  for (let cause = firstError; ; ) {
    if (Date.now() > giveUpAt) throw unconfirmedCommit(cause);
    await pause(COMMIT_AGAIN_AFTER_MS);
    try {
      await session.commitTransaction();
      return await session.endSession();
    } catch (error) {
      // This one is certain: the transaction is gone, and nothing of it was saved.
      if (isWriteConflict(error)) throw error;
      cause = error;
    }
  }
}
