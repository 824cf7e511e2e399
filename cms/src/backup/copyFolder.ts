/** Copies a folder that may change meanwhile. */
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Copies what is in `from` to `to`. What vanishes on the way was withdrawn, and is left out; so are unfinished files. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of (await unlessGone(readdir(from, { withFileTypes: true }))) ?? []) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else if (!entry.name.endsWith(".half")) await unlessGone(copyFile(source, target));
  }
}

async function unlessGone<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
