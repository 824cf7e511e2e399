/** Compiles one unit and makes the store hold just what came out of it. */
import type { Payload } from "payload";
import { compileUnit } from "../compile/compiler.ts";
import { documentOfSource } from "../compile/parts.ts";
import { type Compiled, type CompileOptions, snapshotOf } from "../compile/snapshot.ts";
import { retryOnConflict } from "../database/retry.ts";
import type { Change, SnapshotStore } from "../store/types.ts";
import { type Row, workedOff } from "./outboxRows.ts";

type Options = {
  payload: Payload;
  store: SnapshotStore;
  locales: readonly string[];
  papers?: CompileOptions["papers"];
  /** The rows that leave the outbox with this unit. */
  rows: readonly Row[];
  onCompiled?: (() => void | Promise<void>) | undefined;
};

/** What was changed, and every document that was looked at for it: those of before too, which may be in it no longer. */
export type Published = { compiled: Compiled; change: Change; examined: Set<string> };

export async function publishUnit(unit: string, options: Options): Promise<Published> {
  const { payload, store, rows } = options;
  const compiled = await compileUnit(unit, options);
  await options.onCompiled?.();
  const old = [...store.snapshotsOf(unit)];
  const examined = new Set(
    [...compiled.sources, ...old.flatMap((snapshot) => snapshot.sources)].map(documentOfSource),
  );
  const change = differences(store, compiled);
  if (change.put.length + change.remove.length + rows.length > 0)
    await retryOnConflict(() => store.commit(change, workedOff(payload, rows)));
  return { compiled, change, examined };
}

function differences(store: SnapshotStore, compiled: Compiled): Change {
  const now = new Date();
  const wanted = compiled.files.map((file) => snapshotOf(file, compiled, store.snapshot(file.path), now));
  const paths = new Set(wanted.map((snapshot) => snapshot.path));
  return {
    put: wanted.filter((snapshot) => {
      const old = store.snapshot(snapshot.path);
      return (
        // The body too: its revision is what the file says of itself, and the file may come out of a foreign backup.
        old?.body !== snapshot.body ||
        old.revision !== snapshot.revision ||
        old.unit !== snapshot.unit ||
        old.sources.join() !== snapshot.sources.join()
      );
    }),
    remove: [...store.snapshotsOf(compiled.unit)]
      .map((snapshot) => snapshot.path)
      .filter((path) => !paths.has(path)),
  };
}
