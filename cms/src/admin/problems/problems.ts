/** The fields of a form that are refused, as its state has them. */
import type { FormState, Row } from "payload";

/** A refused field, why, and the value that was refused. */
export type Problem = { path: string; message: string; value: string };

/** The refused fields, in the order of the form's state. What contains one is refused as well, without a message. */
export const problemsIn = (fields: FormState): Problem[] =>
  Object.entries(fields)
    .filter(
      ([path, field]) =>
        path && field.valid === false && field.errorMessage && field.passesCondition !== false,
    )
    .map(([path, field]) => ({ path, message: field.errorMessage ?? "", value: textOf(fields, path) }));

/** Those of `problems` whose fields are there and were not changed. */
export const unchanged = (problems: readonly Problem[], fields: FormState): Problem[] =>
  problems.filter(({ path, value }) => fields[path] !== undefined && textOf(fields, path) === value);

/** The lists of rows that must change so that the field at `path` can be seen: each row around it is open. */
export function openedAround(fields: FormState, path: string): { path: string; rows: Row[] }[] {
  const parts = path.split(".");
  return parts.flatMap((part, at) => {
    const list = parts.slice(0, at).join(".");
    const rows = fields[list]?.rows;
    const row = /^\d+$/.test(part) ? rows?.[Number(part)] : undefined;
    if (!rows || !row?.collapsed) return [];
    return [{ path: list, rows: rows.map((each) => (each === row ? { ...each, collapsed: false } : each)) }];
  });
}

const textOf = (fields: FormState, path: string): string => JSON.stringify(fields[path]?.value ?? null);
