/** The store beside the embedded database: files in a folder, held in memory. */
import type { Logger } from "pino";
import { type BuildFile, readBuild } from "./builds.ts";
import { Files } from "./files.ts";
import { Memory } from "./memory.ts";
import type { Change, Snapshot, SnapshotStore, WorkedOff } from "./types.ts";

type Options = {
  /** Gives the folder back. */
  whenClosed?: () => void;
  log?: Pick<Logger, "warn">;
};

/** Opens the store in `folder`, which belongs to this process alone. */
export async function openDirectoryStore(
  folder: string,
  { whenClosed, log }: Options = {},
): Promise<SnapshotStore> {
  const files = new Files(folder);
  const memory = new Memory();
  memory.put(await files.readSnapshots());
  for (const { path, body } of await files.readBuildFiles()) memory.putBuildFile(path, body);
  /** What the disk does not follow yet, by path: there, a restart would bring back what was withdrawn. */
  const withdrawn = new Set<string>();
  const unwritten = new Map<string, Snapshot>();
  const unwrittenBuilds = new Map<string, BuildFile>();

  function follow({ put, remove }: Change): void {
    memory.remove(remove);
    memory.put(put);
    for (const path of remove) {
      unwritten.delete(path);
      withdrawn.add(path);
    }
    for (const snapshot of put) {
      withdrawn.delete(snapshot.path);
      unwritten.set(snapshot.path, snapshot);
    }
  }

  /** Brings the disk to what memory holds; what is withdrawn as a whole goes first, as that needs no room. */
  async function writeDown(): Promise<void> {
    try {
      await files.removeSnapshots([...withdrawn]);
      withdrawn.clear();
      await files.putSnapshots([...unwritten.values()]);
      unwritten.clear();
      await files.putBuildFiles([...unwrittenBuilds.values()]);
      unwrittenBuilds.clear();
    } catch (cause) {
      throw new Error(
        `What is published could not be written to ${folder} (${(cause as Error).message}). Readers get it from memory meanwhile. Free some space, or let this user write there.`,
        { cause },
      );
    }
  }

  return {
    file: memory.file,
    isComplete: () => true,
    snapshot: memory.snapshot,
    snapshots: memory.snapshots,
    build: memory.build,

    async addBuild(directory: string, locales: readonly string[]) {
      const build = await readBuild(directory, locales);
      for (const file of build.files) {
        if (!memory.file(file.path)?.identity.equals(file.body)) unwrittenBuilds.set(file.path, file);
        memory.putBuildFile(file.path, file.body);
      }
      memory.showBuild(build.manifest);
      // A server whose disk is full must be able to start: pages that are open now depend on it.
      await writeDown().catch((err: unknown) => log?.warn({ err, msg: (err as Error).message }));
    },

    mayPublish: async () => true,

    async commit(change: Change, rows: WorkedOff) {
      // Memory first: a claim may be withdrawn by a shorter list, and no fault of the disk keeps it public.
      follow(change);
      await writeDown();
      // Last: after a crash before this, the same work is done again, and finds nothing to change.
      await rows.remove();
    },

    async close() {
      // If it fails once more, the rows are still there: the next start makes it again.
      await writeDown().catch(() => {});
      whenClosed?.();
    },
  };
}
