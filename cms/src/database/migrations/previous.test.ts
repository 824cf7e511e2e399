/** An upgrade from the version that was first: on its data, nothing that an editor saved is lost. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CollectionSlug, getPayload, type Payload } from "payload";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { databaseKinds, mongo, mongodbTestUrl } from "../../../test/database.ts";
import { readEnv } from "../../config/env.ts";
import { loadDemoContent } from "../../seed/index.ts";
import { migrateDatabase, migrateMongodb, migrateSqlite } from "../migrate.ts";
import { isUpToDate } from "../upToDate.ts";
import { migrations as mongodbMigrations } from "./mongodb/index.ts";
import { migrations as sqliteMigrations } from "./sqlite/index.ts";

const FIRST = 1;

const clientOf = (payload: Payload) =>
  (payload.db as unknown as { client: { execute(sql: string): Promise<unknown> } }).client;

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

  async function migrateToFirstVersion(): Promise<void> {
    if (kind === "sqlite")
      await migrateSqlite(payload, join(dataDir, "cms.sqlite"), sqliteMigrations.slice(0, FIRST));
    else await migrateMongodb(payload, mongodbMigrations.slice(0, FIRST));
  }

  /** As that version did after five wrong passwords. */
  async function lockEverybody(): Promise<void> {
    const until = new Date(Date.now() + 600_000).toISOString();
    if (kind === "mongodb")
      await mongo(payload)
        .db.collection("users")
        .updateMany({}, { $set: { loginAttempts: 5, lockUntil: until } });
    else await clientOf(payload).execute(`UPDATE users SET login_attempts = 5, lock_until = '${until}'`);
  }

  it("from the first version keeps people and their passwords, and locks nobody out any more", async () => {
    await migrateToFirstVersion();
    const data = { email: "ada@example.org", password: "a long enough pass phrase" };
    await payload.create({ collection: "users", data: { ...data, name: "Ada", role: "administrator" } });
    await lockEverybody();

    await migrateDatabase(payload, readEnv());

    expect((await payload.login({ collection: "users", data })).user).toMatchObject({
      name: "Ada",
      role: "administrator",
    });
  });

  it("from the first version keeps every document, translation and version", async () => {
    await migrateToFirstVersion();
    await loadDemoContent(payload);
    const before = await everything();
    expect(await isUpToDate(readEnv())).toBe(false);

    const applied = await migrateDatabase(payload, readEnv());
    expect(await isUpToDate(readEnv())).toBe(true);

    expect(applied).toEqual(sqliteMigrations.slice(FIRST).map(({ name }) => name));
    expect(applied.length).toBeGreaterThan(0);
    const ownNotes = (lists: unknown) =>
      (lists as [string][]).filter(([slug]) => slug !== "payload-migrations");
    expect(ownNotes(await everything())).toEqual(ownNotes(before));
    expect(JSON.stringify(before)).toContain("gluteal-tendinopathy");
  });
});
