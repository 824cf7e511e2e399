/** The tables of our pages of documentation, as the scripts of the project read them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const { tableRows, testsNamedIn } = (await import("../../scripts/lib/markdownTables.mjs" as string)) as {
  tableRows(page: string): Record<string, string>[];
  testsNamedIn(cell?: string): string[];
};

export { testsNamedIn };

export const ROOT = join(import.meta.dirname, "../..");

/** The rows of the tables of `docs/<name>` that have `column`. */
export const rowsWith = (column: string, name: string): Record<string, string>[] =>
  tableRows(readFileSync(join(ROOT, "docs", name), "utf8")).filter((row) => column in row);
