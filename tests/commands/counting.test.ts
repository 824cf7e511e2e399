/** What `npm test` counts: a suite that breaks in any way is a failure, whatever its runner reports. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

type Named = { name: string; reason: string };
type Report = { passed: number; failed: Named[]; skipped: Named[] };

const ROOT = join(import.meta.dirname, "../..");
const WIDGETS = join(ROOT, "widgets");
const { enginesOf, readReport, summaryOf } = await import("../../scripts/lib/report.mjs" as string);
const { findTests, needsBrowser, needsEngines } = await import("../../scripts/lib/testFiles.mjs" as string);

/** Calls a function of `suites.mjs` in a process of its own, as `npm test` does. */
function call(runner: "runVitest" | "runWebTests", folder: string): Report {
  const code = `import(${JSON.stringify(join(ROOT, "scripts/lib/suites.mjs"))})
    .then((suites) => suites.${runner}({ folder: ${JSON.stringify(folder)} }))
    .then((report) => process.stdout.write("\\nREPORT " + JSON.stringify(report)));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", code], { encoding: "utf8" });
  const report = /^REPORT (.*)$/m.exec(stdout)?.[1];
  if (!report) throw new Error(`The suite brought back no report:\n${stdout}\n${stderr}`);
  return JSON.parse(report) as Report;
}

describe("counting the tests of Vitest", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-counting-"));
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a project of one test file. */
  function count(body: string): Report {
    writeFileSync(
      join(folder, "one.test.js"),
      `import { beforeAll, describe, expect, it } from "vitest";\n${body}`,
    );
    return call("runVitest", folder);
  }

  it("counts what passed, failed and was skipped, and names the last two", () => {
    const { passed, failed, skipped } = count(`
      it("passes", () => {});
      describe("a group", () => { it("fails", () => { expect(1).toBe(2); }); });
      it("waits", (context) => context.skip("the moon is not full"));`);

    expect(passed).toBe(1);
    expect(failed).toEqual([
      { name: "one.test.js > a group > fails", reason: expect.stringContaining("expected 1 to be 2") },
    ]);
    expect(skipped).toEqual([{ name: "one.test.js > waits", reason: "the moon is not full" }]);
  });

  it.each([
    [
      "a worker that is killed in a test",
      'it("passes", () => {}); it("dies", async () => { process.kill(process.pid, "SIGKILL"); await new Promise(() => {}); });',
      "one.test.js > dies",
    ],
    [
      "a worker that is killed while its file is loaded",
      'process.kill(process.pid, "SIGKILL"); it("passes", () => {});',
      "one.test.js",
    ],
    [
      "a rejection that nobody waits for",
      'it("passes", () => { void Promise.reject(new Error("unheard")); });',
      "one.test.js",
    ],
    ["a file that cannot be loaded", 'throw new Error("broken"); it("passes", () => {});', "one.test.js"],
    [
      "a beforeAll that throws",
      'describe("a group", () => { beforeAll(() => { throw new Error("broken"); }); it("passes", () => {}); });',
      "one.test.js > a group",
    ],
    ["a file without a test", "", "one.test.js"],
  ])("takes %s for a failure", (_, body, name) => {
    const { failed } = count(body);

    expect(failed.map((each) => each.name)).toContain(name);
  });

  it("takes a project without a file for a failure", () => {
    expect(call("runVitest", folder).failed).toHaveLength(1);
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
