/**
 * One server at a time on a data folder: two would publish over each other.
 * The lock is an open transaction on a file, which the system ends with its process, however that ends. A process id in
 * a file could not say: in containers the next process has the same one, and another container's are unknown.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { ConfigurationError } from "../config/env.ts";

/** Nothing may open it by other means: closing any handle of the file would end the lock. */
export const LOCK_FILE = "server.lock";
/** There while a restore puts its files in place, and after it was interrupted. */
export const RESTORING = ".restoring";

/** What the folders are called in which a restore unpacks and checks a backup. */
export const UNPACKING = ".unpacking-";

/** Takes the lock of `folder` and returns what gives it back. */
export function lockFolder(folder: string, { evenAfterInterruptedRestore = false } = {}): () => void {
  const lock = openExclusively(folder);
  let held = true;
  const unlock = () => {
    if (!held) return;
    held = false;
    lock.exec("ROLLBACK");
    lock.close();
  };
  removeUnpacked(folder);
  if (!evenAfterInterruptedRestore && existsSync(join(folder, RESTORING))) {
    unlock();
    throw new ConfigurationError(
      `A restore of ${folder} was interrupted, so its state is not whole. Run npm run restore with the same backup again.`,
    );
  }
  return unlock;
}

/** A restore that was killed could not remove what it had unpacked: a second database with all passwords. */
function removeUnpacked(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(UNPACKING)) rmSync(join(folder, name), { recursive: true, force: true });
}

function openExclusively(folder: string): Database.Database {
  let lock: Database.Database | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    lock = new Database(join(folder, LOCK_FILE));
    lock.exec("PRAGMA busy_timeout = 0");
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (cause) {
    lock?.close();
    const { code, message } = cause as { code?: string; message: string };
    throw new ConfigurationError(
      code === "SQLITE_BUSY"
        ? `Another server, or a restore, works on ${folder}. Stop it, or set DATA_DIR to another folder.`
        : `The data folder ${folder} cannot be used (${message}). Let this user write there, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}
