import { existsSync } from "node:fs";
import { join } from "node:path";
import { type MigrateUpArgs, sql } from "@payloadcms/db-sqlite";
import Database from "libsql";
import { afterEach, describe, expect, it } from "vitest";
import { databaseKinds, mongo, openTestPayload, type TestPayload, untyped } from "../../test/database.ts";
import { type Migration, migrateMongodb, migrateSqlite } from "./migrate.ts";
import { emptySchema, statementsBetween, wantedSchema } from "./sqlite/schema.ts";

let open: TestPayload[] = [];
afterEach(async () => {
  for (const test of open) await test.close();
  open = [];
});

async function openTest(options: Parameters<typeof openTestPayload>[0]): Promise<TestPayload> {
  const test = await openTestPayload(options);
  open.push(test);
  return test;
}

describe("migrating SQLite", () => {
  const fileOf = (test: TestPayload) => join(test.folder, "cms.sqlite");

  const running = (name: string, ...statements: string[]): Migration<MigrateUpArgs> => ({
    name,
    async up({ db }) {
      for (const statement of statements) await db.run(sql.raw(statement));
    },
  });

  const columnsOf = (file: string) => {
    const database = new Database(file);
    const columns = database.prepare("SELECT name FROM pragma_table_info('notes')").all() as {
      name: string;
    }[];
    database.close();
    return columns.map((column) => column.name);
  };

  it("makes a new database, once, and puts no copy of nothing aside", async () => {
    const test = await openTest({ kind: "sqlite", withoutTables: true });
    const first = running(
      "1_first",
      ...(await statementsBetween(
        test.payload.db,
        emptySchema(test.payload.db),
        await wantedSchema(test.payload.db),
      )),
    );

    const applied = await migrateSqlite(test.payload, fileOf(test), [first]);
    const again = await migrateSqlite(test.payload, fileOf(test), [first]);

    expect([applied, again]).toEqual([["1_first"], []]);
    expect(existsSync(`${fileOf(test)}.before-1_first`)).toBe(false);
    expect((await test.payload.create({ collection: "notes", data: { text: "works" } })).text).toBe("works");
  });

  it("puts a copy of the database aside before it changes it", async () => {
    const test = await openTest({ kind: "sqlite" });
    await test.payload.create({ collection: "notes", data: { text: "precious" } });

    await migrateSqlite(test.payload, fileOf(test), [
      running("2_colour", "ALTER TABLE notes ADD COLUMN colour text"),
    ]);

    const copy = new Database(`${fileOf(test)}.before-2_colour`);
    expect(copy.prepare("SELECT text FROM notes").all()).toEqual([{ text: "precious" }]);
    copy.close();
    expect(columnsOf(`${fileOf(test)}.before-2_colour`)).not.toContain("colour");
    expect(columnsOf(fileOf(test))).toContain("colour");
  });

  it("leaves the database as it was when one migration fails", async () => {
    const test = await openTest({ kind: "sqlite" });
    const migrations = [
      running("2_colour", "ALTER TABLE notes ADD COLUMN colour text"),
      running("3_bad", "ALTER TABLE nowhere ADD COLUMN x text"),
    ];

    await expect(migrateSqlite(test.payload, fileOf(test), migrations)).rejects.toThrow();

    expect(columnsOf(fileOf(test))).not.toContain("colour");
    expect(await migrateSqlite(test.payload, fileOf(test), migrations.slice(0, 1))).toEqual(["2_colour"]);
  });

  it("keeps the rows that refer to a table which is rebuilt", async () => {
    const test = await openTest({ kind: "sqlite" });
    const { id } = await test.payload.create({
      collection: "faqs",
      data: { question: "Kept?", links: [{ label: "yes" }] },
    });

    await migrateSqlite(test.payload, fileOf(test), [
      running(
        "2_rebuild",
        "CREATE TABLE faqs_new AS SELECT * FROM faqs",
        "DROP TABLE faqs",
        "CREATE TABLE faqs (id text PRIMARY KEY, updated_at text, created_at text, deleted_at text, _status text)",
        "INSERT INTO faqs SELECT id, updated_at, created_at, deleted_at, _status FROM faqs_new",
        "DROP TABLE faqs_new",
      ),
    ]);

    expect(await test.payload.findByID({ collection: "faqs", id })).toMatchObject({
      question: "Kept?",
      links: [{ label: "yes" }],
    });
  });

  it("refuses a migration that leaves rows without what they refer to", async () => {
    const test = await openTest({ kind: "sqlite" });
    await test.payload.create({ collection: "faqs", data: { question: "Kept?", links: [{ label: "yes" }] } });

    await expect(
      migrateSqlite(test.payload, fileOf(test), [running("2_careless", "DELETE FROM faqs")]),
    ).rejects.toThrow("rows that refer to rows which are gone");

    expect((await test.payload.count({ collection: "faqs" })).totalDocs).toBe(1);
  });
});

describe.skipIf(!databaseKinds.includes("mongodb"))("migrating MongoDB", () => {
  const adding = (name: string) => ({
    name,
    async up({ payload, req }: Parameters<Parameters<typeof migrateMongodb>[1][number]["up"]>[0]) {
      await untyped(payload).create({ collection: "notes", data: { text: name }, req });
    },
  });

  it("applies each migration once when two nodes start at the same time", async () => {
    const test = await openTest({ kind: "mongodb" });
    const migrations = [adding("1_first"), adding("2_second")];

    const applied = await Promise.all([
      migrateMongodb(test.payload, migrations),
      migrateMongodb(test.payload, migrations),
    ]);

    const notes = await test.payload.find({ collection: "notes", sort: "text" });
    expect(applied.flat()).toEqual(["1_first", "2_second"]);
    expect(notes.docs.map((doc) => doc.text)).toEqual(["1_first", "2_second"]);
  });

  it("takes the lock of a node that has died when its lease is over", async () => {
    const test = await openTest({ kind: "mongodb" });
    const locks = mongo(test.payload).db.collection<{ _id: string; owner: string; until: Date }>(
      "migration_lock",
    );
    await locks.insertOne({ _id: "migrations", owner: "dead", until: new Date(Date.now() + 1000) });

    const applied = await migrateMongodb(test.payload, [adding("1_first")]);

    expect(applied).toEqual(["1_first"]);
    expect((await locks.findOne())?.until).toEqual(new Date(0));
  });

  it("applies nothing more once another node has taken the lock", async () => {
    const test = await openTest({ kind: "mongodb" });
    const locks = mongo(test.payload).db.collection<{ _id: string; owner: string }>("migration_lock");
    const losing = {
      name: "1_losing",
      async up(args: Parameters<ReturnType<typeof adding>["up"]>[0]) {
        await adding("1_losing").up(args);
        await locks.updateOne(
          { _id: "migrations" },
          { $set: { owner: "another" } },
          { session: args.session },
        );
      },
    };

    await expect(migrateMongodb(test.payload, [losing, adding("2_second")])).rejects.toThrow(
      "another node has taken over",
    );

    expect((await test.payload.find({ collection: "notes" })).docs.map((doc) => doc.text)).toEqual([
      "1_losing",
    ]);
  });

  it("leaves nothing of a migration that fails, and lets go of the lock", async () => {
    const test = await openTest({ kind: "mongodb" });
    const failing = {
      name: "1_failing",
      async up(args: Parameters<ReturnType<typeof adding>["up"]>[0]) {
        await adding("half").up(args);
        throw new Error("half-way");
      },
    };

    await expect(migrateMongodb(test.payload, [failing])).rejects.toThrow("half-way");

    expect((await test.payload.count({ collection: "notes" })).totalDocs).toBe(0);
    expect(await migrateMongodb(test.payload, [adding("1_mended")])).toEqual(["1_mended"]);
  });
});
