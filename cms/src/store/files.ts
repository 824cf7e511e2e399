/** Snapshots and builds as files in one folder. Each file appears whole or not at all, whatever crashes. */
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Snapshot } from "./types.ts";

let writes = 0;

/** Writes `body` beside `file`, makes sure that it is on the disk, and moves it into place. */
async function writeWhole(file: string, body: string | Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}-${writes++}.half`;
  try {
    const handle = await open(half, "w");
    try {
      await handle.writeFile(body);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

export class Files {
  readonly #root: string;
  constructor(root: string) {
    this.#root = root;
  }

  /** Slugs hold nothing but letters, digits and hyphens: a snapshot's path cannot leave the folder. */
  #snapshotFile = (path: string) => join(this.#root, "snapshots", path);
  #buildFile = (path: string) => join(this.#root, "builds", path);

  async putSnapshot(snapshot: Snapshot): Promise<void> {
    await writeWhole(this.#snapshotFile(snapshot.path), JSON.stringify(snapshot));
  }

  async removeSnapshot(path: string): Promise<void> {
    await rm(this.#snapshotFile(path), { force: true });
  }

  /** Every snapshot; a file that cannot be read is left out, and compiled anew by the next reconciliation. */
  async readSnapshots(): Promise<Snapshot[]> {
    const snapshots: Snapshot[] = [];
    for (const file of await filesBelow(join(this.#root, "snapshots"))) {
      if (!file.endsWith(".json")) continue;
      try {
        snapshots.push(JSON.parse(await readFile(file, "utf8")) as Snapshot);
      } catch {
        await rm(file, { force: true });
      }
    }
    return snapshots;
  }

  async putBuildFile(path: string, body: Buffer): Promise<void> {
    await writeWhole(this.#buildFile(path), body);
  }

  async readBuildFiles(): Promise<{ path: string; body: Buffer }[]> {
    const root = join(this.#root, "builds");
    const files = (await filesBelow(root)).filter((file) => !file.endsWith(".half"));
    return Promise.all(
      files.map(async (file) => ({
        path: file.slice(root.length + 1).replaceAll("\\", "/"),
        body: await readFile(file),
      })),
    );
  }
}

async function filesBelow(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
