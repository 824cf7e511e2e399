/** The CMS with the demo content. Loading it takes seconds: a worker does it once for each kind of database, and copies it. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyDatabase } from "../src/database/sqlite/copy.ts";
import { loadDemoContent } from "../src/seed/index.ts";
import { type DatabaseKind, mongo } from "./database.ts";
import { openTestCms, type TestCms } from "./testCms.ts";

/** Opens a CMS on a copy of the loaded database. */
type Open = () => Promise<TestCms>;

const loaded: Partial<Record<DatabaseKind, Promise<Open>>> = {};

/** A CMS of its own, with the demo content in English and Spanish. */
export async function openDemoCms(kind: DatabaseKind): Promise<TestCms> {
  loaded[kind] ??= kind === "sqlite" ? loadSqlite() : loadMongodb();
  return (await loaded[kind])();
}

async function loadSqlite(): Promise<Open> {
  const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-demo-"));
  const cms = await openTestCms("sqlite", { folder, name: `cms-${randomUUID()}` });
  await loadDemoContent(cms.payload);
  const copy = join(folder, "copy.sqlite");
  copyDatabase(join(folder, "cms.sqlite"), copy);
  await cms.close();
  const bytes = readFileSync(copy);
  rmSync(folder, { recursive: true });
  return async () => {
    const own = mkdtempSync(join(tmpdir(), "clinic-widgets-"));
    writeFileSync(join(own, "cms.sqlite"), bytes);
    const { close, ...opened } = await openTestCms("sqlite", { folder: own, name: `cms-${randomUUID()}` });
    return {
      ...opened,
      async close() {
        await close();
        rmSync(own, { recursive: true, force: true });
      },
    };
  };
}

async function loadMongodb(): Promise<Open> {
  const cms = await openTestCms("mongodb");
  await loadDemoContent(cms.payload);
  const { db } = mongo(cms.payload);
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  const contents = await Promise.all(
    names.map(async (name) => ({ name, documents: await db.collection(name).find().toArray() })),
  );
  await cms.close();
  return async () => {
    const opened = await openTestCms("mongodb");
    for (const { name, documents } of contents)
      if (documents.length > 0) await mongo(opened.payload).db.collection(name).insertMany(documents);
    return opened;
  };
}
