/** Where published files and builds lie: a folder beside the embedded database, or MongoDB. */
import { join } from "node:path";
import type { Logger } from "pino";
import type { Env } from "../env.ts";
import { openDirectoryStore } from "./directory.ts";
import { openMongodbStore } from "./mongodb.ts";
import type { SnapshotStore } from "./types.ts";

export * from "./types.ts";

/** The store that goes with the database. It serves what it had before, also while the database is away. */
export function createStore(env: Env, log: Logger): Promise<SnapshotStore> {
  return env.database.kind === "sqlite"
    ? openDirectoryStore(join(env.dataDir, "store"))
    : openMongodbStore({ url: env.database.url, folder: join(env.dataDir, "mirror"), log });
}
