/** What the store keeps: published files, and the builds of the widgets. */
import type { StoredFile } from "./storedFile.ts";

/** One published content file and what it was made from. */
export type Snapshot = {
  /** Relative to `/embed/v1/`, such as `content/en/topics/running/faqs.json`. */
  path: string;
  /** The document whose files these are, such as `topics/<id>`; all of them are compiled together. */
  unit: string;
  /**
   * Every document that the file was made from or would be, as `collection/id`, or a part of one (`compile/parts.ts`): when
   * it changes, the unit is compiled again.
   */
  sources: string[];
  revision: string;
  body: string;
};

/** What one publish changes. */
export type Change = { put: Snapshot[]; remove: string[] };

/** The rows that a publish has worked off. */
export type WorkedOff = {
  ids: string[];
  /** Where MongoDB keeps the rows, so that they go in the transaction that writes the files. */
  mongoCollection?: string | undefined;
  /** Removes them by other means; safe to repeat. */
  remove(): Promise<void>;
};

/** What `widgets/dist/embed/manifest.json` says of a build. */
export type BuildManifest = {
  script: string;
  style: string;
  /** The script that frames load besides the elements. */
  frame: string;
  integrity: Record<string, string>;
};

/** Somebody else publishes now; what was being written is not. */
export class LeaseLostError extends Error {
  override name = "LeaseLostError";
}

export interface SnapshotStore {
  /** The file at `path`, from memory. */
  file(path: string): StoredFile | undefined;
  /** Whether all that is public is known: before that, what is not found may well exist. */
  isComplete(): boolean;
  /** Every published snapshot, from memory. */
  snapshots(): Iterable<Snapshot>;
  /** Those whose unit is `unit`: found at once, however much is published. */
  snapshotsOf(unit: string): Iterable<Snapshot>;
  /** Every unit that has published files. */
  units(): Iterable<string>;
  snapshot(path: string): Snapshot | undefined;
  /** The newest build of the widgets. */
  build(): BuildManifest | undefined;
  /** Keeps a build for ever, beside the older ones; the loader is the newest one's, and knows `locales` and the CMS's `origin`. */
  addBuild(directory: string, locales: readonly string[], origin: string): Promise<void>;
  /** Whether this process may publish; takes the lease where several could, and keeps it until `close`. */
  mayPublish(): Promise<boolean>;
  /**
   * Writes a change and then, or in the same transaction, removes the rows that it works off.
   * A disk that refuses does not keep it from readers: they get it from memory. Where no database holds it as well, that
   * is an error all the same, the rows stay, and the next commit writes it too.
   * @throws LeaseLostError when another process has taken over.
   */
  commit(change: Change, rows: WorkedOff): Promise<void>;
  close(): Promise<void>;
}
