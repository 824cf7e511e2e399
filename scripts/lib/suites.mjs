/** Runs the test runners, shows what they print, and brings back what they counted. */
import { mkdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ended, launchNode } from "./processes.mjs";
import { CACHE, ROOT } from "./project.mjs";
import { readReport } from "./report.mjs";

const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");
const REPORTER = join(ROOT, "scripts/lib/vitestReporter.mjs");
const WEB_TEST_RUNNER = join(ROOT, "widgets/node_modules/@web/test-runner/dist/bin.js");

/**
 * @param {{ folder?: string, project?: string, files?: string[] }} what all files of the project by default
 * @returns {Promise<import("./report.mjs").Report>}
 */
export const runVitest = ({ folder = ROOT, project, files = [] }) =>
  runSuite(folder, [
    VITEST,
    "run",
    // A forgotten "only" would leave all others out without a word.
    "--allowOnly=false",
    ...(project ? ["--project", project] : []),
    "--reporter=default",
    `--reporter=${REPORTER}`,
    ...files,
  ]);

/**
 * @param {{ folder?: string, files?: string[] }} [what]
 * @returns {Promise<import("./report.mjs").Report>}
 */
export const runWebTests = ({ folder = join(ROOT, "widgets"), files = [] } = {}) =>
  runSuite(folder, [WEB_TEST_RUNNER], files.length > 0 ? { TEST_FILES: files.join(delimiter) } : {});

async function runSuite(folder, args, more = {}) {
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, `tests-${process.pid}-${Date.now()}.json`);
  rmSync(file, { force: true });
  // A runner inside of a test must not take itself for a part of the outer one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST")));
  const code = await ended(launchNode(args, { cwd: folder, env: { ...env, ...more, TEST_REPORT: file } }));
  return readReport(file, code);
}
