/** The store beside the embedded database: files in a folder, held in memory. */
import type { Logger } from "pino";
import { readBuild } from "./builds.ts";
import { Files } from "./files.ts";
import { Memory } from "./memory.ts";
import { PendingWrites } from "./pendingWrites.ts";
import type { Change, SnapshotStore, WorkedOff } from "./types.ts";

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
  const pending = new PendingWrites(files);

  /** Brings the disk to what memory holds. */
  async function writeDown(): Promise<void> {
    try {
      await pending.writeAll();
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
    snapshotsOf: memory.snapshotsOf,
    units: memory.units,
    build: memory.build,

    async addBuild(directory: string, locales: readonly string[], origin: string) {
      const build = await readBuild(directory, locales, origin);
      pending.addBuildFiles(
        build.files.filter(({ path, body }) => !memory.file(path)?.identity.equals(body)),
      );
      for (const { path, body } of build.files) memory.putBuildFile(path, body);
      memory.showBuild(build.manifest);
      // A server whose disk is full must be able to start: pages that are open now depend on it.
      await writeDown().catch((err: unknown) => log?.warn({ err, msg: (err as Error).message }));
    },

    mayPublish: async () => true,

    async commit(change: Change, rows: WorkedOff) {
      // Memory first: a claim may be withdrawn by a shorter list, and no fault of the disk keeps it public.
      memory.apply(change);
      pending.add(change);
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
