/** The page on what people bring names a test for each kind: one that was moved would leave a claim that nobody shows. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

it("names tests that there are, one or more in each row", () => {
  const rows = readFileSync(join(ROOT, "docs/robustness.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (What people bring|---)/.test(line));
  const named = rows.map((row) => [...row.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, file = ""]) => file));

  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((_, index) => named[index]?.length === 0)).toEqual([]);
  expect(named.flat().filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
