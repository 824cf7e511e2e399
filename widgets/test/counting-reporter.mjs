/**
 * Prints one line per file and engine, and every failure in full; leaves the counts in TEST_REPORT, for `npm test`.
 * Tests provoke 404s on purpose: no list of those.
 */
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { countFor } from "../../scripts/lib/report.mjs";

export function countingReporter() {
  let expected = [];
  const seen = new Set();
  const report = { passed: 0, failed: [], skipped: [], engines: {} };

  return {
    onTestRunStarted({ testFiles }) {
      expected = testFiles;
    },

    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      seen.add(testFile);
      for (const { browser, group, testResults, errors, logs } of sessionsForTestFile) {
        // The files that no group names are in one called "default".
        const place = group.name === "default" ? browser.name : `${browser.name}, ${group.name}`;
        const file = `${nameOf(testFile)} (${place})`;
        const results = testResults ? flatten(testResults) : [];
        const passed = results.filter((test) => test.passed);
        const skipped = results.filter((test) => test.skipped);
        const failed = results.filter((test) => !test.passed && !test.skipped);
        const faults = [...errors, ...unheardOf(logs)];
        if (faults.length + results.length === 0) faults.push({ message: "no test is in it" });
        report.passed += passed.length;
        for (const { path } of skipped)
          report.skipped.push({ name: `${file} > ${path}`, reason: "its file says so, and gives no reason" });
        for (const { path, error } of failed)
          report.failed.push({ name: `${file} > ${path}`, reason: firstLine(error?.message) });
        for (const error of faults) report.failed.push({ name: file, reason: firstLine(error.message) });
        countFor(report, browser.name, {
          passed: passed.length,
          failed: failed.length + faults.length,
          ms: results.reduce((sum, { duration = 0 }) => sum + duration, 0),
        });

        logger.log(
          `${failed.length + faults.length ? "FAILED" : "passed"}  ${file} (${passed.length} of ${results.length})`,
        );
        for (const { path, error } of failed) logger.log(`  ${path}\n    ${messageOf(error ?? {})}`);
        for (const error of faults) logger.log(`  ${messageOf(error)}`);
        for (const line of logs) logger.log(`  console: ${line.map(String).join(" ")}`);
      }
    },

    onTestRunFinished() {
      for (const file of expected.filter((each) => !seen.has(each)))
        report.failed.push({ name: nameOf(file), reason: "it did not run" });
      const { passed, failed, skipped } = report;
      console.log(`Browser tests: ${passed} passed, ${failed.length} failed, ${skipped.length} skipped.`);
      if (process.env.TEST_REPORT) writeFileSync(process.env.TEST_REPORT, JSON.stringify(report));
    },
  };
}

/** The runner only logs a rejection that nobody waits for. */
function unheardOf(logs) {
  return logs
    .map((line) => line.map(String).join(" "))
    .filter((line) => line.startsWith("An error was thrown in a Promise outside a test."))
    .map((message) => ({ message }));
}

function flatten(suite, path = []) {
  const here = suite.name ? [...path, suite.name] : path;
  return [
    ...suite.tests.map((test) => ({ ...test, path: [...here, test.name].join(" > ") })),
    ...suite.suites.flatMap((inner) => flatten(inner, here)),
  ];
}

function messageOf({ message, stack, expected, actual }) {
  const difference = expected === undefined ? "" : `\n    expected: ${expected}\n    actual:   ${actual}`;
  return `${message}${difference}\n    ${(stack ?? "").split("\n").slice(0, 6).join("\n    ")}`;
}

const nameOf = (file) => relative(process.cwd(), file);
const firstLine = (message) => String(message ?? "it failed").split("\n")[0];
