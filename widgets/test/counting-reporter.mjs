/** Prints one line per file, every failure in full, and a count at the end. Tests provoke 404s on purpose: no list of those. */
import { relative } from "node:path";

export function countingReporter() {
  let total = { passed: 0, failed: 0, skipped: 0 };

  return {
    onTestRunStarted() {
      total = { passed: 0, failed: 0, skipped: 0 };
    },

    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      for (const { testResults, errors, logs } of sessionsForTestFile) {
        const results = testResults ? flatten(testResults) : [];
        const failed = results.filter(({ passed, skipped }) => !passed && !skipped);
        const passed = results.filter(({ passed }) => passed);
        total.passed += passed.length;
        total.failed += failed.length + errors.length;
        total.skipped += results.length - passed.length - failed.length;
        logger.log(
          `${failed.length + errors.length ? "FAILED" : "passed"}  ${relative(process.cwd(), testFile)} (${passed.length} of ${results.length})`,
        );
        for (const { path, error } of failed) logger.log(`  ${path}\n    ${told(error)}`);
        for (const error of errors) logger.log(`  ${told(error)}`);
        for (const line of logs) logger.log(`  console: ${line.map(String).join(" ")}`);
      }
    },

    onTestRunFinished() {
      console.log(`Browser tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped.`);
    },
  };
}

function flatten(suite, path = []) {
  const here = suite.name ? [...path, suite.name] : path;
  return [
    ...suite.tests.map((test) => ({ ...test, path: [...here, test.name].join(" > ") })),
    ...suite.suites.flatMap((inner) => flatten(inner, here)),
  ];
}

function told({ message, stack, expected, actual }) {
  const difference = expected === undefined ? "" : `\n    expected: ${expected}\n    actual:   ${actual}`;
  return `${message}${difference}\n    ${(stack ?? "").split("\n").slice(0, 6).join("\n    ")}`;
}
