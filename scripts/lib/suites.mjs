/** Runs the test runners, shows what they print, and brings back what they counted. */
import { mkdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { vitestCoverage, webCoverage } from "./coverage.mjs";
import { ended, launchNode } from "./processes.mjs";
import { CACHE, ROOT } from "./project.mjs";
import { readReport } from "./report.mjs";

const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");
const REPORTER = join(ROOT, "scripts/lib/vitestReporter.mjs");
const WEB_TEST_RUNNER = join(ROOT, "widgets/node_modules/@web/test-runner/dist/bin.js");

/**
 * @param {{ folder?: string, project?: string, files?: string[], retry?: number, coverage?: string }} what all files of the
 *   project by default. `retry`: how often a test that fails is tried again, and reported as flaky if it passes then.
 *   `coverage`: the folder for what the tests have covered
 * @returns {Promise<import("./report.mjs").Report>}
 */
export const runVitest = ({ folder = ROOT, project, files = [], retry = 0, coverage }) =>
  runSuite(folder, [
    VITEST,
    "run",
    // A forgotten "only" would leave all others out without a word.
    "--allowOnly=false",
    ...(project ? ["--project", project] : []),
    ...(retry > 0 ? [`--retry=${retry}`] : []),
    ...(coverage ? vitestCoverage(coverage) : []),
    "--reporter=default",
    `--reporter=${REPORTER}`,
    ...files,
  ]);

/**
 * @param {{ folder?: string, files?: string[], coverage?: string }} [what] `coverage`: the folder for what the tests have covered
 * @returns {Promise<import("./report.mjs").Report>}
 */
export const runWebTests = ({ folder = join(ROOT, "widgets"), files = [], coverage } = {}) =>
  runSuite(folder, [WEB_TEST_RUNNER], {
    ...(files.length > 0 ? { TEST_FILES: files.join(delimiter) } : {}),
    ...(coverage ? webCoverage(coverage) : {}),
  });

async function runSuite(folder, args, more = {}) {
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, `tests-${process.pid}-${Date.now()}.json`);
  rmSync(file, { force: true });
  // A runner inside of a test must not take itself for a part of the outer one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST")));
  const code = await ended(launchNode(args, { cwd: folder, env: { ...env, ...more, TEST_REPORT: file } }));
  return readReport(file, code);
}
