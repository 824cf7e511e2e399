/**
 * Puts a backup in the place of the embedded state. Nothing is touched before the backup has been checked whole.
 * All happens inside of the data folder, which may be a mount point that cannot be moved itself.
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { ConfigurationError, type Env } from "../config/env.ts";
import { LOCK_FILE, lockFolder, RESTORING, UNPACKING } from "../store/lock.ts";
import { unpack } from "./archive.ts";
import { CONTENTS, DATABASE } from "./contents.ts";

const ASIDE = "before-restore-";

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
    return await swap(dataDir, unpacked, join(dataDir, ASIDE + now.toISOString().replace(/[:.]/g, "-")));
  } finally {
    await rm(unpacked, { recursive: true, force: true });
    unlock();
  }
}

/** Moves what is in `dataDir` to `aside`, and what is in `unpacked` to its place. */
async function swap(dataDir: string, unpacked: string, aside: string): Promise<string | undefined> {
  const fresh = join(dataDir, RESTORING);
  // Left by a restore that was interrupted: its backup can be unpacked again.
  await rm(fresh, { recursive: true, force: true });
  const old = (await readdir(dataDir)).filter(
    (name) => !name.startsWith(LOCK_FILE) && !name.startsWith(ASIDE) && !name.startsWith(UNPACKING),
  );
  // From here on, and until all is in place, no server starts on the folder.
  await rename(unpacked, fresh);
  if (old.length > 0) await mkdir(aside, { mode: 0o700 });
  for (const name of old) await rename(join(dataDir, name), join(aside, name));
  for (const name of await readdir(fresh)) await rename(join(fresh, name), join(dataDir, name));
  await rm(fresh, { recursive: true });
  return old.length > 0 ? aside : undefined;
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
