/**
 * What is still to be compiled, and in which order: a change that touches few units before one that touches many,
 * and every change before a reconciliation. A unit is a document with files of its own: a topic, a clinic, the site.
 */
import type { Row } from "./outboxRows.ts";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

type Job = { row: Row; units: Set<string> };

/** Holds no promise: after a restart the rows that are still in the outbox are read again. */
export class Agenda {
  /** By the id of the row, the oldest first. */
  readonly #jobs = new Map<string, Job>();
  readonly #resting = new Map<string, { failures: number; until: number }>();
  #reconciling: Set<string> | undefined;
  #isReconcilingWhole = true;

  /** Takes up the rows that wait now, the oldest first, and forgets those that are gone. */
  takeUp(rows: readonly Row[], unitsOf: (row: Row) => Iterable<string>): void {
    const waiting = new Set(rows.map((row) => row.id));
    for (const id of this.#jobs.keys()) if (!waiting.has(id)) this.#jobs.delete(id);
    for (const row of rows) {
      if (this.#jobs.has(row.id)) continue;
      const units = new Set(unitsOf(row));
      // It may repair what failed, or be a withdrawal: it does not wait out the pause of an earlier change.
      for (const unit of units) this.#resting.delete(unit);
      this.#jobs.set(row.id, { row, units });
    }
  }

  /** Begins to compare everything; each unit comes when no row waits. */
  reconcile(units: Iterable<string>): void {
    this.#reconciling = new Set(units);
    this.#isReconcilingWhole = true;
  }

  /** The units to compile now, `most` at a time, so that newer rows are looked for in between. */
  next(now: number, most: number): string[] {
    const picked = new Set<string>();
    const isDue = (unit: string) => (this.#resting.get(unit)?.until ?? 0) <= now;
    const pick = (units: Iterable<string>, limit: number) => {
      for (const unit of units) {
        if (picked.size >= limit) return;
        if (isDue(unit)) picked.add(unit);
      }
    };
    const jobs = [...this.#jobs.values()];
    // The oldest always gets on, however many small ones keep coming.
    for (const { units } of jobs) pick(units, 1);
    for (const { units } of jobs.sort((a, b) => a.units.size - b.units.size)) pick(units, most);
    pick(this.#reconciling ?? [], most);
    return [...picked];
  }

  /** The rows that have nothing left to wait for once `unit` is published. */
  finishedBy(unit: string): Row[] {
    return this.#rows(({ units }) => units.size === 1 && units.has(unit));
  }

  /** The rows of documents that are on no page. */
  withoutUnits(): Row[] {
    return this.#rows(({ units }) => units.size === 0);
  }

  done(unit: string): void {
    for (const { units } of this.#jobs.values()) units.delete(unit);
    this.#reconciling?.delete(unit);
    this.#resting.delete(unit);
  }

  /** Postpones a unit, longer each time, and returns for how long. Its rows stay; all others go on. */
  failed(unit: string, now: number): number {
    const failures = (this.#resting.get(unit)?.failures ?? 0) + 1;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
    this.#resting.set(unit, { failures, until: now + pause });
    // A reconciliation comes again by itself, and must come to an end.
    if (this.#reconciling?.delete(unit)) this.#isReconcilingWhole = false;
    return pause;
  }

  /** Tells once that a reconciliation is over, and whether every unit could be compiled in it. */
  endReconciliation(): "whole" | "in part" | undefined {
    if (!this.#reconciling || this.#reconciling.size > 0) return undefined;
    this.#reconciling = undefined;
    return this.#isReconcilingWhole ? "whole" : "in part";
  }

  #rows(isWanted: (job: Job) => boolean): Row[] {
    return [...this.#jobs.values()].filter(isWanted).map(({ row }) => row);
  }
}
