/**
 * The one loop that makes public what was saved: reads the outbox, compiles what each row touches, writes what differs,
 * and only then lets the rows go. It reads what is public now, so late or repeated work is harmless.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Payload } from "payload";
import type { Logger } from "pino";
import { type ClinicDatabase, OUTBOX } from "../database/index.ts";
import { retryOnConflict } from "../database/retry.ts";
import type { Env } from "../env.ts";
import { type Change, LeaseLostError, type SnapshotStore, type WorkedOff } from "../store/types.ts";
import {
  type Compiled,
  compileClinic,
  compileSite,
  compileTopic,
  type Fault,
  snapshotOf,
} from "./compiler.ts";
import { replaceFaults } from "./faults.ts";
import { readAll } from "./read.ts";

/** A commit wakes the loop; this is for rows whose signal was lost, and for those of other servers. */
const POLL_MS = 500;
const RECONCILE_MS = 10 * 60_000;
const BATCH = 200;
const LONGEST_PAUSE_MS = 10_000;

type Row = { id: string; collection: string; document: string };

/** What tests watch, and stop at, to see what a crash leaves behind. */
export const STEPS = ["rows-read", "compiled", "written"] as const;
export type Step = (typeof STEPS)[number];

export type Publisher = {
  stop(): Promise<void>;
  /** Publishes what is waiting now. */
  flush(): Promise<void>;
};

export type PublisherOptions = {
  payload: Payload;
  store: SnapshotStore;
  env: Pick<Env, "locales">;
  log: Logger;
  onStep?: (step: Step) => void | Promise<void>;
};

/** Starts the loop. It reconciles first, and then on a schedule. */
export function startPublisher(options: PublisherOptions): Publisher {
  const { payload, log } = options;
  let stopped = false;
  let reconcileAt = 0;
  let failures = 0;
  let wake: () => void = () => {};
  const stopListening = (payload.db as unknown as ClinicDatabase).afterCommit(() => wake());

  // One run at a time: `flush` and the loop would otherwise write over each other.
  let running: Promise<unknown> = Promise.resolve();
  const once = (): Promise<boolean> => {
    const run = running.then(() => turn(options, Date.now() >= reconcileAt));
    running = run.catch(() => {});
    return run;
  };

  const loop = (async () => {
    while (!stopped) {
      const signal = new Promise<void>((resolve) => {
        wake = resolve;
      });
      try {
        if (await once()) {
          if (Date.now() >= reconcileAt) reconcileAt = Date.now() + RECONCILE_MS;
        }
        failures = 0;
        await Promise.race([signal, pause(POLL_MS)]);
      } catch (err) {
        if (err instanceof LeaseLostError) continue;
        failures++;
        const wait = Math.min(250 * 2 ** failures, LONGEST_PAUSE_MS);
        if (!stopped)
          log.error({ err, msg: `What was saved could not be published; trying again in ${wait / 1000} s.` });
        await pause(wait);
      }
    }
  })();

  return {
    async flush() {
      await once();
    },
    async stop() {
      stopped = true;
      stopListening();
      wake();
      await loop;
      await running;
    },
  };
}

/** One turn of the loop; false when another server publishes. */
async function turn(options: PublisherOptions, reconcile: boolean): Promise<boolean> {
  const { store } = options;
  if (!(await store.mayPublish())) return false;
  if (reconcile) await reconcileAll(options);
  for (;;) {
    const rows = await readRows(options.payload);
    if (rows.length === 0) return true;
    await options.onStep?.("rows-read");
    await work(options, rows);
    if (rows.length < BATCH) return true;
  }
}

/** Works rows off together; when that fails, one by one, so that one of them cannot hold back the others. */
async function work(options: PublisherOptions, rows: Row[]): Promise<void> {
  try {
    await publish(options, unitsTouchedBy(options.store, rows), rows);
  } catch (err) {
    if (err instanceof LeaseLostError || rows.length === 1) throw err;
    let last: unknown;
    for (const row of rows) {
      try {
        await publish(options, unitsTouchedBy(options.store, [row]), [row]);
      } catch (error) {
        if (error instanceof LeaseLostError) throw error;
        last = error;
      }
    }
    if (last) throw last;
  }
}

/** The units that a row's document is, or is in, or was in. */
function unitsTouchedBy(store: SnapshotStore, rows: Row[]): string[] {
  const changed = new Set(rows.map((row) => `${row.collection}/${row.document}`));
  const units = new Set(
    [...changed].filter((key) => key.startsWith("topics/") || key.startsWith("clinics/")),
  );
  if (changed.has("settings/settings")) units.add("site/site");
  for (const snapshot of store.snapshots())
    if (snapshot.sources.some((source) => changed.has(source))) units.add(snapshot.unit);
  return [...units];
}

/** Compiles everything that is or was public, and mends what differs. */
async function reconcileAll(options: PublisherOptions): Promise<void> {
  const read = { payload: options.payload, draft: false };
  const [topics, clinics] = await Promise.all([readAll(read, "topics"), readAll(read, "clinics")]);
  const units = new Set([
    "site/site",
    ...topics.map((doc) => `topics/${doc.id}`),
    ...clinics.map((doc) => `clinics/${doc.id}`),
  ]);
  for (const snapshot of options.store.snapshots()) units.add(snapshot.unit);
  for (const unit of units) {
    try {
      await publish(options, [unit], []);
    } catch (err) {
      if (err instanceof LeaseLostError) throw err;
      options.log.error({ err, msg: `Reconciling ${unit} failed; the other files are not affected.` });
    }
  }
}

async function publish(
  { payload, store, env, log, onStep }: PublisherOptions,
  units: string[],
  rows: Row[],
): Promise<void> {
  const compiled: Compiled[] = [];
  for (const unit of units) compiled.push(await compile(unit, payload, env.locales));
  await onStep?.("compiled");
  const change = differences(store, compiled);
  if (change.put.length + change.remove.length + rows.length > 0)
    await retryOnConflict(() => store.commit(change, workedOff(payload, rows)));
  await onStep?.("written");
  await tellFaults(payload, compiled, log);
  if (change.put.length + change.remove.length > 0)
    log.info({ msg: "Published.", put: change.put.map((snapshot) => snapshot.path), removed: change.remove });
}

function compile(unit: string, payload: Payload, locales: readonly string[]): Promise<Compiled> {
  const [kind, id] = unit.split("/") as [string, string];
  if (kind === "topics") return compileTopic(id, { payload, locales });
  if (kind === "clinics") return compileClinic(id, { payload, locales });
  return compileSite({ payload, locales });
}

/** What must be written and removed so that the store holds just what was compiled. */
function differences(store: SnapshotStore, compiled: Compiled[]): Change {
  const now = new Date();
  const units = new Set(compiled.map(({ unit }) => unit));
  const wanted = compiled.flatMap((each) =>
    each.files.map((file) => snapshotOf(file, each, store.snapshot(file.path), now)),
  );
  const paths = new Set(wanted.map((snapshot) => snapshot.path));
  return {
    put: wanted.filter((snapshot) => {
      const old = store.snapshot(snapshot.path);
      return (
        old?.revision !== snapshot.revision ||
        old.unit !== snapshot.unit ||
        old.sources.join() !== snapshot.sources.join()
      );
    }),
    remove: [...store.snapshots()]
      .filter((snapshot) => units.has(snapshot.unit) && !paths.has(snapshot.path))
      .map((snapshot) => snapshot.path),
  };
}

async function readRows(payload: Payload): Promise<Row[]> {
  const { docs } = await payload.find({
    collection: OUTBOX as "users",
    sort: "createdAt",
    limit: BATCH,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  return docs.map((doc) => ({ ...(doc as unknown as Row), id: String(doc.id) }));
}

function workedOff(payload: Payload, rows: Row[]): WorkedOff {
  const ids = rows.map((row) => row.id);
  const models = (
    payload.db as unknown as { collections?: Record<string, { collection?: { collectionName: string } }> }
  ).collections;
  return {
    ids,
    mongoCollection: models?.[OUTBOX]?.collection?.collectionName,
    remove: async () => {
      if (ids.length > 0) await payload.db.deleteMany({ collection: OUTBOX, where: { id: { in: ids } } });
    },
  };
}

/** Faults are for editors; that they cannot be written must not stop a publish. */
async function tellFaults(payload: Payload, compiled: Compiled[], log: Logger): Promise<void> {
  const faults: Fault[] = compiled.flatMap((each) => each.faults);
  for (const fault of faults) log.warn({ msg: "Something published was left out.", ...fault });
  try {
    await replaceFaults(payload, new Set(compiled.flatMap((each) => each.sources)), faults);
  } catch (err) {
    log.error({ err, msg: "The faults of what was published could not be kept for the dashboard." });
  }
}
