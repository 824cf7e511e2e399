/**
 * The store in MongoDB, for several servers: one publishes at a time, all deliver from memory.
 * A copy on each server's disk lets it deliver when it starts while the database is away.
 */
import { setTimeout as pause } from "node:timers/promises";
import { type Binary, type ClientSession, MongoClient, type MongoClientOptions, ObjectId } from "mongodb";
import type { Logger } from "pino";
import { NOTICE_OUTAGES } from "../database/mongodb/options.ts";
import { readBuild } from "./builds.ts";
import { Lease, type LeaseRow } from "./lease.ts";
import { Memory } from "./memory.ts";
import { Mirror } from "./mirror.ts";
import type { Change, Snapshot, SnapshotStore, WorkedOff } from "./types.ts";

/** How often a server asks whether something was published. Far below the two seconds that are promised. */
const POLL_MS = 250;
type SnapshotRow = Omit<Snapshot, "path"> & { _id: string; generation: number; removed?: boolean };
type BuildRow = { _id: string; body: Binary | Buffer };
type State = { _id: "state"; generation: number };

const OPTIONS: MongoClientOptions = {
  writeConcern: { w: "majority" },
  readConcern: { level: "majority" },
  serverSelectionTimeoutMS: 5000,
  ...NOTICE_OUTAGES,
};

/**
 * Opens the store at `url`, with its copy in `folder`. Does not need the database, but waits `firstLookMs` for it, so that
 * what was withdrawn meanwhile is not shown from the disk.
 */
export async function openMongodbStore({
  url,
  folder,
  log,
  firstLookMs = 2000,
}: {
  url: string;
  folder: string;
  log: Pick<Logger, "warn">;
  firstLookMs?: number;
}): Promise<SnapshotStore> {
  const client = new MongoClient(url, OPTIONS);
  const database = client.db();
  const snapshots = database.collection<SnapshotRow>("published_snapshots");
  const builds = database.collection<BuildRow>("published_builds");
  const states = database.collection<State>("publisher_state");
  const lease = new Lease(database.collection<LeaseRow>("publisher_lease"));

  let connected: Promise<unknown> | undefined;
  /** Once connected, the client finds its servers again by itself; after a first connection that failed it never would. */
  function connect(): Promise<unknown> {
    connected ??= client.connect().catch((error: unknown) => {
      connected = undefined;
      throw error;
    });
    return connected;
  }

  const mirror = new Mirror(folder, log);
  const memory = new Memory();
  let generation = -1;
  let closed = false;
  let warned = false;
  const left = await mirror.read();
  memory.put(left.snapshots);
  for (const { path, body } of left.builds) memory.putBuildFile(path, body);

  // One look at a time: the older of two could win.
  let looking: Promise<void> = Promise.resolve();
  function refresh(): Promise<void> {
    const look = looking.then(takeOverNews);
    looking = look.catch(() => {});
    return look;
  }

  /** Takes over what was published since the last look. */
  async function takeOverNews(): Promise<void> {
    await connect();
    const state = await states.findOne({ _id: "state" });
    const newest = state?.generation ?? 0;
    if (newest === generation) return;
    if (generation < 0) await snapshots.createIndex({ generation: 1 });
    if (newest < generation || generation < 0) await takeOverAll();
    else takeOver(await snapshots.find({ generation: { $gt: generation } }).toArray());
    for await (const { _id } of builds.find({}, { projection: { _id: 1 } }))
      if (!memory.file(_id)) await takeBuildFile(_id);
    generation = newest;
  }

  async function takeOverAll(): Promise<void> {
    const rows = await snapshots.find({ removed: { $ne: true } }).toArray();
    const present = new Set(rows.map((row) => row._id));
    follow({
      put: rows.map(snapshotOf).filter((row) => !isSame(row, memory.snapshot(row.path))),
      remove: [...memory.snapshots()].map((snapshot) => snapshot.path).filter((path) => !present.has(path)),
    });
  }

  const takeOver = (rows: SnapshotRow[]) =>
    follow({
      put: rows.filter((row) => !row.removed).map(snapshotOf),
      remove: rows.filter((row) => row.removed).map((row) => row._id),
    });

  /** Memory at once, as readers need it; the disk when it can. */
  function follow(change: Change): void {
    memory.remove(change.remove);
    memory.put(change.put);
    mirror.follow(change);
  }

  async function takeBuildFile(path: string): Promise<void> {
    const row = await builds.findOne({ _id: path });
    if (!row) return;
    const body = Buffer.from((row.body as Binary).buffer ?? row.body);
    memory.putBuildFile(path, body);
    mirror.keepBuildFiles([{ path, body }]);
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
  await Promise.race([refresh().catch(() => {}), pause(firstLookMs, undefined, { ref: false })]);

  async function write(session: ClientSession, { put, remove }: Change, rows: WorkedOff): Promise<void> {
    await lease.fence(session);
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
      const ids = rows.ids.map((id) => (ObjectId.isValid(id) ? new ObjectId(id) : id));
      await database
        .collection(rows.mongoCollection)
        .deleteMany({ _id: { $in: ids as never[] } }, { session });
    }
  }

  /** Gives the build's files to the other servers, which may be asked for them by pages that this one has served. */
  async function shareBuild(built: { path: string; body: Buffer }[]): Promise<void> {
    while (!closed) {
      try {
        await connect();
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

  return {
    file: memory.file,
    isComplete: () => generation >= 0,
    snapshot: memory.snapshot,
    snapshots: memory.snapshots,
    build: memory.build,

    async addBuild(directory, locales) {
      const build = await readBuild(directory, locales);
      for (const { path, body } of build.files) memory.putBuildFile(path, body);
      mirror.keepBuildFiles(build.files);
      memory.showBuild(build.manifest);
      void shareBuild(build.files.filter(({ path }) => path !== "loader.js"));
    },

    async mayPublish() {
      await connect();
      if (!(await lease.take())) return false;
      // What another server published last must be known before anything is compared with it.
      await refresh();
      return true;
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
      // First: the next server publishes at once.
      await lease.release().catch(() => {});
      // Ends what waits for a database that is away.
      await client.close();
      await watching;
      await looking;
      await mirror.close();
    },
  };
}

const snapshotOf = ({ _id, unit, sources, revision, body }: SnapshotRow): Snapshot => ({
  path: _id,
  unit,
  sources,
  revision,
  body,
});

const isSame = (a: Snapshot, b: Snapshot | undefined): boolean =>
  b !== undefined && a.body === b.body && a.unit === b.unit && a.sources.join() === b.sources.join();
