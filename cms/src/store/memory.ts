/** What is public, held in memory. */
import { StoredFile } from "./storedFile.ts";
import type { BuildManifest, Change, Snapshot } from "./types.ts";

export class Memory {
  readonly #files = new Map<string, StoredFile>();
  readonly #snapshots = new Map<string, Snapshot>();
  /** By unit, and in it by path. */
  readonly #units = new Map<string, Map<string, Snapshot>>();
  #build: BuildManifest | undefined;

  file = (path: string): StoredFile | undefined => this.#files.get(path);
  snapshot = (path: string): Snapshot | undefined => this.#snapshots.get(path);
  snapshots = (): Iterable<Snapshot> => this.#snapshots.values();
  snapshotsOf = (unit: string): Iterable<Snapshot> => this.#units.get(unit)?.values() ?? [];
  units = (): Iterable<string> => this.#units.keys();
  build = (): BuildManifest | undefined => this.#build;

  put(snapshots: Iterable<Snapshot>): void {
    for (const snapshot of snapshots) {
      this.#leaveUnit(snapshot.path);
      this.#files.set(snapshot.path, new StoredFile(snapshot.path, snapshot.body));
      this.#snapshots.set(snapshot.path, snapshot);
      const unit = this.#units.get(snapshot.unit) ?? new Map<string, Snapshot>();
      this.#units.set(snapshot.unit, unit.set(snapshot.path, snapshot));
    }
  }

  apply({ put, remove }: Change): void {
    for (const path of remove) {
      this.#leaveUnit(path);
      this.#files.delete(path);
      this.#snapshots.delete(path);
    }
    this.put(put);
  }

  #leaveUnit(path: string): void {
    const { unit } = this.#snapshots.get(path) ?? {};
    const paths = unit === undefined ? undefined : this.#units.get(unit);
    paths?.delete(path);
    if (unit !== undefined && paths?.size === 0) this.#units.delete(unit);
  }

  putBuildFile(path: string, body: Buffer): void {
    this.#files.set(path, new StoredFile(path, body, path !== "loader.js"));
  }

  showBuild(manifest: BuildManifest): void {
    this.#build = manifest;
  }
}
