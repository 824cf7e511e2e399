/** A folder, or a database, that somebody else has filled: nothing outside is touched, and only what is ours is served. */
import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Binary, MongoClient } from "mongodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeFileName } from "../../test/codeFile.ts";
import { databaseKinds, mongodbTestUrl } from "../../test/database.ts";
import { openDirectoryStore } from "./directory.ts";
import { openMongodbStore } from "./mongodb.ts";
import type { WorkedOff } from "./types.ts";

const noRows: WorkedOff = { ids: [], remove: async () => {} };
const whole = { unit: "topics/1", sources: [], revision: "1", body: "{}" };
const OURS = "content/en/topics/running.json";

const HOSTILE_PATHS = [
  "../outside.json",
  "../../outside.json",
  "content/../../../outside.json",
  "content/en/topics/../../../../../outside.json",
  "content/en/topics/..\\..\\outside.json",
  "/etc/outside.json",
  "content/en/topics/a\0.json",
  "content/en/topics/page.html",
  "content/en/topics/Running.json",
  "content/en/secret.json",
  "loader.js",
  "",
  `content/en/topics/${"a".repeat(600)}.json`,
];
const HOSTILE_VALUES: [string, unknown][] = [
  ["a list", []],
  ["nothing", null],
  ["a number for a path", { ...whole, path: 1 }],
  ["no body", { ...whole, path: OURS, body: undefined }],
  ["an object for a body", { ...whole, path: OURS, body: {} }],
  ["words for sources", { ...whole, path: OURS, sources: "topics/1" }],
  ["a unit that is a path", { ...whole, path: OURS, unit: "../../topics/1" }],
];
const FOREIGN_BUILDS: [string, string][] = [
  ["index.html", "<script>alert(1)</script>"],
  ["clinic-widgets-0123456789.html", "<script>alert(1)</script>"],
  ["clinic-widgets-0123456789.js", "not what the name promises"],
  [`other/${codeFileName("code")}`, "code"],
  ["sw.js", "self.onfetch = () => {}"],
  ["content/en/site.json", "{}"],
  ["loader.js", "stolen()"],
];

let folder: string;
let outside: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clinic-widgets-foreign-"));
  outside = join(folder, "outside.json");
  writeFileSync(outside, "not ours");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a store in a folder that was filled by somebody else", () => {
  const put = (name: string, text: string) => {
    const file = join(folder, "data/store", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const open = () => openDirectoryStore(join(folder, "data/store"));

  it.each(HOSTILE_PATHS)("neither serves nor follows the path %j", async (path) => {
    put("snapshots/content/en/topics/running.json", JSON.stringify({ ...whole, path }));
    put("snapshots/content/en/topics/running/faqs.json", JSON.stringify({ ...whole, path }));

    const store = await open();
    await store.commit({ put: [], remove: [...store.snapshots()].map((snapshot) => snapshot.path) }, noRows);

    expect([...store.snapshots()]).toEqual([]);
    expect(store.file(path)).toBeUndefined();
    expect(readFileSync(outside, "utf8")).toBe("not ours");
  });

  it.each(HOSTILE_VALUES)("takes nothing from a file that holds %s", async (_, value) => {
    put(`snapshots/${OURS}`, JSON.stringify(value));

    expect([...(await open()).snapshots()]).toEqual([]);
    expect(existsSync(join(folder, "data/store/snapshots", OURS))).toBe(false);
  });

  it("takes a snapshot from its own place alone, and follows no link", async () => {
    put(`snapshots/${OURS}`, JSON.stringify({ ...whole, path: OURS }));
    put("snapshots/content/en/topics/other.json", JSON.stringify({ ...whole, path: OURS, body: "forged" }));
    writeFileSync(outside, JSON.stringify({ ...whole, path: "content/en/topics/linked.json" }));
    symlinkSync(outside, join(folder, "data/store/snapshots/content/en/topics/linked.json"));

    const store = await open();

    expect([...store.snapshots()].map(({ path, body }) => [path, body])).toEqual([[OURS, "{}"]]);
    expect(existsSync(outside)).toBe(true);
  });

  it.each(FOREIGN_BUILDS)("does not serve %s among the builds", async (name, text) => {
    put(`builds/${name}`, text);
    put(`builds/${codeFileName("old code")}`, "old code");

    const store = await open();

    expect(store.file(name)).toBeUndefined();
    expect(store.file(codeFileName("old code"))?.identity.toString()).toBe("old code");
  });
});

describe.runIf(databaseKinds.includes("mongodb"))("a MongoDB that was filled by somebody else", () => {
  it("is neither served nor followed to the disk", async () => {
    const url = mongodbTestUrl(`foreign-${randomUUID()}`);
    const client = new MongoClient(url);
    const database = client.db();
    const rows = database.collection<{ _id: string; generation: number }>("published_snapshots");
    const ids = HOSTILE_PATHS.filter((path) => path !== "");
    await rows.insertMany(ids.map((_id) => ({ ...whole, _id, generation: 1 })));
    await rows.insertOne({ ...whole, _id: OURS, generation: 1 } as never);
    await database
      .collection<{ _id: string; body: Binary }>("published_builds")
      .insertMany(FOREIGN_BUILDS.map(([_id, text]) => ({ _id, body: new Binary(Buffer.from(text)) })));
    const state = database.collection<{ _id: string; generation: number }>("publisher_state");
    await state.insertOne({ _id: "state", generation: 1 });
    const store = await openMongodbStore({
      url,
      folder: join(folder, "data/mirror"),
      log: { warn: () => {} },
      firstLookMs: 30_000,
    });

    await rows.updateMany({ _id: { $in: ids } }, { $set: { removed: true, generation: 2 } });
    await rows.updateOne({ _id: OURS }, { $set: { body: '{"newer":true}', generation: 2 } as object });
    await state.updateOne({ _id: "state" }, { $set: { generation: 2 } });
    await expect.poll(() => store.file(OURS)?.identity.toString(), { timeout: 10_000 }).toContain("newer");
    await store.close();

    expect([...store.snapshots()].map(({ path }) => path)).toEqual([OURS]);
    expect(FOREIGN_BUILDS.filter(([name]) => store.file(name))).toEqual([]);
    expect(readFileSync(outside, "utf8")).toBe("not ours");
    await database.dropDatabase();
    await client.close();
  });
});
