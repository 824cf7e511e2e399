/** Lists of documents as they are stored, where an empty one may be missing. */

export const rowsOf = <Row>(rows: Row[] | null | undefined): Row[] => rows ?? [];

/** The texts of rows that hold nothing else. */
export const textsOf = (rows: { text?: string | null }[] | null | undefined): string[] =>
  rowsOf(rows).flatMap((row) => (row.text ? [row.text] : []));

export const listOrNothing = <Item>(list: Item[] | null | undefined): Item[] | undefined =>
  list && list.length > 0 ? list : undefined;

/** The ids of a relation, in order. One that is named twice is shown once. */
export const idsOf = (value: unknown): string[] => [
  ...new Set(Array.isArray(value) ? value.map(String) : []),
];
