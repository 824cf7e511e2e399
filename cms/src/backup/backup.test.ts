/** Backup and restore of a small state; that of a running product is in `tests/commands`. */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LOCK_FILE, lockFolder, RESTORING } from "../store/lock.ts";
import { writeBackup } from "./backup.ts";
import { restoreBackup } from "./restore.ts";

let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clinic-widgets-backup-"));
  dataDir = join(folder, "data");
  makeState(dataDir, "first");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function makeState(where: string, words: string): void {
  mkdirSync(join(where, "store/snapshots"), { recursive: true });
  const database = new Database(join(where, "cms.sqlite"));
  database.exec("CREATE TABLE IF NOT EXISTS payload_migrations (name text)");
  database.exec("CREATE TABLE IF NOT EXISTS notes (words text)");
  database.exec(`INSERT INTO notes VALUES ('${words}')`);
  database.close();
  writeFileSync(join(where, "secret"), words.repeat(10), { mode: 0o600 });
  writeFileSync(join(where, "store/snapshots/a.json"), words);
  writeFileSync(join(where, "store/snapshots/b.half"), "unfinished");
}
const wordsIn = (where: string) => readFileSync(join(where, "store/snapshots/a.json"), "utf8");
const backup = async () => {
  const file = join(folder, "backups/one.tar.gz");
  await writeBackup({ dataDir }, file);
  return file;
};
/** An archive of a folder that `fill` fills. */
function archiveOf(fill: (where: string) => void): string {
  const where = mkdtempSync(join(folder, "archive-"));
  fill(where);
  execFileSync("tar", ["-czf", `${where}.tar.gz`, "-C", where, "."]);
  return `${where}.tar.gz`;
}

describe("a backup", () => {
  it("can be read by its owner alone, and leaves nothing beside it", async () => {
    const file = await backup();

    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, "backups"))).toEqual(["one.tar.gz"]);
  });

  it("holds what is finished, while the server runs", async () => {
    const unlock = lockFolder(dataDir);

    const names = execFileSync("tar", ["-tzf", await backup()], { encoding: "utf8" });
    unlock();

    expect(
      names
        .split("\n")
        .filter((name) => name && !name.endsWith("/"))
        .sort(),
    ).toEqual(["./cms.sqlite", "./secret", "./store/snapshots/a.json"]);
  });
});

describe("a restore", () => {
  it("works inside of the folder, which may be a mount point, and keeps what was there", async () => {
    const file = await backup();
    writeFileSync(join(dataDir, "store/snapshots/a.json"), "second");
    const inode = statSync(dataDir).ino;

    const aside = await restoreBackup({ dataDir }, file);

    expect(statSync(dataDir).ino).toBe(inode);
    expect(wordsIn(dataDir)).toBe("first");
    expect(wordsIn(aside ?? "")).toBe("second");
    expect(aside?.startsWith(join(dataDir, "before-restore-"))).toBe(true);
    expect(readdirSync(dataDir).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("fills an empty folder, and names nothing that it put aside", async () => {
    const file = await backup();
    const empty = join(folder, "empty");

    expect(await restoreBackup({ dataDir: empty }, file)).toBeUndefined();

    expect(wordsIn(empty)).toBe("first");
    expect(statSync(join(empty, "secret")).mode & 0o777).toBe(0o600);
    expect(statSync(empty).mode & 0o777).toBe(0o700);
  });

  it("is refused while a server runs", async () => {
    const file = await backup();
    const unlock = lockFolder(dataDir);

    await expect(restoreBackup({ dataDir }, file)).rejects.toThrow("Another server, or a restore, works on");

    unlock();
  });

  it.each([
    ["a path that leads out of the folder", (where: string) => symlinkSync("../..", join(where, "store"))],
    ["a file that no backup holds", (where: string) => writeFileSync(join(where, "authorized_keys"), "x")],
    ["no database", (where: string) => writeFileSync(join(where, "secret"), "x".repeat(64))],
    ["a broken database", (where: string) => writeFileSync(join(where, "cms.sqlite"), "x".repeat(8000))],
  ])("refuses an archive with %s, and changes nothing", async (_, fill) => {
    const file = archiveOf(fill);
    const before = readdirSync(dataDir);

    await expect(restoreBackup({ dataDir }, file)).rejects.toThrow("Nothing was changed");

    expect(readdirSync(dataDir).filter((name) => name !== LOCK_FILE)).toEqual(before);
    expect(wordsIn(dataDir)).toBe("first");
  });

  it("refuses names that climb out of the folder", async () => {
    writeFileSync(join(folder, "evil"), "x");
    const file = join(folder, "evil.tar.gz");
    execFileSync("tar", ["-czf", file, "-P", "-C", dataDir, "./cms.sqlite", "./store/../../evil"]);

    await expect(restoreBackup({ dataDir }, file)).rejects.toThrow("Nothing was changed");
  });

  it("that was interrupted keeps servers away until it is repeated", async () => {
    const file = await backup();
    mkdirSync(join(dataDir, RESTORING));

    expect(() => lockFolder(dataDir)).toThrow("A restore of");
    await restoreBackup({ dataDir }, file);

    lockFolder(dataDir)();
    expect(existsSync(join(dataDir, RESTORING))).toBe(false);
  });
});
