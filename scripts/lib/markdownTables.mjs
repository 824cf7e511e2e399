/** Reads the tables of a page in Markdown. */

/**
 * The rows of every table of `page`, each with its cells by the heads of their columns.
 * @param {string} page its text
 * @returns {Record<string, string>[]}
 */
export function tableRows(page) {
  const rows = [];
  let heads = [];
  for (const line of page.split("\n")) {
    const cells = line.startsWith("|")
      ? line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim())
      : [];
    if (cells.length === 0) heads = [];
    else if (heads.length === 0) heads = cells;
    else if (cells.length !== heads.length) throw new Error(`This row does not fit its table: ${line}`);
    else if (!cells.every((cell) => /^:?-+:?$/.test(cell)))
      rows.push(Object.fromEntries(heads.map((head, index) => [head, cells[index]])));
  }
  return rows;
}

/** The test files that a cell names. @param {string} [cell] @returns {string[]} */
export const testsNamedIn = (cell = "") => [...cell.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, file]) => file);
