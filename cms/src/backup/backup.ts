/** One archive with the embedded state as it is at one moment. */
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ConfigurationError, type Env } from "../config/env.ts";
import { copyDatabase } from "../database/sqlite/copy.ts";
import { pack } from "./archive.ts";
import { DATABASE, SECRET, STORE } from "./contents.ts";
import { copyFolder } from "./copyFolder.ts";

/** Writes the backup to `file`; safe while the server runs, which may go on saving. */
export async function writeBackup(env: Pick<Env, "dataDir">, file: string): Promise<void> {
  const database = join(env.dataDir, DATABASE);
  if (!existsSync(database))
    throw new ConfigurationError(
      `There is nothing to back up: ${database} does not exist. Start the CMS once, or set DATA_DIR to its folder.`,
    );
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Beside the target, so that the last step is a rename and a half-written backup never has the name of a whole one.
  const work = await mkdtemp(`${file}.`);
  try {
    const folder = join(work, "state");
    await mkdir(folder);
    copyDatabase(database, join(folder, DATABASE));
    if (existsSync(join(env.dataDir, SECRET)))
      await copyFile(join(env.dataDir, SECRET), join(folder, SECRET));
    await copyFolder(join(env.dataDir, STORE), join(folder, STORE));
    const archive = join(work, "archive");
    await pack(folder, archive);
    await rename(archive, file);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
