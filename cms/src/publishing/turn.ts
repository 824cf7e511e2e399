/**
 * One turn of the publisher: looks at the outbox, works off a few units, and lets the rows go whose units are all done.
 * It reads what is public now, so late or repeated work is harmless.
 */
import { setImmediate as giveWay } from "node:timers/promises";
import type { Payload } from "payload";
import type { Logger } from "pino";
import { readPapers } from "../compile/papers.ts";
import { readIds } from "../compile/read.ts";
import type { CompileOptions } from "../compile/snapshot.ts";
import type { Env } from "../config/env.ts";
import { LeaseLostError, type SnapshotStore } from "../store/types.ts";
import { Agenda } from "./agenda.ts";
import { FaultStore } from "./faultStore.ts";
import { readChanged, readRows, sourceOfRow, unitsTouched, workedOff } from "./outboxRows.ts";
import { publishUnit } from "./publishUnit.ts";

/** How many units are compiled before the outbox is looked at again: a tenth of a second or two. */
const PART = 10;
const RECONCILE_MS = 10 * 60_000;

/** What tests watch, and stop at, to see what a crash leaves behind. */
export type Step = "rows-read" | "compiled" | "written";

export type PublisherOptions = {
  payload: Payload;
  store: SnapshotStore;
  env: Pick<Env, "locales">;
  log: Logger;
  onStep?: ((step: Step, unit?: string) => void | Promise<void>) | undefined;
  /** Off only in tests, which show what the outbox does alone. */
  reconciles?: boolean | undefined;
};

/** Returns what takes one turn, and answers whether the next one has something to do at once. */
export function createTurns(options: PublisherOptions): (isStopped: () => boolean) => Promise<boolean> {
  const { payload, store, log, onStep } = options;
  const agenda = new Agenda();
  const faults = new FaultStore(payload, log);
  let isHolder = false;
  let reconcileAt = 0;

  return async (isStopped) => {
    if (!(await store.mayPublish())) {
      isHolder = false;
      return false;
    }
    if (!isHolder) startAfresh();
    await takeUpRows();
    await beginReconciliation();
    const papers = sharedReading(() => readPapers(payload));
    for (const unit of agenda.next(Date.now(), PART)) {
      if (isStopped()) return false;
      await work(unit, papers);
      // The embedded database answers within the same turn of the event loop: readers would wait until all is compiled.
      await giveWay();
    }
    await finishReconciliation();
    if (agenda.next(Date.now(), 1).length > 0) return true;
    await letUnusedRowsGo();
    return false;
  };

  /** Whoever held the lease before may have done anything: what this server remembers counts no more. */
  function startAfresh(): void {
    agenda.takeUp([], () => []);
    faults.forget();
    reconcileAt = 0;
    isHolder = true;
  }

  async function takeUpRows(): Promise<void> {
    const rows = await readRows(payload);
    if (rows.length > 0) await onStep?.("rows-read");
    agenda.takeUp(rows, unitsTouched(store, await readChanged(payload, rows)));
  }

  /** Those of documents that are on no page. After all others: when they cannot go, they hold back no withdrawal. */
  async function letUnusedRowsGo(): Promise<void> {
    const unused = agenda.withoutUnits();
    if (unused.length === 0) return;
    await commitOrStepDown(() => store.commit({ put: [], remove: [] }, workedOff(payload, unused)));
    await faults.onNoPage(unused.map(sourceOfRow));
  }

  /** Compiles everything that is or was public, and writes what differs. */
  async function beginReconciliation(): Promise<void> {
    if (options.reconciles === false || Date.now() < reconcileAt) return;
    const [topics, clinics] = await Promise.all([readIds(payload, "topics"), readIds(payload, "clinics")]);
    agenda.reconcile([
      "site/site",
      ...topics.map((id) => `topics/${id}`),
      ...clinics.map((id) => `clinics/${id}`),
      ...store.units(),
    ]);
    reconcileAt = Number.POSITIVE_INFINITY;
  }

  async function finishReconciliation(): Promise<void> {
    const ended = agenda.endReconciliation();
    if (!ended) return;
    reconcileAt = Date.now() + RECONCILE_MS;
    if (ended === "whole") await faults.reconciled();
  }

  async function work(unit: string, papers: CompileOptions["papers"]): Promise<void> {
    const rows = agenda.finishedBy(unit);
    try {
      const { compiled, change, examined } = await commitOrStepDown(() =>
        publishUnit(unit, {
          payload,
          store,
          locales: options.env.locales,
          papers,
          rows,
          onCompiled: () => onStep?.("compiled", unit),
        }),
      );
      await onStep?.("written", unit);
      agenda.done(unit);
      await faults.unitCompiled(unit, compiled.faults, [...examined, ...rows.map(sourceOfRow)]);
      if (change.put.length + change.remove.length > 0)
        log.info({
          msg: "Published.",
          put: change.put.map((snapshot) => snapshot.path),
          removed: change.remove,
        });
    } catch (err) {
      if (err instanceof LeaseLostError) throw err;
      const pause = agenda.failed(unit, Date.now());
      log.error({
        err,
        msg: `${unit} could not be published; trying again in ${pause / 1000} s. Other changes go on.`,
      });
    }
  }

  async function commitOrStepDown<Result>(commit: () => Promise<Result>): Promise<Result> {
    try {
      return await commit();
    } catch (err) {
      if (err instanceof LeaseLostError) isHolder = false;
      throw err;
    }
  }
}

/** Reads when it is first asked, after the rows of its turn, and gives the same to every unit of the turn. */
function sharedReading<Result>(read: () => Promise<Result>): () => Promise<Result> {
  let reading: Promise<Result> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
