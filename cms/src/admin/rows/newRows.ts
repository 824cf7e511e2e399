/** Which rows somebody has just added, as the state of Payload's form tells. */
import type { FormState, Row } from "payload";

/** A list and the row in it. */
export type NewRow = { path: string; index: number; id: string };

/** The ids of all rows of a form. */
export const rowIds = (fields: FormState): Set<string> =>
  new Set(Object.values(fields).flatMap(({ rows }) => (rows ?? []).map(({ id }) => id)));

/** The rows that are not among the `known` ones and that the form has added itself: the server has not drawn them yet. */
export const newRows = (fields: FormState, known: ReadonlySet<string>): NewRow[] =>
  Object.entries(fields).flatMap(([path, { rows }]) =>
    (rows ?? []).flatMap(({ id, isLoading }, index) =>
      isLoading && !known.has(id) ? [{ path, index, id }] : [],
    ),
  );

/** The rows of a list with the row `id` open. */
export const opened = (rows: readonly Row[], id: string): Row[] =>
  rows.map((row) => (row.id === id ? { ...row, collapsed: false } : row));
