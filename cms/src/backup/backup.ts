/** One archive with the embedded state as it is at one moment. */
import { existsSync } from "node:fs";
import { chmod, copyFile, cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { copyDatabase } from "../database/sqlite/copy.ts";
import { ConfigurationError, type Env } from "../env.ts";

import { pack } from "./archive.ts";

/** Writes the backup to `file`; safe while the server runs, which may go on saving. */
export async function writeBackup(env: Env, file: string): Promise<void> {
  const database = join(env.dataDir, "cms.sqlite");
  if (!existsSync(database))
    throw new ConfigurationError(
      `There is nothing to back up: ${database} does not exist. Start the CMS once, or set DATA_DIR to its folder.`,
    );
  await mkdir(dirname(file), { recursive: true });
  // Beside the target, so that the last step is a rename and a half-written backup never has the name of a whole one.
  const folder = await mkdtemp(`${file}.`);
  try {
    copyDatabase(database, join(folder, "cms.sqlite"));
    if (existsSync(join(env.dataDir, "secret")))
      await copyFile(join(env.dataDir, "secret"), join(folder, "secret"));
    if (existsSync(join(env.dataDir, "store"))) {
      await cp(join(env.dataDir, "store"), join(folder, "store"), {
        recursive: true,
        filter: (path) => !path.endsWith("server.lock") && !path.endsWith(".half"),
      });
    }
    const half = `${file}.half`;
    await pack(folder, half);
    await chmod(half, 0o600);
    await rename(half, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
