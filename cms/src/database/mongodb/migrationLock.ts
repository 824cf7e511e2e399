/** One node migrates at a time. A node that dies holds the others up for the length of its lease, and no longer. */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type ClientSession, type Collection, type Db, MongoServerError } from "mongodb";

const LEASE_MS = 30_000;
const ASK_AGAIN_AFTER_MS = 500;
const DUPLICATE_KEY = 11_000;

type Lock = { _id: "migrations"; owner: string; until: Date; applied?: number };

/** Makes the transaction of `session` fail if the lock was lost, and nobody can take the lock before it ends. */
export type Fence = (session: ClientSession) => Promise<void>;

const FREE = new Date(0);

/** Runs `work` while this node holds the lock, and waits for it as long as another one does. */
export async function withMigrationLock<Result>(
  db: Db,
  work: (fence: Fence) => Promise<Result>,
): Promise<Result> {
  const locks = db.collection<Lock>("migration_lock");
  const owner = randomUUID();
  await makeLock(locks);
  while (!(await take(locks, owner))) await pause(ASK_AGAIN_AFTER_MS);
  const renewal = setInterval(() => {
    // If this fails the lease may end, and the fence will notice.
    locks.updateOne({ _id: "migrations", owner }, leaseFor(owner)).catch(() => {});
  }, LEASE_MS / 3);
  try {
    return await work(async (session) => {
      const { modifiedCount } = await locks.updateOne(
        { _id: "migrations", owner },
        { $inc: { applied: 1 } },
        { session },
      );
      if (modifiedCount !== 1)
        throw new Error("The migrations were stopped: another node has taken over. Start this one again.");
    });
  } finally {
    clearInterval(renewal);
    await locks.updateOne({ _id: "migrations", owner }, { $set: { until: FREE } });
  }
}

async function makeLock(locks: Collection<Lock>): Promise<void> {
  try {
    await locks.insertOne({ _id: "migrations", owner: "nobody", until: FREE });
  } catch (error) {
    if (!(error instanceof MongoServerError && error.code === DUPLICATE_KEY)) throw error;
  }
}

async function take(locks: Collection<Lock>, owner: string): Promise<boolean> {
  const { modifiedCount } = await locks.updateOne(
    { _id: "migrations", $expr: { $lt: ["$until", "$$NOW"] } },
    leaseFor(owner),
  );
  return modifiedCount === 1;
}

/** By the clock of the server, which all nodes share. */
const leaseFor = (owner: string) => [
  { $set: { owner: { $literal: owner }, until: { $add: ["$$NOW", LEASE_MS] } } },
];
