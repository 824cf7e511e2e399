/** What `npm test` counts: a suite that breaks in any way is a failure, whatever its runner reports. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

type Named = { name: string; reason: string };
type Report = { passed: number; failed: Named[]; skipped: Named[]; flaky: Named[] };

const ROOT = join(import.meta.dirname, "../..");
const WIDGETS = join(ROOT, "widgets");
const { enginesOf, readReport, summaryOf } = await import("../../scripts/lib/report.mjs" as string);
const { coverageOf } = await import("../../scripts/lib/coverage.mjs" as string);
const { readTestOptions } = await import("../../scripts/lib/testOptions.mjs" as string);
const { listOf, repetitionsOf, timesOf } = await import("../../scripts/lib/testTables.mjs" as string);
const { findTests, needsBrowser, needsEngines } = await import("../../scripts/lib/testFiles.mjs" as string);

/** Calls a function of `suites.mjs` in a process of its own, as `npm test` does. */
function call(runner: "runVitest" | "runWebTests", folder: string, options: object = {}): Report {
  const code = `import(${JSON.stringify(join(ROOT, "scripts/lib/suites.mjs"))})
    .then((suites) => suites.${runner}(${JSON.stringify({ folder, ...options })}))
    .then((report) => process.stdout.write("\\nREPORT " + JSON.stringify(report)));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", code], { encoding: "utf8" });
  const report = /^REPORT (.*)$/m.exec(stdout)?.[1];
  if (!report) throw new Error(`The suite brought back no report:\n${stdout}\n${stderr}`);
  return JSON.parse(report) as Report;
}

/** A file that breaks in one way each, and what its failure is named. */
const BROKEN = {
  "a worker that is killed in a test": [
    'it("passes", () => {}); it("dies", async () => { process.kill(process.pid, "SIGKILL"); await new Promise(() => {}); });',
    " > dies",
  ],
  "a worker that is killed while its file is loaded": [
    'process.kill(process.pid, "SIGKILL"); it("passes", () => {});',
    "",
  ],
  "a rejection that nobody waits for": [
    'it("passes", () => { void Promise.reject(new Error("unheard")); });',
    "",
  ],
  "a file that cannot be loaded": ['throw new Error("broken"); it("passes", () => {});', ""],
  "a beforeAll that throws": [
    'describe("a group", () => { beforeAll(() => { throw new Error("broken"); }); it("passes", () => {}); });',
    " > a group",
  ],
  "a file without a test": ["", ""],
} as const;
const fileOf = (name: string) => `${name.replaceAll(" ", "-")}.test.js`;

describe("counting the tests of Vitest", () => {
  let folder: string;
  let report: Report;
  // One run for all: its start is most of its time.
  beforeAll(() => {
    folder = newProject();
    write(
      "mixed.test.js",
      `
      it("passes", () => {});
      describe("a group", () => { it("fails", () => { expect(1).toBe(2); }); });
      it("waits", (context) => context.skip("the moon is not full"));
      let tries = 0;
      it("comes and goes", () => { tries += 1; expect(tries).toBe(2); });`,
    );
    for (const [name, [body]] of Object.entries(BROKEN)) write(fileOf(name), body);
    report = call("runVitest", folder, { retry: 1 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function newProject(): string {
    const project = mkdtempSync(join(tmpdir(), "clinic-widgets-counting-"));
    symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
    writeFileSync(join(project, "package.json"), '{ "type": "module" }');
    return project;
  }
  const write = (file: string, body: string) =>
    writeFileSync(join(folder, file), `import { beforeAll, describe, expect, it } from "vitest";\n${body}`);
  /** What is named of one file. */
  const of = (file: string, named: Named[]) => named.filter(({ name }) => name.startsWith(file));

  it("counts what passed, failed and was skipped, and names the last two", () => {
    expect(of("mixed.test.js", report.failed)).toEqual([
      {
        name: "mixed.test.js > a group > fails",
        reason: expect.stringContaining("expected 1 to be 2"),
      },
    ]);
    expect(of("mixed.test.js", report.skipped)).toEqual([
      { name: "mixed.test.js > waits", reason: "the moon is not full" },
    ]);
  });

  it("counts what fails and then passes as passed, and names it as flaky", () => {
    expect(report.flaky).toEqual([
      {
        name: "mixed.test.js > comes and goes",
        reason: expect.stringMatching(/^it failed before it passed: .*expected 1 to be 2/),
      },
    ]);
  });

  it.each(Object.entries(BROKEN))("takes %s for a failure", (name, [, end]) => {
    expect(report.failed.map((each) => each.name)).toContain(fileOf(name) + end);
  });

  it("counts no test as passed that did not run", () => {
    // Two of the mixed file, the one with the rejection, and the one before the kill, if the worker could still report it.
    expect([3, 4]).toContain(report.passed);
  });

  it("tries nothing again where it is not asked to, and takes a project without a file for a failure", () => {
    const other = newProject();
    const without = call("runVitest", other);
    writeFileSync(
      join(other, "one.test.js"),
      'import { expect, it } from "vitest"; let tries = 0; it("comes and goes", () => { tries += 1; expect(tries).toBe(2); });',
    );
    const once = call("runVitest", other);
    rmSync(other, { recursive: true, force: true });

    expect(without.failed).toHaveLength(1);
    expect([once.failed.length, once.flaky]).toEqual([1, []]);
  });
});

describe("counting the tests of the browser", () => {
  let folder: string;
  beforeEach(() => {
    // Below widgets, where the runner finds its modules.
    mkdirSync(join(WIDGETS, "dist"), { recursive: true });
    folder = mkdtempSync(join(WIDGETS, "dist/counting-"));
    writeFileSync(
      join(folder, "web-test-runner.config.mjs"),
      `import { playwrightLauncher } from "@web/test-runner-playwright";
      import { countingReporter } from "../../test/counting-reporter.mjs";
      export default {
        rootDir: ${JSON.stringify(ROOT)},
        files: ["*.test.js"],
        nodeResolve: true,
        concurrency: 1,
        browsers: [playwrightLauncher({ product: "chromium", launchOptions: {
          executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] } })],
        reporters: [countingReporter()],
      };`,
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a project of these test files. */
  function count(files: Record<string, string>): Report {
    for (const [name, body] of Object.entries(files)) writeFileSync(join(folder, name), body);
    return call("runWebTests", folder);
  }

  it("counts what passed, failed and was skipped, file by file, and takes what breaks for a failure", () => {
    const { passed, failed, skipped } = count({
      "mixed.test.js": `describe("a group", () => {
        it("passes", () => {}); it("fails", () => { throw new Error("no"); }); it.skip("waits", () => {}); });`,
      "before.test.js": `describe("a group", () => { before(() => { throw new Error("broken"); }); it("one", () => {}); });`,
      "broken.test.js": 'throw new Error("broken"); it("passes", () => {});',
      "missing.test.js": 'import "./nowhere.js"; it("passes", () => {});',
      "none.test.js": "",
      "rejection.test.js": `it("passes", async () => {
        void Promise.reject(new Error("unheard")); await new Promise((resolve) => setTimeout(resolve, 100)); });`,
    });

    // The test itself passes; its file does not.
    expect(passed).toBe(2);
    expect(skipped.map(({ name }) => name)).toEqual(["mixed.test.js (Chromium) > a group > waits"]);
    const names = failed.map(({ name }) => name).sort();
    expect(names).toContain("mixed.test.js (Chromium) > a group > fails");
    for (const file of ["before", "broken", "missing", "none", "rejection"])
      expect(names.some((name) => name.startsWith(`${file}.test.js`))).toBe(true);
  });
});

describe("the last line", () => {
  const named = (count: number): Named[] => Array.from({ length: count }, () => ({ name: "x", reason: "y" }));

  it("adds up all suites, and tells of skipped tests only when there are some", () => {
    const one = { passed: 3, failed: named(1), skipped: [] };
    const two = { passed: 4, failed: [], skipped: named(2) };

    expect(summaryOf([one])).toBe("3 passed, 1 failed");
    expect(summaryOf([one, two])).toBe("7 passed, 1 failed, 2 skipped");
  });

  it("comes after a line for each browser engine that ran tests", () => {
    const Firefox = { passed: 2, failed: 0, ms: 1_000 };
    const WebKit = { passed: 3, failed: 1, ms: 1_000 };
    const report = { passed: 0, failed: [], skipped: [] };

    expect(
      enginesOf([report, { ...report, engines: { Firefox, WebKit } }, { ...report, engines: { WebKit } }]),
    ).toEqual([
      "Firefox: 2 passed, 0 failed, in 1 s of tests",
      "WebKit: 6 passed, 2 failed, in 2 s of tests",
    ]);
  });

  it("fails for a runner that leaves no report, or ends with a code that its report does not explain", () => {
    const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-report-"));
    const file = join(folder, "report.json");
    const left = (report: object) => writeFileSync(file, JSON.stringify(report));

    expect(readReport(file, 0).failed).toHaveLength(1);
    left({ passed: 2, failed: [], skipped: [] });
    expect(readReport(file, 1).failed).toHaveLength(1);
    left({ passed: 0, failed: [], skipped: named(2) });
    expect(readReport(file, 0).failed).toEqual([{ name: "The suite", reason: "no test ran" }]);
    left({ passed: 2, failed: [], skipped: [] });
    expect(readReport(file, 0).failed).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

describe("what is printed before the last line", () => {
  const failing = (...names: string[]) => ({
    passed: 1,
    failed: names.map((name) => ({ name, reason: "no" })),
    skipped: [],
  });

  it("names what is in a list, and leaves an empty one out", () => {
    expect(listOf("Failed:", [{ name: "x", reason: "y" }])).toBe("\nFailed:\n  x: y\n");
    expect(listOf("Failed:", [])).toBe("");
  });

  it("is the time of each suite", () => {
    const runs = [
      { suite: "unit", seconds: 61.4, report: failing("x") },
      { suite: "system", seconds: 5, report: failing() },
    ];

    expect(timesOf(runs)).toBe(
      "\n  Suite   tests  seconds\n  unit        2       61\n  system      1        5\n",
    );
  });

  it("is how often each test failed, where all were repeated", () => {
    expect(repetitionsOf([failing("x", "y"), failing("x"), failing()], 3)).toBe(
      "\nRepeated 3 times:\n  x: failed 2 of 3 times\n  y: failed 1 of 3 times\n",
    );
    expect(repetitionsOf([failing(), failing()], 2)).toContain("nothing failed");
  });
});

describe("the table of what is covered", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-covered-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What a runner leaves of one file: for each statement the line that it starts in, and how often it was run. */
  function leave(runner: string, file: string, statements: [line: number, runs: number][]): string {
    const statementMap = Object.fromEntries(statements.map(([line], key) => [key, { start: { line } }]));
    const s = Object.fromEntries(statements.map(([, runs], key) => [key, runs]));
    mkdirSync(join(folder, runner));
    writeFileSync(
      join(folder, runner, "coverage-final.json"),
      JSON.stringify({ [join(ROOT, file)]: { statementMap, s } }),
    );
    return join(folder, runner);
  }

  it("counts a statement that any runner has run, and names the files that are least covered", () => {
    const unit = leave("unit", "widgets/src/faq/faq.ts", [
      [3, 1],
      [4, 0],
      [5, 0],
      [6, 0],
    ]);
    const browser = leave("browser", "widgets/src/faq/faq.ts", [
      [1, 1],
      [4, 2],
      [5, 0],
    ]);

    const table = coverageOf([unit, browser, join(folder, "nothing")]);

    expect(table).toMatch(/widgets +4 +50\.0 %/);
    expect(table).toContain("widgets/src/faq/faq.ts: 2 of 4 are not run by these tests.");
    expect(table).not.toContain("shared");
  });

  it("is left out where nothing was measured", () => {
    expect(coverageOf([join(folder, "nothing")])).toBe("");
  });
});

describe("the options of npm test", () => {
  it("are paths, and how often the tests there run", () => {
    expect(readTestOptions([])).toEqual({ paths: [], repeat: 1 });
    expect(readTestOptions(["--repeat", "5", "tests/e2e"])).toEqual({ paths: ["tests/e2e"], repeat: 5 });
    expect(readTestOptions(["tests/e2e", "--repeat=2"])).toEqual({ paths: ["tests/e2e"], repeat: 2 });
  });

  it.each([
    [["--repeat", "many", "tests/e2e"], "--repeat needs a number of times"],
    [["tests/e2e", "--repeat"], "--repeat needs a number of times"],
    [["--repeat", "5"], "Name the tests to repeat"],
    [["--watch"], "npm test has no option --watch"],
  ])("%j are refused with a sentence", (args, sentence) => {
    expect(() => readTestOptions(args)).toThrow(sentence);
  });
});

describe("naming tests", () => {
  it("finds the files at a path, for the runner that they need", () => {
    const { unit, widgets, system } = findTests([
      join(ROOT, "cms/src/config/env.test.ts"),
      join(WIDGETS, "src/faq"),
      join(ROOT, "tests/commands"),
    ]);

    expect(unit).toContain(join(ROOT, "cms/src/config/env.test.ts"));
    expect(widgets.length).toBeGreaterThan(0);
    expect(widgets.every((file: string) => file.endsWith(".browser.test.ts"))).toBe(true);
    expect(system).toContain(import.meta.filename);
  });

  it("knows which files run in each browser engine", () => {
    expect(needsEngines(join(WIDGETS, "src/faq/faq.browser.test.ts"))).toBe(true);
    expect(needsEngines(join(ROOT, "tests/demo/engines.test.ts"))).toBe(true);
    expect(needsEngines(join(ROOT, "tests/demo/pages.test.ts"))).toBe(false);
  });

  it("knows which files open a browser", () => {
    expect(needsBrowser(join(ROOT, "tests/demo/pages.test.ts"))).toBe(true);
    expect(needsBrowser(join(ROOT, "tests/commands/backup.test.ts"))).toBe(false);
  });
});
