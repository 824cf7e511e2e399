/** docs/payload.md names the tests that guard what we take from Payload's inside; the canary runs those. Both must agree. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect, it } from "vitest";
import { ROOT, rowsWith, testsNamedIn } from "./tables.ts";

const faults = readFileSync(join(ROOT, "docs/payload-faults.md"), "utf8");
const rows = rowsWith("Guard", "payload.md");
const named = new Set(rows.flatMap(({ Guard }) => testsNamedIn(Guard)));

/** The guards that there are, from the root of the project. */
const guards = ["cms/src", "cms/test", "shared", "widgets/src", "tests"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".guard.test.ts") && !file.includes("node_modules"))
    .map((file) =>
      relative(ROOT, join(ROOT, folder, file))
        .split(sep)
        .join("/"),
    ),
);

it("has a guard in each row", () => {
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter(({ Guard }) => testsNamedIn(Guard).length === 0)).toEqual([]);
});

it("says of each row what it is about, its risk and what to do", () => {
  expect(rows.filter((row) => Object.values(row).includes(""))).toEqual([]);
});

it("names test files that are there", () => {
  const others = rows.filter(({ Guard = "" }) => Guard.replace(/`[^`]+\.test\.ts`/g, "").includes("`"));

  expect(others).toEqual([]);
  expect([...named].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it("names every guard that there is", () => {
  expect(guards.length).toBeGreaterThan(10);
  expect(guards.filter((guard) => !named.has(guard))).toEqual([]);
});

it("says of each fault where our answer to it is, and how it was checked, by files that are there", () => {
  const sections = faults.split("\n### ").slice(1);
  const incomplete = sections.filter(
    (section) =>
      !["Expected:", "Actual:", "Source:", "Ours:", "Checked:"].every((part) =>
        section.includes(`- ${part}`),
      ),
  );
  const files = [...faults.matchAll(/`((?:cms|tests)\/[^`]*\.\w+)`/g)].map(([, file = ""]) => file);

  expect(sections.length).toBeGreaterThan(20);
  expect(incomplete).toEqual([]);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

it("leads to faults that are described", () => {
  const anchorOf = (title: string) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-");
  const anchors = new Set([...faults.matchAll(/^#{2,3} (.*)$/gm)].map(([, title = ""]) => anchorOf(title)));
  const page = readFileSync(join(ROOT, "docs/payload.md"), "utf8");
  const links = [...page.matchAll(/payload-faults\.md#([\w-]+)/g)].map(([, anchor = ""]) => anchor);

  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !anchors.has(link))).toEqual([]);
});
