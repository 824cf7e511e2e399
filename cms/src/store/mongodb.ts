/**
 * The store in MongoDB, for several servers: one publishes at a time, all deliver from memory.
 * A copy on each server's disk lets it deliver when it starts while the database is away.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import {
  type Binary,
  type ClientSession,
  type Collection,
  MongoClient,
  type MongoClientOptions,
} from "mongodb";
import type { Logger } from "pino";
import { readBuild } from "./builds.ts";
import { Files } from "./files.ts";
import { Memory } from "./memory.ts";
import { type Change, LeaseLostError, type Snapshot, type SnapshotStore, type WorkedOff } from "./types.ts";

/** How often a server asks whether something was published. Far below the two seconds that are promised. */
const POLL_MS = 250;
/** How long a publisher that has died holds up the next one. */
const LEASE_MS = 10_000;

type SnapshotRow = Omit<Snapshot, "path"> & { _id: string; generation: number; removed?: boolean };
type BuildRow = { _id: string; body: Binary | Buffer };
type State = { _id: "state"; generation: number };
type Lease = { _id: "lease"; holder: string; expiresAt: Date };

const OPTIONS: MongoClientOptions = {
  writeConcern: { w: "majority" },
  readConcern: { level: "majority" },
  serverSelectionTimeoutMS: 5000,
};

/** Opens the store at `url`, with its copy in `folder`. Does not wait for the database. */
export async function openMongodbStore({
  url,
  folder,
  log,
}: {
  url: string;
  folder: string;
  log: Pick<Logger, "warn">;
}): Promise<SnapshotStore> {
  const client = new MongoClient(url, OPTIONS);
  const database = client.db();
  const snapshots = database.collection<SnapshotRow>("published_snapshots");
  const builds = database.collection<BuildRow>("published_builds");
  const states = database.collection<State>("publisher_state");
  const leases = database.collection<Lease>("publisher_lease");
  const holder = randomUUID();

  const files = new Files(folder);
  const memory = new Memory();
  let generation = -1;
  let closed = false;
  let warned = false;
  await memory.put(await files.readSnapshots());
  for (const { path, body } of await files.readBuildFiles()) await memory.putBuildFile(path, body);

  // One look at a time: two would write the same files, and the older one could win.
  let looking: Promise<void> = Promise.resolve();
  function refresh(): Promise<void> {
    const look = looking.then(takeOverNews);
    looking = look.catch(() => {});
    return look;
  }

  /** Takes over what was published since the last look. */
  async function takeOverNews(): Promise<void> {
    const state = await states.findOne({ _id: "state" });
    const newest = state?.generation ?? 0;
    if (newest === generation) return;
    if (newest < generation || generation < 0) await replaceAll(snapshots);
    else await takeOver(await snapshots.find({ generation: { $gt: generation } }).toArray());
    for await (const { _id } of builds.find({}, { projection: { _id: 1 } }))
      if (!memory.file(_id)) await takeBuildFile(_id);
    generation = newest;
  }

  async function replaceAll(collection: Collection<SnapshotRow>): Promise<void> {
    const rows = await collection.find({ removed: { $ne: true } }).toArray();
    const kept = new Set(rows.map((row) => row._id));
    const gone = [...memory.snapshots()].map((snapshot) => snapshot.path).filter((path) => !kept.has(path));
    await mirror({ put: rows.map(snapshotOf), remove: gone });
  }

  const takeOver = (rows: SnapshotRow[]) =>
    mirror({
      put: rows.filter((row) => !row.removed).map(snapshotOf),
      remove: rows.filter((row) => row.removed).map((row) => row._id),
    });

  async function takeBuildFile(path: string): Promise<void> {
    const row = await builds.findOne({ _id: path });
    if (!row) return;
    const body = Buffer.from((row.body as Binary).buffer ?? row.body);
    await files.putBuildFile(path, body);
    await memory.putBuildFile(path, body);
  }

  /** Memory first: readers need it, and the copy on disk is only for a start without the database. */
  async function mirror({ put, remove }: Change): Promise<void> {
    memory.remove(remove);
    await memory.put(put);
    for (const path of remove) await files.removeSnapshot(path);
    for (const snapshot of put) await files.putSnapshot(snapshot);
  }

  const watching = (async () => {
    while (!closed) {
      try {
        await refresh();
        warned = false;
      } catch (err) {
        if (!warned && !closed)
          log.warn({
            err,
            msg: "What is published cannot be read from the database; what was read before is delivered.",
          });
        warned = true;
      }
      await pause(POLL_MS);
    }
  })();

  async function write(session: ClientSession, { put, remove }: Change, rows: WorkedOff): Promise<void> {
    // The fence: this write and a takeover by another server cannot both succeed.
    const mine = await leases.updateOne(
      { _id: "lease", holder, expiresAt: { $gt: new Date() } },
      { $set: { expiresAt: new Date(Date.now() + LEASE_MS) } },
      { session },
    );
    if (mine.matchedCount === 0) throw new LeaseLostError("Another server publishes now.");
    if (put.length + remove.length > 0) {
      const state = await states.findOneAndUpdate(
        { _id: "state" },
        { $inc: { generation: 1 } },
        { session, upsert: true, returnDocument: "after" },
      );
      const next = state?.generation ?? 1;
      await snapshots.bulkWrite(
        [
          ...put.map(({ path, ...snapshot }) => ({
            replaceOne: {
              filter: { _id: path },
              replacement: { ...snapshot, generation: next },
              upsert: true,
            },
          })),
          // Kept as a mark, so that the other servers hear of it.
          ...remove.map((path) => ({
            replaceOne: {
              filter: { _id: path },
              replacement: { unit: "", sources: [], revision: "", body: "", removed: true, generation: next },
              upsert: true,
            },
          })),
        ],
        { session },
      );
    }
    if (rows.ids.length > 0 && rows.mongoCollection) {
      const { ObjectId } = await import("mongodb");
      const ids = rows.ids.map((id) => (ObjectId.isValid(id) ? new ObjectId(id) : id));
      await database
        .collection(rows.mongoCollection)
        .deleteMany({ _id: { $in: ids as never[] } }, { session });
    }
  }

  return {
    file: memory.file,
    snapshot: memory.snapshot,
    snapshots: memory.snapshots,
    build: memory.build,

    async addBuild(directory, locales) {
      const build = await readBuild(directory, locales);
      for (const { path, body } of build.files) {
        await files.putBuildFile(path, body);
        await memory.putBuildFile(path, body);
      }
      memory.showBuild(build.manifest);
      void shareBuild(build.files.filter(({ path }) => path !== "loader.js"));
    },

    async mayPublish() {
      const now = new Date();
      try {
        const lease = await leases.findOneAndUpdate(
          { _id: "lease", $or: [{ holder }, { expiresAt: { $lte: now } }] },
          { $set: { holder, expiresAt: new Date(now.getTime() + LEASE_MS) } },
          { upsert: true, returnDocument: "after" },
        );
        if (lease?.holder !== holder) return false;
        // What another server published last must be known before anything is compared with it.
        await refresh();
        return true;
      } catch (error) {
        // The upsert of somebody else's lease: it is held.
        if ((error as { code?: number }).code === 11000) return false;
        throw error;
      }
    },

    async commit(change, rows) {
      await client.withSession((session) =>
        session.withTransaction(() => write(session, change, rows), {
          readConcern: { level: "snapshot" },
          writeConcern: { w: "majority" },
        }),
      );
      await refresh();
    },

    async close() {
      closed = true;
      await watching;
      await looking;
      // A clean stop lets the next server publish at once.
      await leases.deleteOne({ _id: "lease", holder }).catch(() => {});
      await client.close();
    },
  };

  /** Gives the build's files to the other servers, which may be asked for them by pages that this one has served. */
  async function shareBuild(built: { path: string; body: Buffer }[]): Promise<void> {
    while (!closed) {
      try {
        for (const { path, body } of built)
          await builds.updateOne({ _id: path }, { $setOnInsert: { body } }, { upsert: true });
        await states.updateOne({ _id: "state" }, { $inc: { generation: 1 } }, { upsert: true });
        return;
      } catch {
        // The database is away: the loop above says so, and this one tries again.
        await pause(1000);
      }
    }
  }
}

const snapshotOf = ({ _id, unit, sources, revision, body }: SnapshotRow): Snapshot => ({
  path: _id,
  unit,
  sources,
  revision,
  body,
});
