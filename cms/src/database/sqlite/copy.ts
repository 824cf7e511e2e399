/** A copy of a database that may be in use. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import Database from "libsql";

/** Writes what is committed in `file` to `target`, which appears whole or not at all. */
export function copyDatabase(file: string, target: string): void {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  // Empty, which SQLite takes for new: the copy is its owner's alone from the first byte.
  closeSync(openSync(partial, "wx", 0o600));
  const database = new Database(file);
  try {
    database.exec(`VACUUM INTO '${partial.replaceAll("'", "''")}'`);
  } finally {
    database.close();
  }
  const copy = openSync(partial, "r");
  fsyncSync(copy);
  closeSync(copy);
  renameSync(partial, target);
}
