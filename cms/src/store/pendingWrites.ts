/** What a server's disk does not hold yet of what its memory holds. */
import type { BuildFile } from "./builds.ts";
import type { Files } from "./files.ts";
import type { Change, Snapshot } from "./types.ts";

/** Small enough that a withdrawal that arrives meanwhile does not wait long. */
const BATCH = 200;

/** Changes that wait to be written to `files`, by path; of each path the newest alone. */
export class PendingWrites {
  readonly #files: Files;
  readonly #withdrawn = new Set<string>();
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #builds = new Map<string, BuildFile>();

  constructor(files: Files) {
    this.#files = files;
  }

  get isEmpty(): boolean {
    return this.#withdrawn.size + this.#snapshots.size + this.#builds.size === 0;
  }

  add({ put, remove }: Change): void {
    for (const path of remove) {
      this.#snapshots.delete(path);
      this.#withdrawn.add(path);
    }
    for (const snapshot of put) {
      this.#withdrawn.delete(snapshot.path);
      this.#snapshots.set(snapshot.path, snapshot);
    }
  }

  addBuildFiles(files: Iterable<BuildFile>): void {
    for (const file of files) this.#builds.set(file.path, file);
  }

  /** Writes everything. An error leaves what is not written yet waiting. */
  async writeAll(): Promise<void> {
    while (!this.isEmpty) await this.writeSome();
  }

  /**
   * Writes the next batch. What is withdrawn goes first and as a whole: it needs no room, and after a restart the disk
   * would bring it back.
   */
  async writeSome(): Promise<void> {
    if (this.#withdrawn.size > 0) {
      const withdrawn = [...this.#withdrawn];
      await this.#files.removeSnapshots(withdrawn);
      for (const path of withdrawn) this.#withdrawn.delete(path);
    } else if (this.#snapshots.size > 0) {
      const snapshots = [...this.#snapshots.values()].slice(0, BATCH);
      await this.#files.putSnapshots(snapshots);
      for (const snapshot of snapshots) deleteIfSame(this.#snapshots, snapshot);
    } else {
      const builds = [...this.#builds.values()];
      await this.#files.putBuildFiles(builds);
      for (const file of builds) deleteIfSame(this.#builds, file);
    }
  }
}

/** What changed while it was written waits for its next turn. */
function deleteIfSame<Item extends { path: string }>(pending: Map<string, Item>, written: Item): void {
  if (pending.get(written.path) === written) pending.delete(written.path);
}
