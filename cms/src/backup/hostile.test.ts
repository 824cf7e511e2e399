/** Archives that no backup of ours is: each is refused, or becomes harmless, and nothing outside of the folder changes. */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDirectoryStore } from "../store/directory.ts";
import { lockFolder, UNPACKING } from "../store/lock.ts";
import { unpack } from "./archive.ts";
import { restoreBackup } from "./restore.ts";

let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clinic-widgets-hostile-"));
  dataDir = join(folder, "data");
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "secret"), "ours");
  writeFileSync(join(folder, "outside"), "not ours");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A header of the tar format: some kinds of entries no program makes without special rights. */
function entry(name: string, kind: string, { link = "", mode = 0o644, text = "" } = {}): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, "0")}\0`;
  header.write(name, 0);
  header.write(octal(mode, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(text.length, 12), 124);
  header.write(octal(0, 12), 136);
  header.write("        ", 148);
  header.write(kind, 156);
  header.write(link, 157);
  header.write("ustar\x0000", 257, "latin1");
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  const body = Buffer.alloc(Math.ceil(text.length / 512) * 512);
  body.write(text);
  return Buffer.concat([header, body]);
}
/** A whole backup, and `more` at its end. */
function archive(fill: (where: string) => void = () => {}, more: Buffer[] = []): string {
  const where = mkdtempSync(join(folder, "archive-"));
  const database = new Database(join(where, "cms.sqlite"));
  database.exec("CREATE TABLE payload_migrations (name text)");
  database.close();
  mkdirSync(join(where, "store/snapshots"), { recursive: true });
  fill(where);
  const packed = execFileSync("tar", ["-cf", "-", "-C", where, "."], { maxBuffer: 64 * 1024 * 1024 });
  // Two empty blocks, and what fills the record, end an archive.
  let end = packed.length;
  while (packed.subarray(end - 512, end).every((byte) => byte === 0)) end -= 512;
  const file = `${where}.tar.gz`;
  writeFileSync(file, gzipSync(Buffer.concat([packed.subarray(0, end), ...more, Buffer.alloc(1024)])));
  return file;
}

const REFUSED: [string, () => string][] = [
  ["a link to a file", () => archive((where) => symlinkSync("/etc/passwd", join(where, "secret")))],
  ["a link to a folder", () => archive((where) => symlinkSync("..", join(where, "store/up")))],
  [
    "a file behind a link of its own",
    () =>
      archive(undefined, [
        entry("./store/up", "2", { link: "../../.." }),
        entry("./store/up/outside", "0", { text: "changed" }),
      ]),
  ],
  [
    "two names for one file",
    () => archive((where) => linkSync(join(where, "cms.sqlite"), join(where, "secret"))),
  ],
  ["a hard link to the system", () => archive(undefined, [entry("./secret", "1", { link: "/etc/passwd" })])],
  [
    "a hard link out of the folder",
    () => archive(undefined, [entry("./secret", "1", { link: "../../outside" })]),
  ],
  ["a disk", () => archive(undefined, [entry("./store/disk", "4")])],
  ["a terminal", () => archive(undefined, [entry("./store/terminal", "3")])],
  ["a pipe", () => archive(undefined, [entry("./secret", "6")])],
  ["a path that climbs", () => archive(undefined, [entry("./store/../../../outside", "0", { text: "x" })])],
  ["a path from the root", () => archive(undefined, [entry("/tmp/outside", "0", { text: "x" })])],
  ["a name without the dot before it", () => archive(undefined, [entry("secret", "0", { text: "x" })])],
  ["a foreign file", () => archive((where) => writeFileSync(join(where, "authorized_keys"), "x"))],
  ["a foreign folder", () => archive((where) => mkdirSync(join(where, ".restoring")))],
  ["a name of two lines", () => archive((where) => writeFileSync(join(where, "store\n.ssh"), "x"))],
  ["no end", () => cutShort(archive((where) => writeFileSync(join(where, "store/a"), "x".repeat(99_999))))],
  ["nothing in it", () => written(Buffer.alloc(0))],
  ["no compression", () => written(entry("./secret", "0", { text: "x" }))],
];
function written(bytes: Buffer): string {
  const file = join(folder, "written.tar.gz");
  writeFileSync(file, bytes);
  return file;
}
const cutShort = (file: string) => {
  const bytes = readFileSync(file);
  return written(bytes.subarray(0, bytes.length / 2));
};

/** A header for a file of any size, however little follows. */
function hugeEntry(name: string, bytes: bigint): Buffer {
  const header = entry(name, "0");
  // Numbers that do not fit are written in base 256.
  header.fill(0, 124, 136).writeBigUInt64BE(bytes, 128);
  header[124] = 0x80;
  header.write("        ", 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}
const FULL = "Nothing was changed. If it is a backup of yours, make room";

describe("a hostile backup", () => {
  it.each(REFUSED)("with %s is refused, and changes nothing", async (_, make) => {
    await expect(restoreBackup({ dataDir }, make())).rejects.toThrow("Nothing was changed");

    expect(readFileSync(join(folder, "outside"), "utf8")).toBe("not ours");
    expect(readFileSync(join(dataDir, "secret"), "utf8")).toBe("ours");
    expect(readdirSync(dataDir).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it.each<[string, () => string]>([
    ["a file larger than any disk", () => archive(undefined, [hugeEntry("./store/huge", 2n ** 60n)])],
    [
      "many large files",
      () =>
        archive(
          undefined,
          Array.from({ length: 9 }, () => hugeEntry("./store/huge", 2n ** 56n)),
        ),
    ],
    [
      "a file of holes",
      () => {
        const where = mkdtempSync(join(folder, "holes-"));
        writeFileSync(join(where, "cms.sqlite"), "");
        truncateSync(join(where, "cms.sqlite"), 2 ** 43);
        execFileSync("tar", ["-cSzf", `${where}.tar.gz`, "-C", where, "."]);
        return `${where}.tar.gz`;
      },
    ],
    [
      "a size behind a name of an owner that looks like one",
      () => {
        const header = hugeEntry("./store/huge", 2n ** 60n);
        header.write("0/0 1 1 ", 265);
        header.write("        ", 148);
        const sum = header.reduce((total, byte) => total + byte, 0);
        header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
        return archive(undefined, [header]);
      },
    ],
  ])("with %s is refused before anything is written", async (_, make) => {
    await expect(restoreBackup({ dataDir }, make())).rejects.toThrow(FULL);

    expect(readdirSync(dataDir).filter((name) => name !== "server.lock")).toEqual(["secret"]);
  });

  it("of some kilobytes that unpack to megabytes is refused where there is no room for them", async () => {
    const file = archive((where) => writeFileSync(join(where, "store/a"), Buffer.alloc(16 * 1024 * 1024)));
    const target = mkdtempSync(join(folder, "target-"));

    const room = { bytes: 1024 * 1024, entries: 100 };
    await expect(unpack(file, target, ["cms.sqlite", "store"], room)).rejects.toThrow("more than the 0 GB");

    expect(statSync(file).size).toBeLessThan(64 * 1024);
    expect(readdirSync(target)).toEqual([]);
  });

  it("with too many files is refused, however small they are", async () => {
    const file = archive(
      undefined,
      Array.from({ length: 50 }, (_, number) => entry(`./store/${number}`, "0")),
    );
    const target = mkdtempSync(join(folder, "target-"));
    const names = ["cms.sqlite", "store"];

    await expect(unpack(file, target, names, { bytes: 1e9, entries: 53 })).rejects.toThrow(
      "more than 53 files",
    );
    expect(readdirSync(target)).toEqual([]);

    // The folder itself, the database, the store and its folder of snapshots.
    await unpack(file, target, names, { bytes: 1e9, entries: 54 });
    expect(readdirSync(join(target, "store"))).toHaveLength(51);
  });

  it("fills a disk with small files no more than with large ones", async () => {
    const file = archive(
      undefined,
      Array.from({ length: 50 }, (_, number) => entry(`./store/${number}`, "0", { text: "x" })),
    );
    const target = mkdtempSync(join(folder, "target-"));

    const room = { bytes: 100_000, entries: 1_000 };
    await expect(unpack(file, target, ["cms.sqlite", "store"], room)).rejects.toThrow(FULL);
  });

  it("leaves neither special bits nor rights for others, whatever it says of modes", async () => {
    const file = archive((where) => {
      writeFileSync(join(where, "secret"), "x".repeat(64));
      writeFileSync(join(where, "store/snapshots/tool"), "x");
      chmodSync(join(where, "secret"), 0o666);
      chmodSync(join(where, "cms.sqlite"), 0o4777);
      chmodSync(join(where, "store/snapshots/tool"), 0o6755);
      chmodSync(join(where, "store/snapshots"), 0o3777);
    });

    await restoreBackup({ dataDir }, file);

    const modes = ["secret", "cms.sqlite", "store/snapshots/tool", "store/snapshots", "store"].map(
      (name) => statSync(join(dataDir, name)).mode & 0o7777,
    );
    expect(modes).toEqual([0o600, 0o600, 0o600, 0o700, 0o700]);
  });

  it("neither deletes nor serves anything at the next start", async () => {
    const file = archive((where) => {
      mkdirSync(join(where, "store/builds"));
      writeFileSync(join(where, "store/builds/login.html"), "<script>alert(1)</script>");
      const evil = { path: "../../../outside", unit: "topics/1", sources: [], revision: "1", body: "x" };
      writeFileSync(join(where, "store/snapshots/a.json"), JSON.stringify(evil));
    });
    await restoreBackup({ dataDir }, file);

    const store = await openDirectoryStore(join(dataDir, "store"));
    const remove = [...store.snapshots()].map(({ path }) => path);
    await store.commit({ put: [], remove }, { ids: [], remove: async () => {} });

    expect(store.file("login.html")).toBeUndefined();
    expect(readFileSync(join(folder, "outside"), "utf8")).toBe("not ours");
  });
});

it("a restore that was killed leaves nothing at the next start", () => {
  mkdirSync(join(dataDir, `${UNPACKING}Ab12Cd/store`), { recursive: true });
  writeFileSync(join(dataDir, `${UNPACKING}Ab12Cd/cms.sqlite`), "everybody's passwords");

  lockFolder(dataDir)();

  expect(existsSync(join(dataDir, `${UNPACKING}Ab12Cd`))).toBe(false);
  expect(readFileSync(join(dataDir, "secret"), "utf8")).toBe("ours");
});

it("what another restore is unpacking just now is left alone", () => {
  const unlock = lockFolder(dataDir);
  mkdirSync(join(dataDir, `${UNPACKING}Ab12Cd`));

  expect(() => lockFolder(dataDir)).toThrow("Another server, or a restore, works on");

  expect(existsSync(join(dataDir, `${UNPACKING}Ab12Cd`))).toBe(true);
  unlock();
});
