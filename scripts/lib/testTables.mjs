/** What `npm test` prints at its end, beside the last line: names with reasons, and the time of each suite. */

/**
 * @typedef {import("./report.mjs").Report} Report
 * @typedef {import("./report.mjs").Named} Named
 */

/** A titled list; nothing when it is empty. @param {string} title @param {Named[]} named */
export const listOf = (title, named) =>
  named.length === 0
    ? ""
    : `\n${title}\n${named.map(({ name, reason }) => `  ${name}: ${reason}`).join("\n")}\n`;

/** Columns, the first for words and the others for figures. @param {string[][]} rows the first holds the titles */
export function tableOf(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ")}`;
  return `${rows.map(line).join("\n")}\n`;
}

/** Each suite with its tests and seconds. @param {{ suite: string, seconds: number, report: Report }[]} runs */
export function timesOf(runs) {
  if (runs.length === 0) return "";
  const count = ({ passed, failed, skipped }) => passed + failed.length + skipped.length;
  const rows = runs.map(({ suite, seconds, report }) => [suite, String(count(report)), seconds.toFixed(0)]);
  return `\n${tableOf([["Suite", "tests", "seconds"], ...rows])}`;
}

/**
 * How often each test failed, when all of them ran `times` times: one that did not fail every time is flaky.
 * @param {Report[]} reports
 * @param {number} times
 */
export function repetitionsOf(reports, times) {
  const counts = new Map();
  for (const { failed } of reports)
    for (const name of new Set(failed.map((each) => each.name)))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  const lines = [...counts].map(([name, count]) => `  ${name}: failed ${count} of ${times} times\n`);
  return `\nRepeated ${times} times:\n${lines.length > 0 ? lines.join("") : "  nothing failed\n"}`;
}
