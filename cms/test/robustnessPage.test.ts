/** The page on what people bring names a test for each kind: one that was moved would leave a claim that nobody shows. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT, rowsWith, testsNamedIn } from "./tables.ts";

it("names tests that there are, one or more in each row", () => {
  const rows = rowsWith("Shown by", "robustness.md");
  const named = rows.map((row) => testsNamedIn(row["Shown by"]));

  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((_, index) => named[index]?.length === 0)).toEqual([]);
  expect(named.flat().filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
