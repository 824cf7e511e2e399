/** Packs and unpacks a folder with the system's tar. */
import { spawn } from "node:child_process";
import { chmod, lstat, open, readdir } from "node:fs/promises";
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

/**
 * Unpacks `file` into `folder`, if there is nothing in it but `names` and what lies below them, as files and folders: a link
 * could lead out of the folder, now or later. Only this user can read them then, whatever the archive says of modes.
 */
export async function unpack(file: string, folder: string, names: readonly string[]): Promise<void> {
  const broken = `${file} is not a backup that can be read, or it is cut short. Nothing was changed`;
  const foreign = new ConfigurationError(
    `${file} holds more than a backup of this CMS does, and is not unpacked. Nothing was changed.`,
  );
  const entries = (await tar(["-tzf", file], broken)).split("\n").filter(Boolean);
  if (!entries.every((entry) => isExpected(entry, names))) throw foreign;
  // The first letter of a line says what the entry is: a file, a folder, or a link, a device, a pipe.
  const kinds = (await tar(["-tvzf", file], broken)).split("\n").filter(Boolean);
  if (!kinds.every((line) => /^[-d]/.test(line))) throw foreign;
  await tar(["-xozf", file, "-C", folder], broken);
  await setModes(folder, foreign);
}

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

/** Runs tar; answers with what it printed, unless that goes to the descriptor `output`. */
function tar(args: string[], fault: string, output?: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn("tar", args, { stdio: ["ignore", output ?? "pipe", "pipe"] });
    let printed = "";
    let errors = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk) => {
      printed += chunk;
    });
    child.stderr?.setEncoding("utf8").on("data", (chunk) => {
      errors += chunk;
    });
    child.on("error", () =>
      reject(
        new ConfigurationError("The program tar is needed and was not found. Install it and try again."),
      ),
    );
    child.on("close", (code) =>
      code === 0
        ? resolve(printed)
        : reject(new ConfigurationError(`${fault}: ${errors.trim().split("\n").at(-1) ?? ""}`)),
    );
  });
}
