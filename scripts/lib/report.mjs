/** What a suite of tests came to, in one shape for every runner, so that the last line of `npm test` can add them up. */
import { readFileSync, rmSync } from "node:fs";

/**
 * @typedef {{ name: string, reason: string }} Named
 * @typedef {{ passed: number, failed: Named[], skipped: Named[] }} Report
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
  const { passed, failed, skipped } = report;
  if (passed === 0 && failed.length === 0) failed.push({ name: "The suite", reason: "no test ran" });
  else if (code !== 0 && failed.length === 0)
    failed.push({ name: "The suite", reason: `it ended with exit code ${code}, outside of its tests` });
  return { passed, failed, skipped };
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
