/** What a suite of tests came to, in one shape for every runner, so that the last line of `npm test` can add them up. */
import { readFileSync, rmSync } from "node:fs";

/**
 * @typedef {{ name: string, reason: string }} Named
 * @typedef {{ passed: number, failed: number, ms: number }} EngineCount `ms`: what its tests took, one after the other
 * @typedef {{ passed: number, failed: Named[], skipped: Named[], flaky?: Named[], engines?: Record<string, EngineCount> }} Report `flaky`: passed,
 *   but failed before
 */

/** The report that a runner has left in `file`, with a failure where the runner and its report do not agree. @returns {Report} */
export function readReport(file, code) {
  const report = parse(file);
  rmSync(file, { force: true });
  if (!report)
    return {
      passed: 0,
      failed: [{ name: "The suite", reason: `it ended without a report (exit code ${code})` }],
      skipped: [],
    };
  const { passed, failed, skipped, flaky = [], engines } = report;
  if (passed === 0 && failed.length === 0) failed.push({ name: "The suite", reason: "no test ran" });
  else if (code !== 0 && failed.length === 0)
    failed.push({ name: "The suite", reason: `it ended with exit code ${code}, outside of its tests` });
  return { passed, failed, skipped, flaky, engines };
}

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Not written, or not to its end.
    return undefined;
  }
}

/** All reports as one. @param {Report[]} reports @returns {Report} */
export function sumOf(reports) {
  return {
    passed: reports.reduce((sum, { passed }) => sum + passed, 0),
    failed: reports.flatMap(({ failed }) => failed),
    skipped: reports.flatMap(({ skipped }) => skipped),
  };
}

/** @param {Report[]} reports */
export function summaryOf(reports) {
  const { passed, failed, skipped } = sumOf(reports);
  return `${passed} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`;
}

/** Adds to what a browser engine came to. @param {Report} report @param {string} engine @param {EngineCount} count */
export function countFor(report, engine, { passed, failed, ms }) {
  report.engines ??= {};
  const so = report.engines[engine] ?? { passed: 0, failed: 0, ms: 0 };
  report.engines[engine] = { passed: so.passed + passed, failed: so.failed + failed, ms: so.ms + ms };
}

/** A line for each browser engine that ran tests. @param {Report[]} reports */
export function enginesOf(reports) {
  const all = { passed: 0, failed: [], skipped: [] };
  for (const { engines = {} } of reports)
    for (const [engine, count] of Object.entries(engines)) countFor(all, engine, count);
  return Object.entries(all.engines ?? {}).map(
    ([engine, { passed, failed, ms }]) =>
      `${engine}: ${passed} passed, ${failed} failed, in ${Math.round(ms / 1000)} s of tests`,
  );
}
