/** Which statements the tests run, of the code that what patients read depends on most: measured by V8, reported by folder. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { CACHE, ROOT } from "./project.mjs";
import { tableOf } from "./testTables.mjs";

const FOLDERS = {
  shared: "shared/src",
  widgets: "widgets/src",
  evidence: "cms/src/evidence",
  compile: "cms/src/compile",
  publishing: "cms/src/publishing",
  access: "cms/src/access",
};
/** Below this a folder's least covered files are named. */
const ENOUGH = 95;

const CACHED = join(CACHE, "coverage");

/** A folder below the cache for one runner's figures. @param {string} runner */
export const coverageFolder = (runner) => join(CACHED, runner);

/** Removes the figures of an earlier run, which would count where a runner leaves none. */
export const forgetCoverage = () => rmSync(CACHED, { recursive: true, force: true });

/** @param {string} folder */
export const vitestCoverage = (folder) => [
  "--coverage",
  "--coverage.provider=v8",
  "--coverage.reporter=json",
  `--coverage.reportsDirectory=${folder}`,
  "--coverage.reportOnFailure",
  ...Object.values(FOLDERS).map((each) => `--coverage.include=${each}/**/*.ts`),
  "--coverage.exclude=**/*.test.ts",
];

/** For widgets/web-test-runner.config.mjs, which reads it from the environment. @param {string} folder */
export const webCoverage = (folder) => ({ WIDGETS_COVERAGE: folder });

/**
 * The table, of all folders that were measured. A statement counts when any runner has run it.
 * @param {string[]} folders as the runners have left them
 */
export function coverageOf(folders) {
  const files = merge(folders.map(readCoverage));
  const rows = [];
  const notes = [];
  for (const [name, folder] of Object.entries(FOLDERS)) {
    const own = [...files].filter(([file]) => file.startsWith(`${folder}/`));
    if (own.length === 0) continue;
    const { run, all } = sum(own.map(([, each]) => each));
    rows.push([name, String(all), percent(run, all)]);
    if (run / all >= ENOUGH / 100) continue;
    const least = own
      .filter(([, each]) => each.run < each.all)
      .sort(([, a], [, b]) => b.all - b.run - (a.all - a.run));
    for (const [file, each] of least.slice(0, 3))
      notes.push(`  ${file}: ${each.all - each.run} of ${each.all} are not run by these tests.\n`);
  }
  if (rows.length === 0) return "";
  return `\n${tableOf([["Statements run by unit and widget tests", "all", "run"], ...rows])}${notes.join("")}`;
}

const percent = (run, all) => `${((100 * run) / Math.max(all, 1)).toFixed(1)} %`;
const sum = (parts) =>
  parts.reduce((total, { run, all }) => ({ run: total.run + run, all: total.all + all }), { run: 0, all: 0 });

/** Istanbul's format: for each file its statements, and how often each was run. */
function readCoverage(folder) {
  const file = join(folder, "coverage-final.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/**
 * Runners find statements in their own way: those of the first that knows the file are counted, and the others say by line
 * whether they have run it.
 */
function merge(reports) {
  const files = new Map();
  for (const report of reports)
    for (const [path, { statementMap, s }] of Object.entries(report)) {
      const file = relative(ROOT, path).split(sep).join("/");
      const statements = Object.entries(statementMap).map(([key, { start }]) => ({
        line: start.line,
        run: s[key] > 0,
      }));
      const known = files.get(file);
      if (!known) files.set(file, statements);
      else {
        const lines = new Set(statements.filter(({ run }) => run).map(({ line }) => line));
        for (const statement of known) statement.run ||= lines.has(statement.line);
      }
    }
  return new Map(
    [...files].map(([file, statements]) => [
      file,
      { all: statements.length, run: statements.filter(({ run }) => run).length },
    ]),
  );
}
