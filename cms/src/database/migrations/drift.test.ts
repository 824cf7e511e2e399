import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { type BasePayload, getPayload } from "payload";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readEnv } from "../../config/env.ts";
import { databaseOf } from "../index.ts";
import { migrateDatabase } from "../migrate.ts";
import { emptySchema, statementsBetween, wantedSchema } from "../sqlite/schema.ts";
import { migratedSchema } from "./write.ts";

const MORE_LOCALES = "en,es,de,ar";
let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "clinic-widgets-drift-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Payload with the real config, on an empty SQLite file in a folder of its own. */
async function open(folder: string, locales: string): Promise<BasePayload> {
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("LOCALES", locales);
  vi.stubEnv("DATABASE_URL", "");
  vi.resetModules();
  const { default: config } = await import("../../payload.config.ts");
  return getPayload({ config, key: folder, disableOnInit: true });
}

/** Every table and index of a database, with its columns. Their order means nothing: a migration can only add at the end. */
function shapeOf(file: string): unknown[] {
  const database = new Database(file);
  const things = database.prepare(
    "SELECT m.type, m.name, group_concat(c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || ifnull(c.dflt_value, ''), char(10)) AS columns " +
      "FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c GROUP BY m.type, m.name ORDER BY m.type, m.name",
  );
  const shape = things.all() as { columns: string | null }[];
  database.close();
  return shape.map((thing) => ({ ...thing, columns: thing.columns?.split("\n").sort() }));
}

describe("the migrations", () => {
  it("lead to what the collections ask for (if not: node cms/dist/migration-create.mjs NAME)", async () => {
    const payload = await open(dataDir, MORE_LOCALES);
    const database = databaseOf(payload);

    const missing = await statementsBetween(
      database,
      migratedSchema(database, import.meta.dirname),
      await wantedSchema(database),
    );
    await payload.destroy();

    expect(missing).toEqual([]);
  }, 60_000);

  it("make the very tables of the collections in a new database", async () => {
    const wanted = await open(join(dataDir, "wanted"), "en,es");
    const { client } = databaseOf(wanted) as unknown as {
      client: { executeMultiple(sql: string): Promise<void> };
    };
    const statements = await statementsBetween(
      databaseOf(wanted),
      emptySchema(databaseOf(wanted)),
      await wantedSchema(databaseOf(wanted)),
    );
    await client.executeMultiple(statements.join("\n"));
    await wanted.destroy();

    const migrated = await open(join(dataDir, "migrated"), MORE_LOCALES);
    const applied = await migrateDatabase(migrated, readEnv());
    const again = await migrateDatabase(migrated, readEnv());
    await migrated.destroy();

    expect(applied.length).toBeGreaterThan(0);
    expect(again).toEqual([]);
    expect(shapeOf(join(dataDir, "migrated/cms.sqlite"))).toEqual(
      shapeOf(join(dataDir, "wanted/cms.sqlite")),
    );
  }, 60_000);

  it("reads translations and lists of words by their document", async () => {
    const payload = await open(dataDir, "en,es");
    await migrateDatabase(payload, readEnv());
    await payload.destroy();

    const database = new Database(join(dataDir, "cms.sqlite"));
    const tables = database
      .prepare(
        "SELECT m.name AS name, c.name AS parent FROM sqlite_master m JOIN pragma_table_info(m.name) c " +
          "WHERE m.type = 'table' AND c.name IN ('_parent_id', 'parent_id')",
      )
      .all() as { name: string; parent: string }[];
    const plans = tables.map(({ name, parent }) => {
      const [step] = database.prepare(`EXPLAIN QUERY PLAN SELECT * FROM ${name} WHERE ${parent} = 'x'`).all();
      return [name, (step as { detail: string }).detail];
    });
    database.close();

    expect(plans.length).toBeGreaterThan(50);
    expect(plans.filter(([, plan]) => !plan?.startsWith("SEARCH"))).toEqual([]);
  });
});
