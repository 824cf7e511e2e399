/** docs/payload.md names the tests that guard what we take from Payload's inside; the canary runs those. Both must agree. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const page = readFileSync(join(ROOT, "docs/payload.md"), "utf8");
const faults = readFileSync(join(ROOT, "docs/payload-faults.md"), "utf8");

/** The rows of every table that has a column called "Guard", each with its cells by the heads of their columns. */
function guardedRows(text: string): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  let heads: string[] = [];
  for (const line of text.split("\n")) {
    const cells = line.startsWith("|") ? line.split("|").slice(1, -1) : [];
    if (cells.length === 0) heads = [];
    else if (heads.length === 0) heads = cells.map((cell) => cell.trim());
    else if (cells.length !== heads.length) throw new Error(`This row does not fit its table: ${line}`);
    else if (heads.includes("Guard") && !/^[\s|:-]+$/.test(line))
      rows.push(Object.fromEntries(heads.map((head, index) => [head, (cells[index] ?? "").trim()])));
  }
  return rows;
}

const pathsIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path);
const rows = guardedRows(page);
const named = new Set(rows.flatMap(({ Guard = "" }) => pathsIn(Guard)));

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
  expect(rows.filter(({ Guard = "" }) => pathsIn(Guard).length === 0)).toEqual([]);
});

it("says of each row what it is about, its risk and what to do", () => {
  expect(rows.filter((row) => Object.values(row).includes(""))).toEqual([]);
});

it("names test files that are there", () => {
  expect([...named].filter((path) => !path.endsWith(".test.ts") || !existsSync(join(ROOT, path)))).toEqual(
    [],
  );
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
  const links = [...page.matchAll(/payload-faults\.md#([\w-]+)/g)].map(([, anchor = ""]) => anchor);

  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !anchors.has(link))).toEqual([]);
});
