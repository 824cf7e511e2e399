/** A restore that is killed at any of its steps, and whoever opens the folder next, killed as well. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { readDataDir, readEnv } from "../config/env.ts";
import { LOCK_FILE, lockFolder, settleFolder, stateFolder, UNPACKING } from "./lock.ts";
import { type Changes, finishReplacing, replaceState } from "./replaceState.ts";

const NOW = new Date("2026-12-01T03:04:05.678Z");
const ASIDE = "before-restore-2026-12-01T03-04-05-678Z";
const QUIET = { tell: () => {} };
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const OLD = {
  "cms.sqlite": "old database",
  // Left by a server that was killed, or by a migration: beside another database they would be poison.
  "cms.sqlite-wal": "old log",
  "cms.sqlite.before-migration": "old copy",
  secret: "an old secret of more than 32 characters",
  "store/snapshots/a.json": "old text",
  "store/snapshots/gone.json": "old text that the backup has not",
};
const NEW = {
  "cms.sqlite": "new database",
  secret: "a new secret of more than 32 characters",
  "store/snapshots/a.json": "new text",
  "store/builds/b.js": "new build",
};
type State = Record<string, string>;

function write(folder: string, state: State): void {
  for (const [path, text] of Object.entries(state)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
/** Every file below `folder`, without the lock and what earlier restores have put aside. */
function read(folder: string): State {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => statSync(join(folder, path)).isFile() && !/^(server\.lock|before-restore-)/.test(path),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** A data folder with `old` in it, and `checked` beside it as a restore leaves it before it begins. */
function makeFolder(old: State = OLD): { folder: string; checked: string } {
  const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-replace-"));
  folders.push(folder);
  const checked = join(folder, `${UNPACKING}Ab12Cd`);
  write(folder, old);
  write(checked, NEW);
  return { folder, checked };
}

class Killed extends Error {}

/** The changes of the file system, until the process is killed after `steps` of them. */
function killedAfter(steps: number): { changes: Changes; count: () => number } {
  let done = 0;
  const counted =
    <Args extends unknown[], Result>(change: (...args: Args) => Result) =>
    (...args: Args): Result => {
      if (done === steps) throw new Killed();
      done++;
      return change(...args);
    };
  const changes = {
    mkdirSync: counted(mkdirSync),
    renameSync: counted(renameSync),
    rmSync: counted(rmSync),
  } as Changes;
  return { changes, count: () => done };
}
const replace = ({ folder, checked }: { folder: string; checked: string }, steps: number) => {
  const { changes, count } = killedAfter(steps);
  try {
    replaceState(stateFolder(folder), checked, NOW, changes);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
  return count();
};
const STEPS = replace(makeFolder(), Number.POSITIVE_INFINITY);
const each = (from: number) =>
  Array.from({ length: STEPS - from + 1 }, (_, index) => [from + index] as const);

it("takes as many steps as there are things to move", () => {
  // In: the new state itself, and its three parts. Out: the folder, five old parts, the mark between, and the empty rest.
  expect(STEPS).toBe(1 + 1 + 5 + 1 + 3 + 1);
});

it("killed before it has begun leaves the old state, and nothing of the new one", () => {
  const made = makeFolder();

  replace(made, 0);
  settleFolder(made.folder, QUIET);
  lockFolder(made.folder, QUIET)();

  expect(read(made.folder)).toEqual(OLD);
  expect(existsSync(join(made.folder, ASIDE))).toBe(false);
});

it.each(each(1))(
  "killed after step %i is finished at the next start, and the old state is put aside whole",
  (steps) => {
    const made = makeFolder();
    const told: string[] = [];
    expect(replace(made, steps)).toBe(steps);

    lockFolder(made.folder, { tell: (sentence) => told.push(sentence) })();

    expect(read(made.folder)).toEqual(NEW);
    expect(read(join(made.folder, ASIDE))).toEqual(OLD);
    expect(readdirSync(made.folder).filter((name) => name.startsWith("."))).toEqual([]);
    expect(told).toEqual(
      steps === STEPS
        ? []
        : [
            `A restore of ${made.folder} was interrupted, and is finished now. What was there before is in ${join(made.folder, ASIDE)}.`,
          ],
    );
  },
);

it.each(each(1))("killed after step %i is finished by starts that are killed, too", (steps) => {
  const made = makeFolder();
  replace(made, steps);

  // Each start comes one step further.
  for (let start = 0; start < STEPS; start++) {
    try {
      finishReplacing(stateFolder(made.folder), killedAfter(1).changes);
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
  }
  lockFolder(made.folder, QUIET)();

  expect(read(made.folder)).toEqual(NEW);
  expect(read(join(made.folder, ASIDE))).toEqual(OLD);
});

it.each(each(1))("killed after step %i gives the next start the secret of the restored state", (steps) => {
  const made = makeFolder();
  replace(made, steps);
  const variables = { NODE_ENV: "test", DATA_DIR: made.folder } as const;

  // In the order of `server.ts`.
  settleFolder(readDataDir(variables), QUIET);

  expect(readEnv(variables).secret).toBe(NEW.secret);
  expect(readFileSync(join(made.folder, ASIDE, "secret"), "utf8")).toBe(OLD.secret);
});

it.each(each(1))("killed after step %i loses nothing to a program that knew nothing of it", (steps) => {
  const made = makeFolder();
  replace(made, steps);
  for (const name of ["cms.sqlite", "secret"])
    if (!existsSync(join(made.folder, name))) writeFileSync(join(made.folder, name), "made meanwhile");

  lockFolder(made.folder, QUIET)();

  expect(read(made.folder)).toEqual(NEW);
  expect(read(join(made.folder, ASIDE))).toMatchObject(OLD);
});

it("of an empty folder puts nothing aside, wherever it is killed", () => {
  const steps = replace(makeFolder({}), Number.POSITIVE_INFINITY);
  for (let step = 1; step <= steps; step++) {
    const made = makeFolder({});
    replace(made, step);

    lockFolder(made.folder, QUIET)();

    expect(read(made.folder)).toEqual(NEW);
    expect(readdirSync(made.folder).sort()).toEqual(["cms.sqlite", "secret", LOCK_FILE, "store"].sort());
  }
});

it("is not finished by a second process while the first is at it", () => {
  const made = makeFolder();
  const unlock = lockFolder(made.folder, QUIET);
  write(made.checked, NEW);
  replace(made, 3);

  expect(() => settleFolder(made.folder, QUIET)).toThrow("Another server, or a restore, works on");

  unlock();
});

it("that cannot be finished stops the start with a sentence, and gives the lock back", () => {
  const made = makeFolder();
  replace(made, STEPS - 2);
  // A folder that is not empty cannot be replaced by a file.
  const [left = ""] = readdirSync(
    join(made.folder, readdirSync(made.folder).find((name) => name.startsWith(".")) ?? ""),
  );
  mkdirSync(join(made.folder, left, "in the way"), { recursive: true });

  expect(() => lockFolder(made.folder, QUIET)).toThrow(
    /was interrupted, and cannot be finished \(.+\)\. Let this user write/,
  );

  rmSync(join(made.folder, left), { recursive: true });
  lockFolder(made.folder, QUIET)();
  expect(read(made.folder)).toEqual(NEW);
});
