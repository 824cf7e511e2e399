/** The store beside the embedded database: files in a folder, held in memory. */
import { readBuild } from "./builds.ts";
import { Files } from "./files.ts";
import { Memory } from "./memory.ts";
import type { Change, SnapshotStore, WorkedOff } from "./types.ts";

/** Opens the store in `folder`, which belongs to this process alone. `whenClosed` gives it back. */
export async function openDirectoryStore(
  folder: string,
  whenClosed: () => void = () => {},
): Promise<SnapshotStore> {
  const files = new Files(folder);
  const memory = new Memory();
  memory.put(await files.readSnapshots());
  for (const { path, body } of await files.readBuildFiles()) memory.putBuildFile(path, body);
  /** Withdrawn, and perhaps still on the disk, from where a restart would bring it back. */
  const withdrawn = new Set<string>();

  return {
    file: memory.file,
    isComplete: () => true,
    snapshot: memory.snapshot,
    snapshots: memory.snapshots,
    build: memory.build,

    async addBuild(directory: string, locales: readonly string[]) {
      const build = await readBuild(directory, locales);
      await files.putBuildFiles(build.files);
      for (const { path, body } of build.files) memory.putBuildFile(path, body);
      memory.showBuild(build.manifest);
    },

    mayPublish: async () => true,

    async commit({ put, remove }: Change, rows: WorkedOff) {
      // What is withdrawn goes first, and from memory before anything can fail: no fault of the disk keeps it public.
      memory.remove(remove);
      for (const path of remove) withdrawn.add(path);
      await files.removeSnapshots([...withdrawn]);
      withdrawn.clear();
      await files.putSnapshots(put);
      memory.put(put);
      // Last: after a crash before this, the same work is done again, and finds nothing to change.
      await rows.remove();
    },

    close: async () => whenClosed(),
  };
}
