/** One suite for both stores: what is committed is there, also after a restart, and no disk keeps it from readers. */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeFileName } from "../../test/codeFile.ts";
import { databaseKinds, mongodbTestUrl } from "../../test/database.ts";
import { openDirectoryStore } from "./directory.ts";
import { openMongodbStore } from "./mongodb.ts";
import { LeaseLostError, type Snapshot, type SnapshotStore, type WorkedOff } from "./types.ts";

const log = { warn: () => {} };
const noRows: WorkedOff = { ids: [], remove: async () => {} };
const snapshot = (slug: string, text = "words"): Snapshot => ({
  path: `content/en/topics/${slug}.json`,
  unit: `topics/${slug}`,
  sources: [`topics/${slug}`],
  revision: `revision-of-${text}`,
  body: JSON.stringify({ text }),
});

describe.each(databaseKinds)("the %s store", (kind) => {
  let folder: string;
  let url: string;
  let open: SnapshotStore[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-store-"));
    url = kind === "mongodb" ? mongodbTestUrl(`store-${randomUUID()}`) : "";
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((store) => store.close()));
    if (kind === "mongodb") {
      const client = new MongoClient(url);
      await client.db().dropDatabase();
      await client.close();
    }
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(where = folder): Promise<SnapshotStore> {
    const store =
      kind === "mongodb"
        ? await openMongodbStore({ url, folder: where, log })
        : await openDirectoryStore(where);
    open.push(store);
    return store;
  }
  async function stop(store: SnapshotStore): Promise<void> {
    open = open.filter((each) => each !== store);
    await store.close();
  }
  const textAt = (store: SnapshotStore, path: string) => store.file(path)?.identity.toString();

  it("holds what was committed, and no longer what was removed", async () => {
    const store = await start();
    await store.mayPublish();
    await store.commit({ put: [snapshot("a"), snapshot("b")], remove: [] }, noRows);
    await store.commit({ put: [snapshot("a", "new words")], remove: [snapshot("b").path] }, noRows);

    expect(textAt(store, snapshot("a").path)).toBe('{"text":"new words"}');
    expect(store.file(snapshot("b").path)).toBeUndefined();
    expect([...store.snapshots()].map((each) => each.unit)).toEqual(["topics/a"]);
  });

  it("holds it after a restart", async () => {
    const first = await start();
    await first.mayPublish();
    await first.commit({ put: [snapshot("a"), snapshot("b")], remove: [] }, noRows);
    await first.commit({ put: [], remove: [snapshot("b").path] }, noRows);
    await stop(first);

    const second = await start();

    expect(textAt(second, snapshot("a").path)).toBe('{"text":"words"}');
    expect(second.snapshot(snapshot("a").path)?.sources).toEqual(["topics/a"]);
    expect(second.file(snapshot("b").path)).toBeUndefined();
  });

  it("withdraws a file, and a claim by a shorter one, although its disk refuses", async () => {
    const store = await start();
    await store.mayPublish();
    await store.commit({ put: [snapshot("a", "claim"), snapshot("b")], remove: [] }, noRows);
    const onDisk = () =>
      ["a", "b"].every((slug) => existsSync(join(folder, "snapshots", snapshot(slug).path)));
    await expect.poll(onDisk, { timeout: 10_000 }).toBe(true);
    // As root a folder without permissions could be written; a file in its place cannot.
    rmSync(join(folder, "snapshots"), { recursive: true });
    writeFileSync(join(folder, "snapshots"), "not a folder");

    const change = { put: [snapshot("a", "nothing")], remove: [snapshot("b").path] };
    await store.commit(change, noRows).catch(() => {}); // Beside the embedded database it says so.

    expect(textAt(store, snapshot("a").path)).toBe('{"text":"nothing"}');
    expect(store.file(snapshot("b").path)).toBeUndefined();
  });

  it("gives equal content equal tags, and other content others", async () => {
    const store = await start();
    await store.mayPublish();
    await store.commit(
      {
        put: [snapshot("a"), { ...snapshot("b"), body: snapshot("a").body }, snapshot("c", "else")],
        remove: [],
      },
      noRows,
    );

    const tag = (slug: string) => store.file(snapshot(slug).path)?.etag("identity");
    expect(tag("a")).toBe(tag("b"));
    expect(tag("a")).not.toBe(tag("c"));
  });

  it("keeps every build of the widgets, and the newest loader", async () => {
    const build = (code: string) => {
      const directory = join(folder, `build-${code}`);
      mkdirSync(directory);
      writeFileSync(join(directory, "loader.js"), `load("${code}")`);
      writeFileSync(join(directory, codeFileName(code)), code);
      writeFileSync(
        join(directory, "manifest.json"),
        JSON.stringify({ script: codeFileName(code), style: "", frame: "", integrity: {} }),
      );
      return directory;
    };
    const store = await start();
    await store.addBuild(build("old"), ["en"], "https://cms.example");
    await store.addBuild(build("new"), ["en"], "https://cms.example");
    await stop(store);
    const again = await start();
    await again.addBuild(build("newest"), ["en"], "https://cms.example");

    expect(textAt(again, "loader.js")).toBe('load("newest")');
    expect(["old", "new", "newest"].map((code) => textAt(again, codeFileName(code)))).toEqual([
      "old",
      "new",
      "newest",
    ]);
    expect(again.file(codeFileName("old"))?.immutable).toBe(true);
    expect(again.build()?.script).toBe(codeFileName("newest"));
  });

  it("says what to do when the widgets have not been built", async () => {
    await expect((await start()).addBuild(folder, ["en"], "https://cms.example")).rejects.toThrow(
      /have not been built/,
    );
  });
});

/** Short, as one test waits for its renewal, and long enough for a busy machine. */
const LEASE_MS = 3000;

describe.runIf(databaseKinds.includes("mongodb"))("several servers on one MongoDB", () => {
  const folders: string[] = [];
  let url: string;
  let stores: SnapshotStore[];
  beforeEach(async () => {
    url = mongodbTestUrl(`stores-${randomUUID()}`);
    stores = await Promise.all(
      [1, 2].map(() => {
        const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-mirror-"));
        folders.push(folder);
        return openMongodbStore({ url, folder, log, leaseMs: LEASE_MS });
      }),
    );
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    const client = new MongoClient(url);
    await client.db().dropDatabase();
    await client.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it("lets one publish, and all deliver", async () => {
    const [first, second] = stores as [SnapshotStore, SnapshotStore];

    expect(await first.mayPublish()).toBe(true);
    expect(await second.mayPublish()).toBe(false);
    await first.commit({ put: [snapshot("a")], remove: [] }, noRows);

    await expect
      .poll(() => second.file(snapshot("a").path)?.identity.toString(), { timeout: 5000 })
      .toBe('{"text":"words"}');
    await first.commit({ put: [], remove: [snapshot("a").path] }, noRows);
    await expect.poll(() => second.file(snapshot("a").path), { timeout: 5000 }).toBeUndefined();
  });

  it("refuses the writes of one that has lost its lease, and keeps the rows", async () => {
    const [first, second] = stores as [SnapshotStore, SnapshotStore];
    const client = new MongoClient(url);
    await first.mayPublish();
    const row = await client.db().collection("outbox").insertOne({ collection: "faqs" });
    await client
      .db()
      .collection<{ _id: string }>("publisher_lease")
      .updateOne({ _id: "lease" }, { $set: { expiresAt: new Date(0) } });
    expect(await second.mayPublish()).toBe(true);

    const late = first.commit(
      { put: [snapshot("a", "old text")], remove: [] },
      { ids: [String(row.insertedId)], mongoCollection: "outbox", remove: async () => {} },
    );

    await expect(late).rejects.toThrow(LeaseLostError);
    expect(await client.db().collection("outbox").countDocuments()).toBe(1);
    expect(second.file(snapshot("a").path)).toBeUndefined();
    await client.close();
  });

  it("keeps the lease while a turn takes longer than the lease", async () => {
    const [first, second] = stores as [SnapshotStore, SnapshotStore];
    const client = new MongoClient(url);
    const lease = client.db().collection<{ _id: string; expiresAt: Date }>("publisher_lease");
    const end = async () => (await lease.findOne({ _id: "lease" }))?.expiresAt.getTime() ?? 0;
    await first.mayPublish();
    const taken = await end();

    await expect.poll(end, { timeout: 20_000 }).toBeGreaterThan(taken);

    expect(await second.mayPublish()).toBe(false);
    await client.close();
  });

  it("lets another publish as soon as the one that did has stopped", async () => {
    const [first, second] = stores as [SnapshotStore, SnapshotStore];
    await first.mayPublish();
    stores = [second];

    await first.close();

    expect(await second.mayPublish()).toBe(true);
  });

  it("leaves the lease to the one that has it when another stops", async () => {
    const [first, second] = stores as [SnapshotStore, SnapshotStore];
    await first.mayPublish();
    await second.mayPublish();
    stores = [first];

    await second.close();

    await expect(first.commit({ put: [snapshot("a")], remove: [] }, noRows)).resolves.toBeUndefined();
  });
});

describe.runIf(databaseKinds.includes("mongodb"))("a server's copy on its disk", () => {
  const AWAY = "mongodb://127.0.0.1:9/away?replicaSet=rs0";
  let folder: string;
  let url: string;
  let stores: SnapshotStore[];
  const warnings: unknown[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-copy-"));
    url = mongodbTestUrl(`copy-${randomUUID()}`);
    stores = [];
    warnings.length = 0;
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    const client = new MongoClient(url);
    await client.db().dropDatabase();
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  async function start(from = url, where = "mirror", firstLookMs?: number): Promise<SnapshotStore> {
    const store = await openMongodbStore({
      url: from,
      firstLookMs,
      // What is away stays away here.
      ...(from === url ? {} : { selectionMs: 200 }),
      folder: join(folder, where),
      log: { warn: (line: unknown) => void warnings.push(line) },
    });
    stores.push(store);
    return store;
  }
  async function stop(store: SnapshotStore): Promise<void> {
    stores = stores.filter((each) => each !== store);
    await store.close();
  }

  it("delivers from a server whose disk cannot be written", async () => {
    // As root a folder without permissions could be written; a file in its place cannot.
    writeFileSync(join(folder, "mirror"), "not a folder");
    const store = await start();
    await store.mayPublish();

    await store.commit({ put: [snapshot("a"), snapshot("b")], remove: [] }, noRows);
    await store.commit({ put: [], remove: [snapshot("b").path] }, noRows);

    expect(store.file(snapshot("a").path)?.identity.toString()).toBe('{"text":"words"}');
    expect(store.file(snapshot("b").path)).toBeUndefined();
    expect(warnings).toEqual([
      expect.objectContaining({ msg: expect.stringContaining("cannot be read or written") }),
    ]);
  });

  it("catches up when the disk can be written again", async () => {
    writeFileSync(join(folder, "mirror"), "not a folder");
    const first = await start();
    await first.mayPublish();
    await first.commit({ put: [snapshot("a")], remove: [] }, noRows);
    rmSync(join(folder, "mirror"));

    await stop(first);

    expect((await start(AWAY)).file(snapshot("a").path)?.identity.toString()).toBe('{"text":"words"}');
  });

  it("delivers after a restart while the database is away, and knows that it may not know all", async () => {
    const first = await start();
    await first.mayPublish();
    await first.commit({ put: [snapshot("a"), snapshot("b")], remove: [] }, noRows);
    await first.commit({ put: [], remove: [snapshot("b").path] }, noRows);
    expect(first.isComplete()).toBe(true);
    await stop(first);

    const second = await start(AWAY);

    expect(second.file(snapshot("a").path)?.identity.toString()).toBe('{"text":"words"}');
    expect(second.file(snapshot("b").path)).toBeUndefined();
    expect(second.isComplete()).toBe(false);
  });

  it("shows nothing from the disk that was withdrawn while the server was down", async () => {
    const sleeper = await start();
    const other = await start(url, "other");
    await other.mayPublish();
    await other.commit({ put: [snapshot("a"), snapshot("b")], remove: [] }, noRows);
    await expect.poll(() => sleeper.file(snapshot("b").path), { timeout: 10_000 }).toBeDefined();
    await stop(sleeper);
    await other.commit({ put: [snapshot("a", "newer")], remove: [snapshot("b").path] }, noRows);

    // Long enough for a busy machine; the database is there.
    const awake = await start(url, "mirror", 30_000);

    expect(awake.file(snapshot("b").path)).toBeUndefined();
    expect(awake.file(snapshot("a").path)?.identity.toString()).toBe('{"text":"newer"}');
    await stop(awake);
    expect((await start(AWAY)).file(snapshot("b").path)).toBeUndefined();
  });

  it("knows all as soon as a database that was away from the first moment is there", async () => {
    const { hostname, port } = new URL(url);
    let isOpen = false;
    const gate = createServer((client) => {
      if (!isOpen) {
        client.destroy();
        return;
      }
      const server = connect(Number(port), hostname);
      client.pipe(server).pipe(client);
      for (const socket of [client, server]) socket.on("error", () => socket.destroy());
    });
    await once(gate.listen(0, "127.0.0.1"), "listening");
    const gateUrl = new URL(url);
    gateUrl.port = String((gate.address() as AddressInfo).port);
    const store = await start(gateUrl.href);
    // By now the first attempt has failed for good, and not only for the moment.
    await expect.poll(() => warnings.length, { timeout: 20_000 }).toBeGreaterThan(0);

    isOpen = true;

    await expect.poll(() => store.isComplete(), { timeout: 30_000 }).toBe(true);
    expect(await store.mayPublish()).toBe(true);
    await stop(store);
    await new Promise((resolve) => gate.close(resolve));
  });
});
