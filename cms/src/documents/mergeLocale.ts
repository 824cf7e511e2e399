/** What becomes public when one language is published alone. Rows are matched by id, whatever their position. */
import type { FlattenedField } from "payload";
import { isGroup } from "./containers.ts";
import { type Data, isData, map } from "./fields.ts";

/**
 * For the default language: `next` with the texts of `locale` taken from it, and those of every other language from
 * `live`, the public row. What is not localized (order, links, numbers) belongs to this language and comes from `next`.
 * Without a public row the other languages stay empty: what was withdrawn does not come back.
 */
export const withPublishedLocale = (
  fields: FlattenedField[],
  next: Data,
  live: Data | undefined,
  locale: string,
): Data =>
  map(
    fields,
    next,
    ({ field, value, other, isLocalized }, inside) =>
      isLocalized ? onlyLocale(value, other?.[field.name], locale) : inside(),
    live,
  );

/**
 * For any other language: `live`, the public row, with the texts of that language from `next` in the rows that both have.
 * What is not localized, and rows that are new, moved or removed, wait until the default language is published.
 * `textOf` says what a localized field then holds.
 */
export const withTextsFrom = (
  fields: FlattenedField[],
  live: Data,
  next: Data,
  textOf: (next: unknown, live: unknown) => unknown,
): Data =>
  map(
    fields,
    live,
    ({ field, value, other, isLocalized }, inside) => {
      if (!other || !(field.name in other)) return value;
      const written = other[field.name];
      if (isLocalized) return textOf(written, value);
      // A group may be newer than the public row.
      return isGroup(field) && isData(written) && !isData(value) ? inside({}) : inside();
    },
    next,
  );

/** The text of `locale` from `value`, those of the other languages from `old`. */
export function onlyLocale(value: unknown, old: unknown, locale: string): unknown {
  if (!isData(value)) return value;
  const others = isData(old) ? old : {};
  return locale in value ? { ...others, [locale]: value[locale] } : { ...others };
}
