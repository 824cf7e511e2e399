/** One language of a document that was read in all languages. */
import type { FlattenedField } from "payload";
import { type Data, map, visit } from "./fields.ts";
import { isEmpty } from "./texts.ts";

export type Doc = Data & { id: string };

/** Other names of an injury need not exist in every language. */
const OPTIONAL = new Set(["alsoKnownAs"]);

/** The document in `locale`, or all of it in the default locale, with that as its `lang`. */
export function localizeOrFallback(
  fields: FlattenedField[],
  doc: Doc,
  locale: string,
  defaultLocale: string,
): Doc {
  if (locale === defaultLocale || isComplete(fields, doc, locale, defaultLocale))
    return inLocale(fields, doc, locale);
  return { ...inLocale(fields, doc, defaultLocale), lang: defaultLocale };
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
