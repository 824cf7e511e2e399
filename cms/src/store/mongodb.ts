/**
 * The store in MongoDB, for several servers: one publishes at a time, all deliver from memory.
 * A copy on each server's disk lets it deliver when it starts while the database is away.
 */
import { setTimeout as pause } from "node:timers/promises";
import {
  type Binary,
  type ClientSession,
  type Collection,
  type Db,
  MongoClient,
  type MongoClientOptions,
  ObjectId,
} from "mongodb";
import type { Logger } from "pino";
import { NOTICE_OUTAGES } from "../database/mongodb/options.ts";
import { type BuildFile, readBuild } from "./builds.ts";
import { LEASE_MS, Lease, type LeaseRow } from "./lease.ts";
import { Memory } from "./memory.ts";
import { Mirror } from "./mirror.ts";
import { isBuildFile, isSnapshotPath, snapshotFrom } from "./readBack.ts";
import type { BuildManifest, Change, Snapshot, SnapshotStore, WorkedOff } from "./types.ts";

/** How often a server asks whether something was published. Far below the two seconds that are promised. */
const POLL_MS = 250;
type SnapshotRow = Omit<Snapshot, "path"> & { _id: string; generation: number; removed?: boolean };
type BuildRow = { _id: string; body: Binary | Buffer };
type State = { _id: "state"; generation: number };

/** How long an operation waits for a server that is away. */
const SELECTION_MS = 5000;

const OPTIONS: MongoClientOptions = {
  writeConcern: { w: "majority" },
  readConcern: { level: "majority" },
  ...NOTICE_OUTAGES,
};

type Options = {
  url: string;
  folder: string;
  log: Pick<Logger, "warn">;
  /** How long to wait for the database, so that what was withdrawn meanwhile is not shown from the disk. */
  firstLookMs?: number;
  /** How long an operation waits for a server that is away. */
  selectionMs?: number;
  /** How long this server, when it dies, keeps the others from publishing. */
  leaseMs?: number;
};

/** Opens the store at `url`, with its copy in `folder`. Does not need the database, but waits a moment for it. */
export async function openMongodbStore({ firstLookMs = 2000, ...options }: Options): Promise<SnapshotStore> {
  const store = new MongodbStore(options);
  await store.start(firstLookMs);
  return store;
}

class MongodbStore implements SnapshotStore {
  readonly #client: MongoClient;
  readonly #database: Db;
  readonly #snapshotRows: Collection<SnapshotRow>;
  readonly #builds: Collection<BuildRow>;
  readonly #states: Collection<State>;
  readonly #lease: Lease;
  readonly #log: Pick<Logger, "warn">;
  readonly #mirror: Mirror;
  readonly #memory = new Memory();
  /** Rows among the builds that are none, so that they are not read again. */
  readonly #refused = new Set<string>();
  /** That of what memory holds; below zero while the database was never read. */
  #generation = -1;
  #connected: Promise<unknown> | undefined;
  /** One look at a time: the older of two could win. */
  #looking: Promise<void> = Promise.resolve();
  #watching: Promise<void> = Promise.resolve();
  #closed = false;

  constructor({
    url,
    folder,
    log,
    selectionMs = SELECTION_MS,
    leaseMs = LEASE_MS,
  }: Omit<Options, "firstLookMs">) {
    this.#client = new MongoClient(url, { ...OPTIONS, serverSelectionTimeoutMS: selectionMs });
    this.#database = this.#client.db();
    this.#snapshotRows = this.#database.collection("published_snapshots");
    this.#builds = this.#database.collection("published_builds");
    this.#states = this.#database.collection("publisher_state");
    this.#lease = new Lease(this.#database.collection<LeaseRow>("publisher_lease"), leaseMs);
    this.#log = log;
    this.#mirror = new Mirror(folder, log);
  }

  file = this.#memory.file;
  snapshot = this.#memory.snapshot;
  snapshots = this.#memory.snapshots;
  snapshotsOf = this.#memory.snapshotsOf;
  units = this.#memory.units;
  build: () => BuildManifest | undefined = this.#memory.build;
  isComplete = (): boolean => this.#generation >= 0;

  /** Takes over what the disk holds, and follows the database from then on. */
  async start(firstLookMs: number): Promise<void> {
    const left = await this.#mirror.read();
    this.#memory.put(left.snapshots);
    for (const { path, body } of left.builds) this.#memory.putBuildFile(path, body);
    this.#watching = this.#watch();
    await Promise.race([this.#refresh().catch(() => {}), pause(firstLookMs, undefined, { ref: false })]);
  }

  async addBuild(directory: string, locales: readonly string[], origin: string): Promise<void> {
    const build = await readBuild(directory, locales, origin);
    for (const { path, body } of build.files) this.#memory.putBuildFile(path, body);
    this.#mirror.addBuildFiles(build.files);
    this.#memory.showBuild(build.manifest);
    void this.#shareBuild(build.files.filter(({ path }) => path !== "loader.js"));
  }

  async mayPublish(): Promise<boolean> {
    await this.#connect();
    if (!(await this.#lease.take())) return false;
    // What another server published last must be known before anything is compared with it.
    await this.#refresh();
    return true;
  }

  async commit(change: Change, rows: WorkedOff): Promise<void> {
    await this.#client.withSession((session) =>
      session.withTransaction(() => this.#write(session, change, rows), {
        readConcern: { level: "snapshot" },
        writeConcern: { w: "majority" },
      }),
    );
    await this.#refresh();
  }

  async close(): Promise<void> {
    this.#closed = true;
    // First: the next server publishes at once.
    await this.#lease.release().catch(() => {});
    // Ends what waits for a database that is away.
    await this.#client.close();
    await this.#watching;
    await this.#looking;
    await this.#mirror.close();
  }

  /** Once connected, the client finds its servers again by itself; after a first connection that failed it never would. */
  #connect(): Promise<unknown> {
    this.#connected ??= this.#client.connect().catch((error: unknown) => {
      this.#connected = undefined;
      throw error;
    });
    return this.#connected;
  }

  async #watch(): Promise<void> {
    let warned = false;
    while (!this.#closed) {
      try {
        await this.#refresh();
        warned = false;
      } catch (err) {
        if (!warned && !this.#closed)
          this.#log.warn({
            err,
            msg: "What is published cannot be read from the database; what was read before is delivered.",
          });
        warned = true;
      }
      await pause(POLL_MS);
    }
  }

  #refresh(): Promise<void> {
    const look = this.#looking.then(() => this.#readChanges());
    this.#looking = look.catch(() => {});
    return look;
  }

  /** Takes over what was published since the last look. */
  async #readChanges(): Promise<void> {
    await this.#connect();
    const state = await this.#states.findOne({ _id: "state" });
    const newest = state?.generation ?? 0;
    const known = this.#generation;
    if (newest === known) return;
    if (known < 0) await this.#snapshotRows.createIndex({ generation: 1 });
    if (newest < known || known < 0) await this.#readEverything();
    else this.#takeOver(await this.#snapshotRows.find({ generation: { $gt: known } }).toArray());
    for await (const { _id } of this.#builds.find({}, { projection: { _id: 1 } }))
      if (!this.#memory.file(_id) && !this.#refused.has(_id)) await this.#readBuildFile(_id);
    this.#generation = newest;
  }

  async #readEverything(): Promise<void> {
    const rows = await this.#snapshotRows.find({ removed: { $ne: true } }).toArray();
    const present = new Set(rows.map((row) => row._id));
    this.#follow({
      put: rows.flatMap(snapshotOf).filter((row) => !isSame(row, this.#memory.snapshot(row.path))),
      remove: [...this.#memory.snapshots()].map(({ path }) => path).filter((path) => !present.has(path)),
    });
  }

  #takeOver(rows: SnapshotRow[]): void {
    this.#follow({
      put: rows.filter((row) => !row.removed).flatMap(snapshotOf),
      remove: rows.filter((row) => row.removed && isSnapshotPath(row._id)).map((row) => row._id),
    });
  }

  /** Memory at once, as readers need it; the disk when it can. */
  #follow(change: Change): void {
    this.#memory.apply(change);
    this.#mirror.follow(change);
  }

  async #readBuildFile(path: string): Promise<void> {
    const row = await this.#builds.findOne({ _id: path });
    if (!row) return;
    const body = Buffer.from((row.body as Binary).buffer ?? row.body);
    if (!isBuildFile({ path, body })) {
      this.#refused.add(path);
      return;
    }
    this.#memory.putBuildFile(path, body);
    this.#mirror.addBuildFiles([{ path, body }]);
  }

  async #write(session: ClientSession, change: Change, rows: WorkedOff): Promise<void> {
    await this.#lease.fence(session);
    if (change.put.length + change.remove.length > 0) await this.#writeSnapshots(session, change);
    if (rows.ids.length > 0 && rows.mongoCollection) {
      const ids = rows.ids.map((id) => (ObjectId.isValid(id) ? new ObjectId(id) : id));
      await this.#database
        .collection<{ _id: ObjectId | string }>(rows.mongoCollection)
        .deleteMany({ _id: { $in: ids } }, { session });
    }
  }

  async #writeSnapshots(session: ClientSession, { put, remove }: Change): Promise<void> {
    const state = await this.#states.findOneAndUpdate(
      { _id: "state" },
      { $inc: { generation: 1 } },
      { session, upsert: true, returnDocument: "after" },
    );
    const generation = state?.generation ?? 1;
    const rows: SnapshotRow[] = [
      ...put.map(({ path, ...snapshot }) => ({ _id: path, ...snapshot, generation })),
      // A mark stays, so that the other servers hear of it.
      ...remove.map((path) => ({
        _id: path,
        unit: "",
        sources: [],
        revision: "",
        body: "",
        removed: true,
        generation,
      })),
    ];
    await this.#snapshotRows.bulkWrite(
      rows.map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement, upsert: true } })),
      { session },
    );
  }

  /** Gives the build's files to the other servers, which may be asked for them by pages that this one has served. */
  async #shareBuild(built: BuildFile[]): Promise<void> {
    while (!this.#closed) {
      try {
        await this.#connect();
        for (const { path, body } of built)
          await this.#builds.updateOne({ _id: path }, { $setOnInsert: { body } }, { upsert: true });
        await this.#states.updateOne({ _id: "state" }, { $inc: { generation: 1 } }, { upsert: true });
        return;
      } catch {
        // The database is away: the loop above says so, and this one tries again.
        await pause(1000);
      }
    }
  }
}

/** The row's snapshot; none when it is not ours. */
function snapshotOf({ _id, ...row }: SnapshotRow): Snapshot[] {
  const snapshot = snapshotFrom({ path: _id, ...row });
  return snapshot ? [snapshot] : [];
}

const isSame = (a: Snapshot, b: Snapshot | undefined): boolean =>
  b !== undefined && a.body === b.body && a.unit === b.unit && a.sources.join() === b.sources.join();
