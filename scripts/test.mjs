/**
 * npm test: installs what is missing, runs every test, and ends with one line that adds up all of them.
 * A suite that crashes, or runs no test, counts as a failure.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./lib/browser.mjs";
import { ensureBuilds } from "./lib/builds.mjs";
import { checks } from "./lib/checks.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { startMongod } from "./lib/mongod.mjs";
import { CACHE, ROOT, runScript, step } from "./lib/steps.mjs";

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

runScript(async () => {
  await ensureDependencies();
  process.env.CHROMIUM_PATH = await findBrowser();
  const mongod = await startMongod();
  const stop = async () => ("stop" in mongod ? mongod.stop() : undefined);
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => void stop().then(() => process.exit(1)));
  try {
    if ("reason" in mongod) {
      if (process.env.CI) fail("MongoDB", `With CI set the tests on MongoDB must run, but ${mongod.reason}.`);
      else process.stdout.write(`SKIPPED: every test on MongoDB, because ${mongod.reason}.\n`);
    } else {
      process.env.MONGODB_TEST_URL = mongod.url;
      if (mongod.binary) process.env.MONGOMS_SYSTEM_BINARY = mongod.binary;
      process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = "false";
    }
    await runChecks();
    await runVitest("unit");
    if (await built()) {
      await runWidgetTests();
      await runVitest("system");
    }
  } finally {
    await stop();
  }
  if (failures.length > 0)
    process.stdout.write(`\nWhat failed:\n${failures.map((line) => `  ${line}`).join("\n")}\n`);
  process.stdout.write(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}\n`,
  );
  process.exit(total.failed > 0 ? 1 : 0);
});

function fail(suite, reason) {
  total.failed++;
  failures.push(`${suite}: ${reason}`);
  process.stdout.write(`FAILED  ${suite}: ${reason}\n`);
}

/** Formatting, lint and types: one count each. */
async function runChecks() {
  for (const { name, run } of checks) {
    try {
      await step(name, run);
      total.passed++;
    } catch (error) {
      process.stdout.write(`${error.message}\n`);
      fail("check", name);
    }
  }
}

async function built() {
  try {
    await ensureBuilds();
    total.passed++;
    return true;
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    fail("build", "The product could not be built; the tests that need it did not run.");
    return false;
  }
}

async function runVitest(project) {
  const report = join(CACHE, `vitest-${project}.json`);
  mkdirSync(CACHE, { recursive: true });
  rmSync(report, { force: true });
  process.stdout.write(`\nTests: ${project}\n`);
  await show(join(ROOT, "node_modules/.bin/vitest"), [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) return fail(project, "The suite ended without a report.");
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults, success } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  total.passed += numPassedTests;
  total.failed += numFailedTests;
  total.skipped += numPendingTests + numTodoTests;
  for (const { assertionResults, name, status } of testResults) {
    for (const test of assertionResults)
      if (test.status === "failed") failures.push(`${project}: ${test.fullName}`);
    // A file that cannot even be loaded has no tests to fail.
    if (status === "failed" && assertionResults.every((test) => test.status !== "failed"))
      fail(project, `${name} could not be run.`);
  }
  if (numPassedTests + numFailedTests === 0) fail(project, "No test ran.");
  else if (!success && numFailedTests === 0 && total.failed === 0)
    fail(project, "The suite failed outside of its tests.");
}

async function runWidgetTests() {
  process.stdout.write("\nTests: widgets in a browser\n");
  const output = await show("npm", ["test", "--silent"], join(ROOT, "widgets"));
  const counts = /Browser tests: (\d+) passed, (\d+) failed, (\d+) skipped\./.exec(output.text);
  if (!counts) return fail("widgets", "The suite ended without a count.");
  const [passed, failed, skipped] = counts.slice(1).map(Number);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(`widgets: ${failed} browser tests; they are named above`);
  if (passed + failed === 0) fail("widgets", "No test ran.");
  else if (output.code !== 0 && failed === 0) fail("widgets", "The suite failed outside of its tests.");
}

/** Runs a command whose output is shown as it comes. */
function show(command, args, cwd = ROOT) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
      process.stdout.write(chunk);
    });
    child.on("error", () => resolve({ code: 1, text }));
    child.on("close", (code) => resolve({ code: code ?? 1, text }));
  });
}
