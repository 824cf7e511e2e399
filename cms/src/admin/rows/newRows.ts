/** Which rows somebody has just added, as the state of Payload's form tells. */
import type { FormState, Row } from "payload";

/** A list and the row in it. */
export type NewRow = { path: string; index: number; id: string };

/** The ids of all rows of a form. */
export const rowIds = (fields: FormState): Set<string> =>
  new Set(Object.values(fields).flatMap(({ rows }) => (rows ?? []).map(({ id }) => id)));

/**
 * The rows that are not among the `known` ones and that the form has added itself: the server has not drawn them yet, or
 * they are a copy of the row before.
 */
export const newRows = (fields: FormState, known: ReadonlySet<string>): NewRow[] =>
  Object.entries(fields).flatMap(([path, { rows = [] }]) =>
    rows.flatMap(({ id, isLoading }, index) => {
      const isCopy = () =>
        known.has(rows[index - 1]?.id ?? "") &&
        contentOf(fields, path, index) === contentOf(fields, path, index - 1);
      return !known.has(id) && (isLoading || isCopy()) ? [{ path, index, id }] : [];
    }),
  );

/** What is in a row, without the ids that each has of its own. */
function contentOf(fields: FormState, path: string, index: number): string {
  const start = `${path}.${index}.`;
  const values = Object.entries(fields).flatMap(([name, { value }]) =>
    name.startsWith(start) && !/(^|\.)id$/.test(name) ? [[name.slice(start.length), value]] : [],
  );
  return JSON.stringify(values.sort());
}

/** The rows of a list with the row `id` open. */
export const opened = (rows: readonly Row[], id: string): Row[] =>
  rows.map((row) => (row.id === id ? { ...row, collapsed: false } : row));
