/**
 * Puts a backup in the place of the embedded state. Nothing is touched before the backup has been checked whole, and what is
 * begun then is finished at the next start at the latest (`store/replaceState.ts`).
 * All happens inside of the data folder, which may be a mount point that cannot be moved itself.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { ConfigurationError, type Env } from "../config/env.ts";
import { lockFolder, stateFolder, UNPACKING } from "../store/lock.ts";
import { replaceState } from "../store/replaceState.ts";
import { unpack } from "./archive.ts";
import { CONTENTS, DATABASE } from "./contents.ts";

/** Restores `file`; answers with the folder that keeps what was there before, if anything was. */
export async function restoreBackup(
  { dataDir }: Pick<Env, "dataDir">,
  file: string,
  now = new Date(),
): Promise<string | undefined> {
  if (!existsSync(file)) throw new ConfigurationError(`There is no backup at ${file}.`);
  // Throws with a sentence while a server works on the folder, and keeps others away until the end.
  const unlock = lockFolder(dataDir, { evenAfterInterruptedRestore: true });
  const unpacked = await mkdtemp(join(dataDir, UNPACKING));
  try {
    await unpack(file, unpacked, CONTENTS);
    await checkDatabase(join(unpacked, DATABASE), file);
    return replaceState(stateFolder(dataDir), unpacked, now);
  } finally {
    await rm(unpacked, { recursive: true, force: true });
    unlock();
  }
}

async function checkDatabase(database: string, file: string): Promise<void> {
  const refusal = new ConfigurationError(`${file} holds no whole database of this CMS. Nothing was changed.`);
  if (!existsSync(database)) throw refusal;
  const client = createClient({ url: `file:${database}` });
  try {
    const { rows } = await client.execute("PRAGMA integrity_check");
    if (rows[0]?.integrity_check !== "ok") throw refusal;
    await client.execute("SELECT count(*) FROM payload_migrations");
  } catch {
    throw refusal;
  } finally {
    client.close();
  }
}
