/**
 * One server at a time on a data folder: two would publish over each other.
 * The lock is an open transaction on a file, which the system ends with its process, however that ends. A process id in
 * a file could not say: in containers the next process has the same one, and another container's are unknown.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { ConfigurationError } from "../config/env.ts";
import { finishReplacing, isHalfReplaced } from "./replaceState.ts";

/** Nothing may open it by other means: closing any handle of the file would end the lock. */
export const LOCK_FILE = "server.lock";
/** Left by a restore of an earlier version that was killed: of what lies there nobody can say what is old. */
export const RESTORING = ".restoring";

/** What the folders are called in which a restore unpacks and checks a backup. */
export const UNPACKING = ".unpacking-";

/** Whether an entry of the data folder belongs to the lock or to a restore, and to no state. */
const isForeign = (name: string): boolean => name.startsWith(LOCK_FILE) || name.startsWith(UNPACKING);

/** The data folder at `path`, as what replaces its state sees it. */
export const stateFolder = (path: string) => ({ path, isForeign });

/** Takes the lock of `folder` and returns what gives it back. What a restore that was killed has begun is finished first. */
export function lockFolder(
  folder: string,
  { evenAfterInterruptedRestore = false, tell = print }: Options = {},
): () => void {
  const lock = openExclusively(folder);
  let held = true;
  const unlock = () => {
    if (!held) return;
    held = false;
    lock.exec("ROLLBACK");
    lock.close();
  };
  try {
    removeUnpacked(folder);
    finishRestore(folder, tell);
    if (!evenAfterInterruptedRestore && existsSync(join(folder, RESTORING)))
      throw new ConfigurationError(
        `A restore of ${folder} was interrupted, so its state is not whole. Run npm run restore with the same backup again.`,
      );
  } catch (error) {
    unlock();
    throw error;
  }
  return unlock;
}

type Options = { evenAfterInterruptedRestore?: boolean; tell?: (sentence: string) => void };

/** For the person at the terminal. */
const print = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

/**
 * Before anything in `folder` is read, its secret too: finishes what a restore that was killed has begun.
 * @throws ConfigurationError while a restore is at it.
 */
export function settleFolder(folder: string, options?: Pick<Options, "tell">): void {
  if (isHalfReplaced(folder)) lockFolder(folder, options)();
}

function finishRestore(folder: string, tell: (sentence: string) => void): void {
  if (!isHalfReplaced(folder)) return;
  try {
    const aside = finishReplacing(stateFolder(folder));
    tell(
      `A restore of ${folder} was interrupted, and is finished now.${aside ? ` What was there before is in ${aside}.` : ""}`,
    );
  } catch (cause) {
    throw new ConfigurationError(
      `A restore of ${folder} was interrupted, and cannot be finished (${(cause as Error).message}). Let this user write there, and start again.`,
      { cause },
    );
  }
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
