/**
 * Counts what Vitest has run, and writes it to TEST_REPORT. Vitest may report success although a test file never came to
 * its end; here every file that was to run must have ended, and every test in it.
 */
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { countFor } from "./report.mjs";

export default class CountingReporter {
  #files = [];

  onTestRunStart(specifications) {
    this.#files = specifications.map(({ moduleId }) => moduleId);
  }

  onTestRunEnd(modules, unhandledErrors) {
    const report = { passed: 0, failed: [], skipped: [], flaky: [] };
    for (const module of modules) countModule(module, report);
    const seen = new Set(modules.map(({ moduleId }) => moduleId));
    for (const file of this.#files.filter((each) => !seen.has(each)))
      report.failed.push({ name: nameOf(file), reason: "it did not run" });
    for (const error of unhandledErrors)
      report.failed.push({
        name: error.VITEST_TEST_PATH ? nameOf(error.VITEST_TEST_PATH) : "Outside of the tests",
        reason: messageOf(error),
      });
    writeFileSync(process.env.TEST_REPORT, JSON.stringify(report));
  }
}

function countModule(module, report) {
  const file = nameOf(module.moduleId);
  const tests = [...module.children.allTests()];
  for (const error of module.errors()) report.failed.push({ name: file, reason: messageOf(error) });
  for (const suite of module.children.allSuites())
    for (const error of suite.errors())
      report.failed.push({ name: `${file} > ${suite.fullName}`, reason: messageOf(error) });
  for (const test of tests) {
    const { state, errors = [], note } = test.result();
    const name = `${file} > ${test.fullName}`;
    // Tests that run in several browser engines say in which.
    const { engine } = test.meta();
    if (engine && state !== "skipped")
      countFor(report, engine, {
        passed: state === "passed" ? 1 : 0,
        failed: state === "passed" ? 0 : 1,
        ms: test.diagnostic()?.duration ?? 0,
      });
    if (state === "passed") {
      report.passed++;
      if (test.diagnostic()?.flaky)
        report.flaky.push({
          name,
          reason: `it failed before it passed: ${errors.map(messageOf).join("; ")}`,
        });
    } else if (state === "failed")
      report.failed.push({ name, reason: errors.map(messageOf).join("; ") || "it failed" });
    else if (state === "skipped") report.skipped.push({ name, reason: note ?? reasonOf(test) });
    else report.failed.push({ name, reason: "it did not come to its end" });
  }
  if (tests.length === 0 && module.errors().length === 0)
    report.failed.push({ name: file, reason: "no test is in it, or it did not come to its end" });
}

function reasonOf(test) {
  for (let suite = test.parent; suite; suite = suite.parent)
    if (suite.errors().length > 0) return "what must run before it has failed";
  return "its file says so, and gives no reason";
}

const nameOf = (file) => relative(process.cwd(), file);
const messageOf = (error) => String(error.message ?? error).split("\n")[0];
