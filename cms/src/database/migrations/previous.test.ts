/** An upgrade from the version that was first: on its data, nothing that an editor saved is lost. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CollectionSlug, getPayload, type Payload } from "payload";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { databaseKinds, mongo, mongodbTestUrl } from "../../../test/database.ts";
import { readEnv } from "../../config/env.ts";
import { loadDemoContent } from "../../seed/index.ts";
import { type ClinicDatabase, databaseOf } from "../index.ts";
import { migrateDatabase } from "../migrate.ts";
import { isUpToDate } from "../upToDate.ts";
import { migrations as sqliteMigrations } from "./sqlite/index.ts";

const FIRST = 1;

/** The statements of a migration for SQLite. */
const statementsOf = (name: string): string[] =>
  [
    ...readFileSync(join(import.meta.dirname, "sqlite", `${name}.ts`), "utf8").matchAll(
      /^ {2}`((?:[^`\\]|\\`)*)`,$/gm,
    ),
  ].map(([, statement = ""]) => statement.replaceAll("\\`", "`"));

/** What takes a statement back. */
function opposite(statement: string): string {
  const [, table, column] = /^ALTER TABLE (\S+) ADD (\S+)/.exec(statement) ?? [];
  if (column) return `ALTER TABLE ${table} DROP COLUMN ${column};`;
  const [, from, dropped] = /^ALTER TABLE (\S+) DROP COLUMN (\S+);/.exec(statement) ?? [];
  // SQLite needs no type for it.
  if (dropped) return `ALTER TABLE ${from} ADD ${dropped};`;
  const [, kind, name] = /^CREATE (?:UNIQUE )?(INDEX|TABLE) (\S+)/.exec(statement) ?? [];
  if (name) return `DROP ${kind} ${name};`;
  throw new Error(`This test does not know how to take back: ${statement}`);
}

type SqliteAdapter = { client: { executeMultiple(sql: string): Promise<void> } };

describe.each(databaseKinds)("an upgrade on %s", (kind) => {
  let dataDir = "";
  let payload: Payload;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "clinic-widgets-upgrade-"));
    vi.stubEnv("DATA_DIR", dataDir);
    vi.stubEnv("LOCALES", "en,es");
    vi.stubEnv("DATABASE_URL", kind === "mongodb" ? mongodbTestUrl(`upgrade-${randomUUID()}`) : "");
    vi.stubEnv("PAYLOAD_SECRET", "a secret for tests that nobody needs to know");
    vi.resetModules();
    const { default: config } = await import("../../payload.config.ts");
    payload = await getPayload({ config, key: dataDir, disableOnInit: true });
  });
  afterEach(async () => {
    if (kind === "mongodb") await mongo(payload as never).dropDatabase();
    await payload.destroy();
    vi.unstubAllEnvs();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** All documents of all collections with all languages, and every version of them. */
  async function everything(): Promise<unknown> {
    const all = { limit: 0, pagination: false, depth: 0, sort: "id", overrideAccess: true } as const;
    const lists = payload.config.collections.map(async ({ slug, versions }) => {
      const collection = slug as CollectionSlug;
      const { docs } = await payload.find({ ...all, collection, locale: "all", trash: true });
      const old = versions ? await payload.findVersions({ ...all, collection, locale: "all" }) : undefined;
      return [slug, docs, old?.docs] as const;
    });
    return Promise.all(lists);
  }

  /** Makes of the database what it was before these migrations. Payload itself can write into the newest one alone. */
  async function takeBack(names: string[]): Promise<void> {
    const database = databaseOf(payload) as ClinicDatabase & SqliteAdapter;
    if (kind === "sqlite")
      await database.client.executeMultiple(names.flatMap(statementsOf).reverse().map(opposite).join("\n"));
    await database.deleteMany({ collection: "payload-migrations", where: { name: { in: names } } });
  }

  /** As every version did before one period could be that of several days. */
  async function writeHoursDayByDay(): Promise<void> {
    const hours = (["monday", "tuesday", "sunday"] as const).map((day) => ({
      day,
      ...(day === "sunday" ? {} : { opens: "09:00", closes: "19:00" }),
    }));
    const since = new Date().toISOString();
    await payload.update({ collection: "clinics", where: {}, data: { hours } });
    await payload.db.deleteVersions({ collection: "clinics", where: { createdAt: { less_than: since } } });
  }

  /** As the first version did after five wrong passwords. */
  async function lockEverybody(): Promise<void> {
    const until = new Date(Date.now() + 600_000).toISOString();
    if (kind === "mongodb")
      await mongo(payload)
        .db.collection("users")
        .updateMany({}, { $set: { loginAttempts: 5, lockUntil: until } });
    else
      await (payload.db as unknown as SqliteAdapter).client.executeMultiple(
        `UPDATE users SET login_attempts = 5, lock_until = '${until}'`,
      );
  }

  it("from the first version keeps every document, translation, version and person, and locks nobody out any more", async () => {
    const ada = { email: "ada@example.org", password: "a long enough pass phrase" };
    const since = sqliteMigrations.slice(FIRST).map(({ name }) => name);
    expect(await isUpToDate(readEnv())).toBe(false);
    await migrateDatabase(payload, readEnv());
    await loadDemoContent(payload);
    await payload.create({ collection: "users", data: { ...ada, name: "Ada", role: "administrator" } });
    await writeHoursDayByDay();
    const before = await everything();
    await takeBack(since);
    await lockEverybody();
    expect(await isUpToDate(readEnv())).toBe(false);

    const applied = await migrateDatabase(payload, readEnv());
    expect(await isUpToDate(readEnv())).toBe(true);

    expect(applied).toEqual(since);
    expect(applied.length).toBeGreaterThan(0);
    const ownNotes = (lists: unknown) =>
      (lists as [string][]).filter(([slug]) => slug !== "payload-migrations");
    expect(ownNotes(await everything())).toEqual(ownNotes(before));
    expect(JSON.stringify(before)).toContain("gluteal-tendinopathy");
    const { user } = await payload.login({ collection: "users", data: ada });
    expect(user).toMatchObject({ name: "Ada", role: "administrator" });
  });
});
