/**
 * The copy on a server's disk of what MongoDB holds, for a start while the database is away.
 * It follows memory as well as the disk allows: a disk that is full or cannot be written stops neither publishing nor
 * delivery, and is tried again. What is withdrawn goes before anything new is written.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import type { BuildFile } from "./builds.ts";
import { Files } from "./files.ts";
import type { Change, Snapshot } from "./types.ts";

const TRY_AGAIN_AFTER_MS = 5000;
/** Small enough that what is withdrawn meanwhile does not wait long. */
const BATCH = 200;

export class Mirror {
  readonly #files: Files;
  readonly #folder: string;
  readonly #log: Pick<Logger, "warn">;
  /** What the disk does not hold yet, by path; the newest alone. */
  readonly #gone = new Set<string>();
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #builds = new Map<string, BuildFile>();
  readonly #closing = new AbortController();
  #writing: Promise<void> | undefined;
  #warned = false;

  constructor(folder: string, log: Pick<Logger, "warn">) {
    this.#files = new Files(folder);
    this.#folder = folder;
    this.#log = log;
  }

  /** What an earlier run has left, as far as it can be read. */
  async read(): Promise<{ snapshots: Snapshot[]; builds: BuildFile[] }> {
    const readable = <Item>(reading: Promise<Item[]>) =>
      reading.catch((err: unknown) => {
        this.#warn(err);
        return [];
      });
    return {
      snapshots: await readable(this.#files.readSnapshots()),
      builds: await readable(this.#files.readBuildFiles()),
    };
  }

  /** Writes `change` down soon. */
  follow({ put, remove }: Change): void {
    for (const path of remove) {
      this.#snapshots.delete(path);
      this.#gone.add(path);
    }
    for (const snapshot of put) {
      this.#gone.delete(snapshot.path);
      this.#snapshots.set(snapshot.path, snapshot);
    }
    this.#write();
  }

  keepBuildFiles(files: BuildFile[]): void {
    for (const file of files) this.#builds.set(file.path, file);
    this.#write();
  }

  /** Ends when all is written, or the disk refuses once more. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#writing;
  }

  #write(): void {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#gone.size + this.#snapshots.size + this.#builds.size > 0) {
      try {
        await this.#writeSome();
        this.#warned = false;
      } catch (err) {
        this.#warn(err);
        if (this.#closing.signal.aborted) return;
        await pause(TRY_AGAIN_AFTER_MS, undefined, { ref: false, signal: this.#closing.signal }).catch(
          () => {}, // Closing: one last try.
        );
      }
    }
  }

  async #writeSome(): Promise<void> {
    if (this.#gone.size > 0) {
      const gone = [...this.#gone];
      await this.#files.removeSnapshots(gone);
      for (const path of gone) this.#gone.delete(path);
    } else if (this.#builds.size > 0) {
      const builds = [...this.#builds.values()];
      await this.#files.putBuildFiles(builds);
      for (const { path } of builds) this.#builds.delete(path);
    } else {
      const snapshots = [...this.#snapshots.values()].slice(0, BATCH);
      await this.#files.putSnapshots(snapshots);
      for (const snapshot of snapshots) {
        // What changed while it was written waits for its next turn.
        if (this.#snapshots.get(snapshot.path) === snapshot) this.#snapshots.delete(snapshot.path);
      }
    }
  }

  #warn(err: unknown): void {
    if (!this.#warned)
      this.#log.warn({
        err,
        msg: `The copy of what is published in ${this.#folder} cannot be read or written. Delivery goes on from memory; a start without the database would show what was there before. Free some space, or let this user write there.`,
      });
    this.#warned = true;
  }
}
