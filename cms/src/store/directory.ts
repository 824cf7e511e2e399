/** The store beside the embedded database: files in a folder, held in memory. */
import { readBuild } from "./builds.ts";
import { Files } from "./files.ts";
import { lockFolder } from "./lock.ts";
import { Memory } from "./memory.ts";
import type { BuildManifest, Change, SnapshotStore, WorkedOff } from "./types.ts";

/** Opens the store in `folder`, which it locks. */
export async function openDirectoryStore(folder: string): Promise<SnapshotStore> {
  const unlock = lockFolder(folder);
  const files = new Files(folder);
  const memory = new Memory();
  await memory.put(await files.readSnapshots());
  for (const { path, body } of await files.readBuildFiles()) await memory.putBuildFile(path, body);

  return {
    file: memory.file,
    snapshot: memory.snapshot,
    snapshots: memory.snapshots,
    build: memory.build,

    async addBuild(directory: string, locales: readonly string[]) {
      const build = await readBuild(directory, locales);
      for (const { path, body } of build.files) {
        await files.putBuildFile(path, body);
        await memory.putBuildFile(path, body);
      }
      memory.showBuild(build.manifest satisfies BuildManifest);
    },

    mayPublish: async () => true,

    async commit(change: Change, rows: WorkedOff) {
      // What is withdrawn goes first: a full disk must not keep it public.
      for (const path of change.remove) await files.removeSnapshot(path);
      memory.remove(change.remove);
      for (const snapshot of change.put) await files.putSnapshot(snapshot);
      await memory.put(change.put);
      // Last: after a crash before this, the same work is done again, and finds nothing to change.
      await rows.remove();
    },

    close: async () => unlock(),
  };
}
