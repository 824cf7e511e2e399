/**
 * Puts a checked state in the place of what a data folder holds. A process may be killed at any moment: whoever opens the
 * folder next finishes what was begun, because the new state was checked whole before, and the old one is lost by nothing.
 * Each step is one rename, and the name of a folder says how far it went:
 *   .restoring-<time>   the new state, while the old one moves to before-restore-<time>
 *   .restored-<time>    the rest of the new state, of which each part moves to its place: nothing old is there any more
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const OUT = ".restoring-";
const IN = ".restored-";
const ASIDE = "before-restore-";

/** What changes the folder; a test stops in the middle. */
export type Changes = { mkdirSync: typeof mkdirSync; renameSync: typeof renameSync; rmSync: typeof rmSync };
const ours: Changes = { mkdirSync, renameSync, rmSync };

type Folder = {
  path: string;
  /** Which of its entries belong to no state, such as the lock. */
  isForeign: (name: string) => boolean;
};

/** Moves what is in `checked`, a folder inside of it, to its place; answers with the folder that keeps what was there before. */
export function replaceState(
  folder: Folder,
  checked: string,
  now: Date,
  changes: Changes = ours,
): string | undefined {
  const time = now.toISOString().replace(/[:.]/g, "-");
  // From here on the restore is finished, by whomever.
  changes.renameSync(checked, join(folder.path, OUT + time));
  return finishReplacing(folder, changes);
}

/** Whether a restore was killed in the middle. */
export const isHalfReplaced = (path: string): boolean => begun(path, OUT, IN) !== undefined;

/** Finishes a restore that was killed, if one was; answers with the folder that keeps what was there before. */
export function finishReplacing(folder: Folder, changes: Changes = ours): string | undefined {
  const { path } = folder;
  const leaving = begun(path, OUT);
  if (leaving !== undefined) {
    moveOut(folder, join(path, ASIDE + leaving), changes);
    changes.renameSync(join(path, OUT + leaving), join(path, IN + leaving));
  }
  const arriving = begun(path, IN);
  if (arriving === undefined) return undefined;
  const rest = join(path, IN + arriving);
  for (const name of readdirSync(rest)) changes.renameSync(join(rest, name), join(path, name));
  changes.rmSync(rest, { recursive: true });
  const aside = join(path, ASIDE + arriving);
  return existsSync(aside) ? aside : undefined;
}

function moveOut({ path, isForeign }: Folder, aside: string, changes: Changes): void {
  const old = readdirSync(path).filter(
    (name) => ![OUT, IN, ASIDE].some((start) => name.startsWith(start)) && !isForeign(name),
  );
  if (old.length > 0) changes.mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const name of old) {
    // A program that knew nothing of the restore has made it meanwhile: what was there before is not overwritten.
    const kept = existsSync(join(aside, name)) ? `${name}-made-meanwhile` : name;
    changes.renameSync(join(path, name), join(aside, kept));
  }
}

/** The time of the restore that has come as far as one of `stages`. */
function begun(path: string, ...stages: string[]): string | undefined {
  for (const name of existsSync(path) ? readdirSync(path) : [])
    for (const stage of stages) if (name.startsWith(stage)) return name.slice(stage.length);
  return undefined;
}
