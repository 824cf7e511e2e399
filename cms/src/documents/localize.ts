/** One language of a document that was read in all languages. */
import type { CollectionSlug, FlattenedField } from "payload";
import { type Data, map, visit } from "./fields.ts";
import { isEmpty } from "./texts.ts";
import type { Localized, Stored } from "./types.ts";

/** Other names of an injury need not exist in every language. */
const OPTIONAL = new Set(["alsoKnownAs"]);

/** The document in `locale`, or all of it in the default locale, with that as its `lang`. */
export function localizeOrFallback<Slug extends CollectionSlug>(
  fields: FlattenedField[],
  doc: Stored<Slug>,
  locale: string,
  defaultLocale: string,
): Localized<Slug> {
  const row: Data = { ...doc };
  const localized =
    locale === defaultLocale || isComplete(fields, row, locale, defaultLocale)
      ? inLocale(fields, row, locale)
      : { ...inLocale(fields, row, defaultLocale), lang: defaultLocale };
  // The one place where a row of all languages becomes a document in one: `fields` say which of its values are texts.
  return localized as Localized<Slug>;
}

/** `doc` with the value for `locale` in each localized field. */
const inLocale = <T extends Data>(fields: FlattenedField[], doc: T, locale: string): T =>
  map(fields, doc, ({ value, isLocalized }, inside) => {
    if (value === null || value === undefined) return value;
    return isLocalized ? (value as Data)[locale] : inside();
  });

/** Whether every text that exists in `reference`, the default locale, exists in `locale` too: half a translation can mislead. */
export function isComplete(fields: FlattenedField[], doc: Data, locale: string, reference: string): boolean {
  let isMissing = false;
  visit(fields, doc, ({ field, value, isLocalized }, inside) => {
    if (isMissing || value === null || value === undefined || OPTIONAL.has(field.name)) return;
    if (!isLocalized) inside();
    else if (!isEmpty((value as Data)[reference]) && isEmpty((value as Data)[locale])) isMissing = true;
  });
  return !isMissing;
}
