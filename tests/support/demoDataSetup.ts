/** Before and after a run: the place of the demo data that its products copy. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { DEMO_DATA, demoDatabaseUrl } from "./demoData.ts";

export function setup(): (() => Promise<void>) | undefined {
  // Projects of one run share it.
  if (process.env[DEMO_DATA]) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-demo-data-"));
  process.env[DEMO_DATA] = folder;
  return async () => {
    if (process.env.MONGODB_TEST_URL) {
      const client = new MongoClient(demoDatabaseUrl(folder));
      await client.db().dropDatabase();
      await client.close();
    }
    rmSync(folder, { recursive: true, force: true });
  };
}
