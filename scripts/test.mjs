/**
 * npm test: installs what is missing, runs every test, and ends with one line that adds up all of them.
 * `npm test -- PATH...` runs the tests at these paths alone, with `--repeat 5` five times; DATABASES chooses the databases.
 * What crashes, or runs no test, counts as a failure.
 */
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { ensureBuilds } from "./lib/builds.mjs";
import { checks } from "./lib/checks.mjs";
import { coverageFolder, coverageOf, forgetCoverage } from "./lib/coverage.mjs";
import { chosenDatabases } from "./lib/databases.mjs";
import { TITLES } from "./lib/engines/engine.mjs";
import { chosenEngines, findEngines } from "./lib/engines/find.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { startMongod } from "./lib/mongod.mjs";
import { stopAll, whenStopped } from "./lib/processes.mjs";
import { ROOT, UserError } from "./lib/project.mjs";
import { enginesOf, summaryOf, sumOf } from "./lib/report.mjs";
import { runScript, step } from "./lib/steps.mjs";
import { runVitest, runWebTests } from "./lib/suites.mjs";
import { findTests, needsBrowser, needsEngines } from "./lib/testFiles.mjs";
import { readTestOptions } from "./lib/testOptions.mjs";
import { listOf, repetitionsOf, timesOf } from "./lib/testTables.mjs";

/** A failure is tried once more, in the same run: what passes then is named as flaky. */
const RETRY = 1;
/** A file for what the tests came to, for the command that has started this one. */
const { TEST_RESULTS } = process.env;
delete process.env.TEST_RESULTS;

/** @type {import("./lib/report.mjs").Report[]} */
const reports = [];
/** @type {Parameters<typeof timesOf>[0]} */
const runs = [];
let isFull = false;

runScript(async () => {
  const { paths, repeat } = readTestOptions(process.argv.slice(2));
  isFull = paths.length === 0;
  const tests = findTests(paths);
  const databases = chosenDatabases();
  await ensureDependencies();
  const notRun = await prepareEngines([...tests.widgets, ...tests.system]);
  await prepareDatabases(databases, [...tests.unit, ...tests.system]);
  if (isFull) {
    forgetCoverage();
    await runChecks();
  }
  const retry = repeat > 1 ? 0 : RETRY;
  const coverage = (runner) => (isFull ? coverageFolder(runner) : undefined);
  const runnable = (files) => files.filter((file) => !notRun.has(file));
  for (let time = 1; time <= repeat; time++) {
    await run("unit", tests.unit, (files) =>
      runVitest({ project: "unit", files, retry, coverage: coverage("unit") }),
    );
    if (!(await isBuilt(tests))) continue;
    await run("widgets in browsers", runnable(tests.widgets), (files) =>
      runWebTests({ files, coverage: coverage("widgets") }),
    );
    await run("system", runnable(tests.system), (files) => runVitest({ project: "system*", files, retry }));
  }
  printSummary(repeat);
  if (TEST_RESULTS) writeFileSync(TEST_RESULTS, JSON.stringify(sumOf(reports)));
  await stopAll(reports.some(({ failed }) => failed.length > 0) ? 1 : 0);
});

/** @param {string} suite @param {string[]} files @param {(files: string[]) => Promise<import("./lib/report.mjs").Report>} runner */
async function run(suite, files, runner) {
  if (files.length === 0) return;
  process.stdout.write(`\nTests: ${suite}\n`);
  const start = performance.now();
  // All files of a suite need not be named; the runner finds them itself.
  const report = await runner(isFull && suite !== "system" ? [] : files);
  reports.push(report);
  runs.push({ suite, seconds: (performance.now() - start) / 1000, report });
}

function fail(name, reason) {
  reports.push({ passed: 0, failed: [{ name, reason }], skipped: [] });
  process.stdout.write(`FAILED  ${name}: ${reason}\n`);
}

/**
 * An engine that cannot be had is one line, and one failure where it must be there, not hundreds.
 * @param {string[]} files
 * @returns {Promise<Set<string>>} the files that cannot run
 */
async function prepareEngines(files) {
  const chosen = chosenEngines();
  const inEach = files.filter(needsEngines);
  const inChromium = files.filter((file) => !inEach.includes(file) && needsBrowser(file));
  if (inEach.length + inChromium.length === 0) return new Set();
  const wanted = chosen.filter((name) => inEach.length > 0 || name === "chromium");
  const { ready, missing } = await findEngines(wanted);
  process.env.ENGINES = ready.join(",");
  for (const { engine, reason } of missing) {
    if (engine === "chromium" || process.env.CI) fail(TITLES[engine], reason);
    else process.stdout.write(`SKIPPED: every test in ${TITLES[engine]}. ${reason}\n`);
  }
  const notRun = [...(ready.length > 0 ? [] : inEach), ...(ready.includes("chromium") ? [] : inChromium)];
  const why = chosen.includes("chromium") ? "its browser is missing" : "ENGINES leaves Chromium out";
  for (const file of notRun) process.stdout.write(`NOT RUN ${relative(ROOT, file)}: ${why}.\n`);
  return new Set(notRun);
}

/** Starts MongoDB for the tests, unless it is left out. */
async function prepareDatabases({ chosen, leftOut }, files) {
  if (!files.some((file) => /^(cms|tests)[/\\]/.test(relative(ROOT, file)))) return;
  for (const line of leftOut) process.stdout.write(`${line}\n`);
  if (!chosen.includes("mongodb")) {
    // The suites on MongoDB run where these name one.
    delete process.env.MONGODB_TEST_URL;
    delete process.env.MONGOMS_SYSTEM_BINARY;
    return;
  }
  const mongod = await startMongod();
  if ("reason" in mongod) {
    if (!chosen.includes("sqlite")) throw new UserError(`DATABASES is mongodb, but ${mongod.reason}.`);
    if (process.env.CI) fail("MongoDB", `With CI set the tests on MongoDB must run, but ${mongod.reason}.`);
    else process.stdout.write(`SKIPPED: every test on MongoDB, because ${mongod.reason}.\n`);
    return;
  }
  whenStopped(mongod.stop);
  process.env.MONGODB_TEST_URL = mongod.url;
  if (mongod.binary) process.env.MONGOMS_SYSTEM_BINARY = mongod.binary;
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = "false";
}

/** Formatting, lint and types: one count each. */
async function runChecks() {
  for (const { name, run } of checks) {
    try {
      await step(name, run);
      reports.push({ passed: 1, failed: [], skipped: [] });
    } catch (error) {
      process.stdout.write(`${error.message}\n`);
      fail("npm run check", name);
    }
  }
}

/** Builds what the tests need that come next. */
async function isBuilt({ widgets, system }) {
  if (widgets.length + system.length === 0) return false;
  try {
    await ensureBuilds(system.length === 0 ? ["widgets"] : undefined);
    return true;
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    fail("npm run build", "The product could not be built; the tests that need it did not run.");
    return false;
  }
}

function printSummary(times) {
  const { failed, skipped } = sumOf(reports);
  process.stdout.write(
    [
      listOf("Skipped:", skipped),
      listOf("Failed:", failed),
      listOf(
        "FLAKY, failed and then passed:",
        reports.flatMap(({ flaky = [] }) => flaky),
      ),
      times > 1 ? repetitionsOf(reports, times) : "",
      isFull ? coverageOf(["unit", "widgets"].map(coverageFolder)) : "",
      timesOf(runs),
      `\n${enginesOf(reports)
        .map((line) => `${line}\n`)
        .join("")}${summaryOf(reports)}\n`,
    ].join(""),
  );
}
