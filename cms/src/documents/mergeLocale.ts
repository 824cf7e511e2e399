/** What becomes public when one language is published alone. Rows are matched by their id, wherever they stand. */
import type { FlattenedField } from "payload";

export type Data = Record<string, unknown>;

/**
 * For the default language: `next` with the texts of `locale` taken from it, and those of every other language from
 * `live`, the public row. What is not localized (order, links, numbers) belongs to this language and comes from `next`.
 * Without a public row the other languages stay empty: what was withdrawn does not come back.
 */
export function withPublishedLocale(
  fields: FlattenedField[],
  next: Data,
  live: Data | undefined,
  locale: string,
): Data {
  const result: Data = { ...next };
  for (const field of fields) {
    if (!(field.name in next)) continue;
    const value = next[field.name];
    const old = live?.[field.name];
    const fieldsOfRow = rowFields(field);
    if (isLocalized(field)) result[field.name] = onlyLocale(value, old, locale);
    else if (fieldsOfRow && Array.isArray(value))
      result[field.name] = value.map((row: unknown) =>
        isData(row) ? withPublishedLocale(fieldsOfRow(row), row, sameRow(old, row), locale) : row,
      );
    else if ((field.type === "group" || field.type === "tab") && isData(value))
      result[field.name] = withPublishedLocale(
        field.flattenedFields,
        value,
        isData(old) ? old : undefined,
        locale,
      );
  }
  return result;
}

/**
 * For any other language: `live`, the public row, with the texts of that language from `next` in the rows that both have.
 * What is not localized, and rows that are new, moved or removed, wait until the default language is published.
 * `textOf` says what a localized field then holds.
 */
export function withTextsFrom(
  fields: FlattenedField[],
  live: Data,
  next: Data,
  textOf: (next: unknown, live: unknown) => unknown,
): Data {
  const result: Data = { ...live };
  for (const field of fields) {
    if (!(field.name in next)) continue;
    const value = next[field.name];
    const old = live[field.name];
    const fieldsOfRow = rowFields(field);
    if (isLocalized(field)) result[field.name] = textOf(value, old);
    else if (fieldsOfRow && Array.isArray(old))
      result[field.name] = old.map((row: unknown) => {
        const written = isData(row) ? sameRow(value, row) : undefined;
        return isData(row) && written ? withTextsFrom(fieldsOfRow(row), row, written, textOf) : row;
      });
    else if ((field.type === "group" || field.type === "tab") && isData(value))
      result[field.name] = withTextsFrom(field.flattenedFields, isData(old) ? old : {}, value, textOf);
  }
  return result;
}

/** The text of `locale` from `value`, those of the other languages from `old`. */
export function onlyLocale(value: unknown, old: unknown, locale: string): unknown {
  if (!isData(value)) return value;
  const kept = isData(old) ? old : {};
  return locale in value ? { ...kept, [locale]: value[locale] } : { ...kept };
}

/** The row of `rows` that has the id of `row`. */
export const sameRow = (rows: unknown, row: Data): Data | undefined =>
  (Array.isArray(rows) ? rows : []).find(
    (candidate): candidate is Data =>
      isData(candidate) && candidate.id !== undefined && candidate.id === row.id,
  );

/** For a field with rows: which fields a row has. */
export function rowFields(field: FlattenedField): ((row: Data) => FlattenedField[]) | undefined {
  if (field.type === "array") return () => field.flattenedFields;
  if (field.type === "blocks")
    return (row) => field.blocks.find((block) => block.slug === row.blockType)?.flattenedFields ?? [];
  return undefined;
}

export const isLocalized = (field: FlattenedField): boolean =>
  "localized" in field && Boolean(field.localized);

export const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);
