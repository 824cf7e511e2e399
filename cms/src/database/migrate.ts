/** Brings a database to the state that this version of the CMS expects, before anything else uses it. */
import type { MigrateUpArgs as MongodbArgs } from "@payloadcms/db-mongodb";
import { type MigrateUpArgs as SqliteArgs, sql } from "@payloadcms/db-sqlite";
import type { ClientSession, Db } from "mongodb";
import type { BasePayload, PayloadRequest } from "payload";
import type { Env } from "../config/env.ts";
import { type ClinicDatabase, databaseOf } from "./index.ts";
import { migrations as mongodbMigrations } from "./migrations/mongodb/index.ts";
import { migrations as sqliteMigrations } from "./migrations/sqlite/index.ts";
import { sessionOf } from "./mongodb/index.ts";
import { withMigrationLock } from "./mongodb/migrationLock.ts";
import type { SqliteClient } from "./sqlite/client.ts";
import { copyDatabase } from "./sqlite/copy.ts";
import { inTransaction } from "./transactions.ts";

/** One step, applied once to every database, in the order of the names. */
export type Migration<Args> = { name: string; up(args: Args): Promise<void> };

const APPLIED = "payload-migrations";

/** Applies what is pending to the database of `payload`, which is the one of `env`. Returns the names of what was applied. */
export function migrateDatabase(payload: BasePayload, env: Pick<Env, "database">): Promise<string[]> {
  return env.database.kind === "sqlite"
    ? migrateSqlite(payload, env.database.file, sqliteMigrations)
    : migrateMongodb(payload, mongodbMigrations);
}

/**
 * Applies all that is pending in one transaction, so that two processes cannot collide and a failure leaves the old state.
 * The database as it was is copied to `<file>.before-<name of the first migration>`, unless it was empty.
 */
export async function migrateSqlite(
  payload: BasePayload,
  file: string,
  migrations: Migration<SqliteArgs>[],
): Promise<string[]> {
  const adapter = databaseOf(payload) as ClinicDatabase & { client: SqliteClient };
  return adapter.client.withoutForeignKeys(() =>
    inTransaction(adapter, undefined, async (req, id) => {
      const db = adapter.sessions?.[id]?.db as SqliteArgs["db"];
      const tables = await db.all(sql`SELECT name FROM sqlite_master WHERE type = 'table'`);
      const isNew = tables.length === 0;
      const pending = isNew ? migrations : await pendingOf(payload, migrations, req);
      if (!pending[0]) return [];
      if (!isNew) copyDatabase(file, `${file}.before-${pending[0].name}`);
      for (const migration of pending) {
        await migration.up({ db, payload, req: req as PayloadRequest } as SqliteArgs);
        await noteApplied(payload, migration, req);
      }
      await checkForeignKeys(db);
      return pending.map((migration) => migration.name);
    }),
  );
}

async function checkForeignKeys(db: SqliteArgs["db"]): Promise<void> {
  const broken = await db.all(sql`PRAGMA foreign_key_check`);
  if (broken.length === 0) return;
  throw new Error(
    `The migrations were undone: they left ${broken.length} rows that refer to rows which are gone.`,
  );
}

/** Applies what is pending, one transaction each, while no other node does. */
export async function migrateMongodb(
  payload: BasePayload,
  migrations: Migration<MongodbArgs>[],
): Promise<string[]> {
  const adapter = databaseOf(payload) as ClinicDatabase & { connection: { db: Db } };
  return withMigrationLock(adapter.connection.db, async (fence) => {
    const pending = await pendingOf(payload, migrations);
    for (const migration of pending) {
      await inTransaction(adapter, undefined, async (req, id) => {
        const session = sessionOf(adapter, id) as ClientSession;
        await fence(session);
        await migration.up({ payload, req: req as PayloadRequest, session } as MongodbArgs);
        await noteApplied(payload, migration, req);
      });
    }
    return pending.map((migration) => migration.name);
  });
}

async function pendingOf<Args>(
  payload: BasePayload,
  migrations: Migration<Args>[],
  req?: Partial<PayloadRequest>,
): Promise<Migration<Args>[]> {
  const { docs } = await payload.db.find<{ id: string; name: string }>({
    collection: APPLIED,
    limit: 0,
    pagination: false,
    where: {},
    req,
  });
  const applied = new Set(docs.map((doc) => doc.name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function noteApplied(
  payload: BasePayload,
  migration: Migration<never>,
  req: Partial<PayloadRequest>,
): Promise<void> {
  await payload.db.create({ collection: APPLIED, data: { name: migration.name, batch: 1 }, req });
}
