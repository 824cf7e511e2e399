/** Where published files and builds lie: a folder beside the embedded database, or MongoDB. */
import { join } from "node:path";
import type { Logger } from "pino";
import type { Env } from "../config/env.ts";
import { openDirectoryStore } from "./directory.ts";
import { lockFolder } from "./lock.ts";
import { openMongodbStore } from "./mongodb.ts";
import type { SnapshotStore } from "./types.ts";

export * from "./types.ts";

/** The store that goes with the database. It serves what it had before, also while the database is away. */
export async function createStore(env: Env, log: Logger): Promise<SnapshotStore> {
  if (env.database.kind === "mongodb")
    return openMongodbStore({ url: env.database.url, folder: join(env.dataDir, "mirror"), log });
  const whenClosed = lockFolder(env.dataDir);
  return openDirectoryStore(join(env.dataDir, "store"), { whenClosed, log });
}
