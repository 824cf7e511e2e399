/**
 * The data of a product that has loaded and published its demo content. Loading takes seconds of a start: a test run lets a
 * product do it once for each database, and others begin with a copy.
 */
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { MongoClient } from "mongodb";
import type { DatabaseKind } from "../../cms/test/databaseKinds.ts";

const { withLock } = (await import("../../scripts/lib/lock.mjs" as string)) as {
  withLock(file: string, work: () => Promise<void>): Promise<void>;
};

/** Names the folder of the run; set by `demoDataSetup.ts`. */
export const DEMO_DATA = "DEMO_DATA_OF_TESTS";

type Place = { dataDir: string; mongodbUrl: string | undefined };

/**
 * Fills an empty place. `load` runs a product with the demo content there until all of it is public, and ends it.
 * Where the tests were not started with their setup, nothing is copied, and the product loads the content itself.
 */
export async function copyDemoData(
  database: DatabaseKind,
  to: Place,
  load: (place: Place) => Promise<void>,
): Promise<void> {
  const folder = process.env[DEMO_DATA];
  if (!folder) return;
  const from: Place = {
    dataDir: join(folder, database),
    mongodbUrl: database === "mongodb" ? demoDatabaseUrl(folder) : undefined,
  };
  const isLoaded = join(folder, `${database}-is-loaded`);
  await withLock(join(folder, `${database}-lock`), async () => {
    if (existsSync(isLoaded)) return;
    mkdirSync(from.dataDir);
    await load(from);
    writeFileSync(isLoaded, "");
  });
  if (from.mongodbUrl && to.mongodbUrl) await copyMongodb(from.mongodbUrl, to.mongodbUrl);
  else cpSync(from.dataDir, to.dataDir, { recursive: true });
}

/** The database of the run, whose name is that of its folder. */
export function demoDatabaseUrl(folder: string): string {
  const url = new URL(process.env.MONGODB_TEST_URL ?? "");
  url.pathname = `/${basename(folder)}`;
  return url.href;
}

/** Every collection with its indexes. */
async function copyMongodb(from: string, to: string): Promise<void> {
  const client = new MongoClient(from);
  const source = client.db();
  const target = client.db(new URL(to).pathname.slice(1));
  for (const { name } of await source.listCollections({}, { nameOnly: true }).toArray()) {
    const collection = source.collection(name);
    const indexes = (await collection.indexes()).filter((index) => index.name !== "_id_");
    await target.createCollection(name);
    if (indexes.length > 0)
      await target.collection(name).createIndexes(indexes.map(({ v: _, ...index }) => index));
    await collection.aggregate([{ $out: { db: target.databaseName, coll: name } }]).toArray();
  }
  await client.close();
}
