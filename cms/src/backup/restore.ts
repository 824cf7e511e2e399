/** Puts a backup in the place of the embedded state. Nothing is touched before the backup has been checked whole. */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createClient } from "@libsql/client";
import { ConfigurationError, type Env } from "../env.ts";
import { lockFolder } from "../store/lock.ts";
import { unpack } from "./archive.ts";

/** Restores `file`; answers with the folder that keeps what was there before, if anything was. */
export async function restoreBackup(env: Env, file: string, now = new Date()): Promise<string | undefined> {
  if (!existsSync(file)) throw new ConfigurationError(`There is no backup at ${file}.`);
  await mkdir(dirname(env.dataDir), { recursive: true });
  const fresh = await mkdtemp(`${env.dataDir}.restoring-`);
  try {
    await unpack(file, fresh);
    await checkDatabase(join(fresh, "cms.sqlite"), file);
    const aside = existsSync(env.dataDir)
      ? `${env.dataDir}.before-restore-${now.toISOString().replace(/[:.]/g, "-")}`
      : undefined;
    if (aside) {
      // Throws with a sentence while a server works on the folder.
      const unlock = lockFolder(join(env.dataDir, "store"));
      unlock();
      await rename(env.dataDir, aside);
    }
    await rename(fresh, env.dataDir);
    return aside;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function checkDatabase(database: string, file: string): Promise<void> {
  const refusal = `${file} holds no whole database of this CMS. Nothing was changed.`;
  if (!existsSync(database)) throw new ConfigurationError(refusal);
  const client = createClient({ url: `file:${database}` });
  try {
    const { rows } = await client.execute("PRAGMA integrity_check");
    if (rows[0]?.integrity_check !== "ok") throw new ConfigurationError(refusal);
    await client.execute("SELECT count(*) FROM payload_migrations");
  } catch {
    throw new ConfigurationError(refusal);
  } finally {
    client.close();
  }
}
