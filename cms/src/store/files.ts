/** Snapshots and builds as files in one folder. Each file appears whole or not at all, whatever crashes. */
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isBuildFile, snapshotFrom } from "./readBack.ts";
import type { Snapshot } from "./types.ts";

/** How many files are written or read at once: enough to keep a disk busy, few beside a limit of 1,024 open files. */
const AT_ONCE = 16;
const HALF = ".half";

export class Files {
  readonly #root: string;
  #writes = 0;
  constructor(root: string) {
    this.#root = root;
  }

  /** Slugs hold nothing but letters, digits and hyphens, and what is read back is checked: no path leaves the folder. */
  #snapshotFile = (path: string) => join(this.#root, "snapshots", path);
  #buildFile = (path: string) => join(this.#root, "builds", path);

  putSnapshots(snapshots: Snapshot[]): Promise<void> {
    return this.#put(
      snapshots.map((snapshot) => [this.#snapshotFile(snapshot.path), JSON.stringify(snapshot)]),
    );
  }

  async removeSnapshots(paths: string[]): Promise<void> {
    const files = paths.map(this.#snapshotFile);
    await inTurns(files, (file) => rm(file, { force: true }));
    await syncFolders(files.map((file) => dirname(file)));
  }

  /** Every snapshot; one that is not ours or lies elsewhere is removed, and made again by the next reconciliation. */
  async readSnapshots(): Promise<Snapshot[]> {
    const snapshots: Snapshot[] = [];
    await inTurns(await this.#filesIn("snapshots"), async (file) => {
      if (!file.endsWith(".json")) return;
      const snapshot = snapshotFrom(parsed(await readFile(file, "utf8")));
      if (snapshot && this.#snapshotFile(snapshot.path) === file) snapshots.push(snapshot);
      else await rm(file, { force: true });
    });
    return snapshots;
  }

  putBuildFiles(files: { path: string; body: Buffer }[]): Promise<void> {
    return this.#put(files.map(({ path, body }) => [this.#buildFile(path), body]));
  }

  /** Every file of an earlier build, and nothing else that lies there; the loader is always the newest one's. */
  async readBuildFiles(): Promise<{ path: string; body: Buffer }[]> {
    const builds: { path: string; body: Buffer }[] = [];
    await inTurns(await this.#filesIn("builds"), async (file) => {
      const path = file.slice(join(this.#root, "builds").length + 1).replaceAll("\\", "/");
      const build = { path, body: await readFile(file) };
      if (isBuildFile(build)) builds.push(build);
    });
    return builds;
  }

  /** Writes each beside its place, makes sure that it is on the disk, and moves it there. */
  async #put(files: [file: string, body: string | Buffer][]): Promise<void> {
    const folders = new Set<string>();
    await inTurns(files, async ([file, body]) => {
      const folder = dirname(file);
      const first = await mkdir(folder, { recursive: true });
      folders.add(folder);
      // A new folder is an entry of the one above it.
      for (let made = folder; first && made.length >= first.length; made = dirname(made))
        folders.add(dirname(made));
      await this.#putOne(file, body);
    });
    await syncFolders(folders);
  }

  async #putOne(file: string, body: string | Buffer): Promise<void> {
    const half = join(dirname(file), `${process.pid}-${this.#writes++}${HALF}`);
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
      await rm(half, { force: true }).catch(() => {}); // The first error says more.
      throw error;
    }
  }

  /** The whole files below `folder`; halves that a crash has left are removed. */
  async #filesIn(folder: string): Promise<string[]> {
    const files = await filesBelow(join(this.#root, folder));
    await inTurns(
      files.filter((file) => file.endsWith(HALF)),
      (half) => rm(half, { force: true }),
    );
    return files.filter((file) => !file.endsWith(HALF));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A rename or a removal survives a power cut only once its folder is on the disk. */
async function syncFolders(folders: Iterable<string>): Promise<void> {
  await inTurns([...new Set(folders)], async (folder) => {
    let handle: Awaited<ReturnType<typeof open>> | undefined;
    try {
      handle = await open(folder, "r");
      await handle.sync();
    } catch (error) {
      // Gone, or a system that does not open folders: nothing is left to be done.
      if (!["ENOENT", "EPERM", "EISDIR", "EINVAL"].includes((error as NodeJS.ErrnoException).code ?? ""))
        throw error;
    } finally {
      await handle?.close();
    }
  });
}

/** Does `work` on each item, some at once. The first failure stops what has not begun, and is thrown when the rest ends. */
async function inTurns<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  let failure: { error: unknown } | undefined;
  const worker = async () => {
    for (const item of left) {
      if (failure) return;
      await work(item).catch((error: unknown) => {
        failure ??= { error };
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failure) throw (failure as { error: unknown }).error;
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
