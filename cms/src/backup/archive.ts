/** Packs and unpacks a folder with the system's tar. */
import { spawn } from "node:child_process";
import { chmod, lstat, open, readdir, statfs } from "node:fs/promises";
import { join } from "node:path";
import { ConfigurationError } from "../config/env.ts";

/** Packs everything in `folder` into `file`, a new one that its owner alone can read: it holds a secret and passwords. */
export async function pack(folder: string, file: string): Promise<void> {
  const archive = await open(file, "wx", 0o600);
  try {
    await tar(["-czf", "-", "-C", folder, "."], `The backup could not be written to ${file}`, archive.fd);
    await archive.sync();
  } finally {
    await archive.close();
  }
}

/** What may be unpacked: bytes, and files and folders. */
export type Room = { bytes: number; entries: number };

/** A state of ten thousand topics has some hundred thousand. */
const MOST_ENTRIES = 1_000_000;
/** Each takes a block of the disk at least. */
const BLOCK_BYTES = 4096;

/** What the disk below `folder` takes without being filled up. */
async function roomIn(folder: string): Promise<Room> {
  const { bavail, bsize, files, ffree } = await statfs(folder);
  // Some file systems count no files.
  return {
    bytes: Math.floor(bavail * bsize * 0.9),
    entries: Math.min(MOST_ENTRIES, files > 0 ? Math.floor(ffree * 0.9) : MOST_ENTRIES),
  };
}

/**
 * Unpacks `file` into `folder`, if there is nothing in it but `names` and what lies below them, as files and folders: a link
 * could lead out of the folder, now or later. Nothing is written if it would fill the disk: some kilobytes unpack to
 * hundreds of gigabytes. Only this user can read them then, whatever the archive says of modes.
 */
export async function unpack(
  file: string,
  folder: string,
  names: readonly string[],
  room?: Room,
): Promise<void> {
  const broken = `${file} is not a backup that can be read, or it is cut short. Nothing was changed`;
  const foreign = new ConfigurationError(
    `${file} holds more than a backup of this CMS does, and is not unpacked. Nothing was changed.`,
  );
  const space = room ?? (await roomIn(folder));
  let bytes = 0;
  let entries = 0;
  await tar(["--numeric-owner", "-tvzf", file], broken, (line) => {
    const [, kind, size] = ENTRY.exec(line) ?? [];
    if (kind === undefined) throw foreign;
    bytes += Math.ceil(Number(size) / BLOCK_BYTES) * BLOCK_BYTES;
    entries += 1;
    if (bytes > space.bytes)
      throw new ConfigurationError(
        `${file} would take more than the ${gigabytes(space.bytes)} GB that may be filled on the disk of the data folder. Nothing was changed. If it is a backup of yours, make room, or set DATA_DIR to a folder on a larger disk.`,
      );
    if (entries > space.entries)
      throw new ConfigurationError(
        `${file} holds more than ${space.entries.toLocaleString("en")} files, which is more than a backup of this CMS has or this disk can take. Nothing was changed.`,
      );
  });
  await tar(["-tzf", file], broken, (entry) => {
    if (!isExpected(entry, names)) throw foreign;
  });
  await tar(["-xozf", file, "-C", folder], broken);
  await setModes(folder, foreign);
}

/**
 * A line about a file or a folder, with its size: any other first letter is a link, a device, a pipe. Owners are numbers,
 * because names could have spaces; GNU writes `0/0` for them, BSD the number of links and both.
 */
const ENTRY = /^([-d])\S*\s+(?:\S+\/\S+|\d+\s+\S+\s+\S+)\s+(\d+)\s/;

const gigabytes = (bytes: number): string => (bytes / 1e9).toLocaleString("en", { maximumFractionDigits: 1 });

/** Once more, as it lies on the disk, where the archive's own words no longer count. */
async function setModes(folder: string, foreign: Error): Promise<void> {
  for (const { name } of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, name);
    const found = await lstat(path);
    if (found.isDirectory()) {
      await chmod(path, 0o700);
      await setModes(path, foreign);
    } else if (found.isFile() && found.nlink === 1) await chmod(path, 0o600);
    else throw foreign;
  }
  await chmod(folder, 0o700);
}

function isExpected(entry: string, names: readonly string[]): boolean {
  const [dot, name = "", ...below] = entry.split("/");
  return dot === "." && (name === "" || names.includes(name)) && !below.includes("..");
}

/** A path that is longer is refused by systems, too. */
const LONGEST_LINE = 32 * 1024;

/**
 * Runs tar, with what it prints going line by line to `output`, or to that descriptor. An error of `output` ends it at once:
 * to read an archive to its end can take hours.
 */
function tar(
  args: string[],
  fault: string,
  output: number | ((line: string) => void) = () => {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("tar", args, {
      stdio: ["ignore", typeof output === "number" ? output : "pipe", "pipe"],
      env: { ...process.env, LC_ALL: "C" },
    });
    let line = "";
    let errors = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      const lines = (line + chunk).split("\n");
      line = lines.pop() ?? "";
      try {
        if (line.length > LONGEST_LINE) throw new ConfigurationError(`${fault}: a name in it is too long.`);
        if (typeof output === "function") lines.forEach(output);
      } catch (error) {
        child.kill("SIGKILL");
        reject(error);
      }
    });
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      errors = (errors + chunk).slice(-LONGEST_LINE);
    });
    child.on("error", () =>
      reject(
        new ConfigurationError("The program tar is needed and was not found. Install it and try again."),
      ),
    );
    child.on("close", (code) =>
      code === 0
        ? resolve()
        : reject(new ConfigurationError(`${fault}: ${errors.trim().split("\n").at(-1) ?? ""}`)),
    );
  });
}
