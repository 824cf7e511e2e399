/** The database of the CMS: an embedded SQLite file or MongoDB, each made safe, with the outbox on top. */
import type { BaseDatabaseAdapter, BasePayload, DatabaseAdapterObj } from "payload";
import type { Env } from "../config/env.ts";
import { keepLocks } from "./keepLocks.ts";
import { mongodbDatabase } from "./mongodb/index.ts";
import { withCommitWork } from "./onceCommitted.ts";
import { type ClinicDatabase, withOutbox } from "./outbox.ts";
import { sqliteDatabase } from "./sqlite/index.ts";
import { refuseAfterRollback } from "./transactions.ts";

export { type ClinicDatabase, OUTBOX } from "./outbox.ts";
export { inTransaction } from "./transactions.ts";

/** Adds to an adapter what a feature needs at the point where rows are written. */
export type AdapterExtension = (database: ClinicDatabase) => ClinicDatabase;

/** The adapter for `env.database`, with what features add to it. Nothing is opened before Payload connects. */
export function databaseAdapter(
  env: Pick<Env, "database">,
  ...extensions: AdapterExtension[]
): DatabaseAdapterObj<ClinicDatabase> {
  const base =
    env.database.kind === "sqlite"
      ? sqliteDatabase({ file: env.database.file })
      : mongodbDatabase({ url: env.database.url });
  return { ...base, init: (args) => safeDatabase(base.init(args), ...extensions) };
}

/** What both databases need on top of Payload's adapters. */
export function safeDatabase(
  adapter: BaseDatabaseAdapter,
  ...extensions: AdapterExtension[]
): ClinicDatabase {
  const database = extensions.reduce(
    (extended, extend) => extend(extended),
    withOutbox(withCommitWork(adapter)),
  );
  refuseAfterRollback(database);
  // Around it: one call becomes two, and each asks whether its transaction still is.
  keepLocks(database);
  return database;
}

/** The database of `payload`. Its type there is the union of what every installed adapter declares. */
export const databaseOf = (payload: Pick<BasePayload, "db">): ClinicDatabase =>
  payload.db as unknown as ClinicDatabase;
