/** What is public, held in memory. */
import { StoredFile } from "./storedFile.ts";
import type { BuildManifest, Change, Snapshot } from "./types.ts";

export class Memory {
  readonly #files = new Map<string, StoredFile>();
  readonly #snapshots = new Map<string, Snapshot>();
  #build: BuildManifest | undefined;

  file = (path: string): StoredFile | undefined => this.#files.get(path);
  snapshot = (path: string): Snapshot | undefined => this.#snapshots.get(path);
  snapshots = (): Iterable<Snapshot> => this.#snapshots.values();
  build = (): BuildManifest | undefined => this.#build;

  put(snapshots: Iterable<Snapshot>): void {
    for (const snapshot of snapshots) {
      this.#files.set(snapshot.path, new StoredFile(snapshot.path, snapshot.body));
      this.#snapshots.set(snapshot.path, snapshot);
    }
  }

  apply({ put, remove }: Change): void {
    for (const path of remove) {
      this.#files.delete(path);
      this.#snapshots.delete(path);
    }
    this.put(put);
  }

  putBuildFile(path: string, body: Buffer): void {
    this.#files.set(path, new StoredFile(path, body, path !== "loader.js"));
  }

  showBuild(manifest: BuildManifest): void {
    this.#build = manifest;
  }
}
