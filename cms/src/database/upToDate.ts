/** Whether a database needs no migration, found out in milliseconds and without Payload, whose loading takes seconds. */
import { existsSync } from "node:fs";
import Database from "libsql";
import { MongoClient } from "mongodb";
import type { Env } from "../config/env.ts";
import { migrations as mongodbMigrations } from "./migrations/mongodb/index.ts";
import { migrations as sqliteMigrations } from "./migrations/sqlite/index.ts";
import { NOTICE_OUTAGES } from "./mongodb/options.ts";

/** `false` also when it cannot be found out: the migrations then say what is wrong. */
export async function isUpToDate({ database }: Pick<Env, "database">): Promise<boolean> {
  try {
    const [wanted, applied] =
      database.kind === "sqlite"
        ? [sqliteMigrations, appliedInFile(database.file)]
        : [mongodbMigrations, await appliedInMongodb(database.url)];
    return wanted.every(({ name }) => applied.includes(name));
  } catch {
    return false;
  }
}

function appliedInFile(file: string): unknown[] {
  if (!existsSync(file)) return [];
  const client = new Database(file);
  try {
    return client.prepare("SELECT name FROM payload_migrations").all().map(nameOf);
  } finally {
    client.close();
  }
}

async function appliedInMongodb(url: string): Promise<unknown[]> {
  const client = new MongoClient(url, { ...NOTICE_OUTAGES, serverSelectionTimeoutMS: 5000 });
  try {
    return (await client.db().collection("payload-migrations").find().toArray()).map(nameOf);
  } finally {
    await client.close();
  }
}

const nameOf = (row: unknown): unknown => (row as { name?: unknown }).name;
