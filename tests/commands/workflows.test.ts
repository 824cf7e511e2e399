/** What runs on GitHub: the commands that a developer has, every test, and no action that can change unseen. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { chooseDatabases } from "../../cms/test/databaseKinds.ts";

type Step = { uses?: string; run?: string };
type Job = { steps: Step[]; strategy?: { matrix: Record<string, string[]> } };
type Workflow = { permissions: unknown; jobs: Record<string, Job> };
type Package = { scripts?: Record<string, string>; dependencies?: object; devDependencies?: object };
type Group = { patterns: string[]; "exclude-patterns"?: string[] };
type Update = {
  "package-ecosystem": string;
  groups?: Record<string, Group>;
  ignore?: { "dependency-name": string }[];
};

const ROOT = join(import.meta.dirname, "../..");
const GITHUB = join(ROOT, ".github");
const { findTests } = await import("../../scripts/lib/testFiles.mjs" as string);

const text = (path: string) => readFileSync(join(ROOT, path), "utf8");
const json = (path: string) => JSON.parse(text(path)) as Package;
const { scripts = {} } = json("package.json");

const files = readdirSync(join(GITHUB, "workflows"));
const workflows = Object.fromEntries(
  files.map((file) => [file, parse(text(`.github/workflows/${file}`)) as Workflow]),
);
const stepsOf = (workflow: Workflow) => Object.values(workflow.jobs).flatMap(({ steps }) => steps);
const runs = Object.values(workflows)
  .flatMap(stepsOf)
  .flatMap(({ run }) => run ?? []);
const matrix = (job: string) => workflows["ci.yml"]?.jobs[job]?.strategy?.matrix ?? {};

describe("the workflows", () => {
  it.each(files)("%s may only read", (file) => {
    expect(workflows[file]?.permissions).toEqual({ contents: "read" });
  });

  it.each(files)("%s pins every action by its commit, and says which version that is", (file) => {
    const lines = text(`.github/workflows/${file}`)
      .split("\n")
      .filter((line) => line.includes("uses:"));

    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("run commands of package.json", () => {
    const names = runs.flatMap((run) => /^npm (?:run )?([\w-]+)/.exec(run)?.[1] ?? []);

    expect(names).toEqual(expect.arrayContaining(["check", "test", "smoke", "canary"]));
    for (const name of names) expect(scripts).toHaveProperty([name]);
  });

  it("run every test: no folder is forgotten", () => {
    const paths = runs.flatMap((run) => /^npm test -- (.+)$/.exec(run)?.[1]?.split(" ") ?? []);
    const all = (tests: Record<string, string[]>) => Object.values(tests).flat().sort();

    expect(all(findTests(paths.map((path) => join(ROOT, path))))).toEqual(all(findTests()));
  });

  it("run the tests on each database, and the widgets in each engine", () => {
    expect(matrix("database").database).toEqual(chooseDatabases({ MONGODB_TEST_URL: "mongodb://one" }));
    expect(matrix("engine").engine).toEqual(["chromium", "firefox", "webkit"]);
  });
});

describe("the supported versions of Node", () => {
  /** The lines of the table in the README, such as 22 from 22.12. */
  const table = /### Which Node\n([\s\S]*?)\n## /.exec(text("README.md"))?.[1] ?? "";
  const supported = [...table.matchAll(/^\| (\d+)(?:, from ([\d.]+))?/gm)].map(([, major, from]) => ({
    major: Number(major),
    from: from ?? String(major),
  }));
  const ranges = String(
    (JSON.parse(text("package.json")) as { engines: { node: string } }).engines.node,
  ).split(" || ");

  it("are those that start cleanly on GitHub", () => {
    expect(supported.length).toBeGreaterThan(0);
    expect(
      matrix("node")
        .node?.map((version) => Number.parseInt(version, 10))
        .sort(),
    ).toEqual(supported.map(({ major }) => major).sort());
  });

  it("are those of package.json: the same from the same release on", () => {
    const oldest = supported.map(({ from }) => from).sort();

    expect(ranges.map((range) => range.replace(/^\D+/, "").replace(/(\.0)+$/, ""))).toEqual(
      oldest.slice(0, ranges.length),
    );
    // Newer lines than the last one are let in, those between are not.
    expect(ranges.map((range) => range.startsWith(">="))).toEqual(
      ranges.map((_, at) => at === ranges.length - 1),
    );
  });

  it("hold the one of the Dockerfile, and those of the other workflows", () => {
    const used = [
      ...text("Dockerfile").matchAll(/^FROM node:(\d+)/gm),
      ...files.flatMap((file) => [...text(`.github/workflows/${file}`).matchAll(/node-version: (\d+)/g)]),
    ];

    expect(used.length).toBeGreaterThan(1);
    for (const [, major] of used) expect(supported.map((each) => each.major)).toContain(Number(major));
  });
});

describe("the updates of dependencies", () => {
  const { updates } = parse(text(".github/dependabot.yml")) as { updates: Update[] };
  const npm = updates.find((each) => each["package-ecosystem"] === "npm");
  const installed = [
    "package.json",
    ...["shared", "widgets", "cms", "demo", "tests"].map((name) => `${name}/package.json`),
  ]
    .map(json)
    .flatMap(({ dependencies, devDependencies }) => Object.keys({ ...dependencies, ...devDependencies }));
  const matches = (pattern: string, name: string) =>
    new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(name);

  it("keep all packages of Payload together", () => {
    const patterns = npm?.groups?.payload?.patterns ?? [];
    const ofPayload = installed.filter((name) => name === "payload" || name.startsWith("@payloadcms/"));

    expect(ofPayload.length).toBeGreaterThan(0);
    for (const name of ofPayload) expect(patterns.some((pattern) => matches(pattern, name))).toBe(true);
  });

  it("name nothing that is not there", () => {
    const named = Object.values(npm?.groups ?? {}).flatMap((group) => [
      ...group.patterns,
      ...(group["exclude-patterns"] ?? []),
    ]);
    const ignored = npm?.ignore?.map((each) => each["dependency-name"]) ?? [];
    const there = [...installed, "pnpm"];

    expect([...named, ...ignored].filter((pattern) => !there.some((name) => matches(pattern, name)))).toEqual(
      [],
    );
  });
});

describe("the forms", () => {
  const forms = readdirSync(join(GITHUB, "ISSUE_TEMPLATE")).filter((file) => file !== "config.yml");

  it.each(forms)("%s asks for something, and names each question once", (file) => {
    const form = parse(text(`.github/ISSUE_TEMPLATE/${file}`)) as {
      name: string;
      description: string;
      body: { type: string; id?: string; attributes: { label?: string } }[];
    };
    const questions = form.body.filter(({ type }) => type !== "markdown");

    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    expect(questions.length).toBeGreaterThan(0);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { attributes } of questions) expect(attributes.label).toEqual(expect.any(String));
  });

  it("and SECURITY.md name files that exist", () => {
    const pages = [
      ...forms.map((file) => `.github/ISSUE_TEMPLATE/${file}`),
      ".github/PULL_REQUEST_TEMPLATE.md",
      "SECURITY.md",
    ];
    const named = pages.flatMap((page) =>
      [...text(page).matchAll(/`([\w./-]+\.(?:md|yml|yaml))`/g)].map(([, path]) => path ?? ""),
    );

    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
