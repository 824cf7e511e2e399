/** One language of a document that was read in all of them. */
import type { FlattenedField } from "payload";

export type Doc = Record<string, unknown> & { id: string };
type Data = Record<string, unknown>;

/** Other names of an injury need not exist in every language. */
const OPTIONAL = new Set(["alsoKnownAs"]);

/** The document in `locale`, or as a whole in the default one and marked with its language. */
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

/** `doc` with each localized value replaced by the one of `locale`. */
export function inLocale<T extends Data>(fields: FlattenedField[], doc: T, locale: string): T {
  const result: Data = { ...doc };
  for (const field of fields) {
    const value = doc[field.name];
    if (value === null || value === undefined) continue;
    if ("localized" in field && field.localized) result[field.name] = (value as Data)[locale];
    else if (field.type === "array")
      result[field.name] = (value as Data[]).map((row) => inLocale(field.flattenedFields, row, locale));
    else if (field.type === "blocks")
      result[field.name] = (value as Data[]).map((row) => inLocale(blockFields(field, row), row, locale));
    else if (field.type === "group" || field.type === "tab")
      result[field.name] = inLocale(field.flattenedFields, value as Data, locale);
  }
  return result as T;
}

/** Whether every text that `reference` has, in the default language, is there in `locale` too: half a translation can mislead. */
export function isComplete(fields: FlattenedField[], doc: Data, locale: string, reference: string): boolean {
  return fields.every((field) => {
    const value = doc[field.name];
    if (value === null || value === undefined || OPTIONAL.has(field.name)) return true;
    if ("localized" in field && field.localized)
      return isEmpty((value as Data)[reference]) || !isEmpty((value as Data)[locale]);
    if (field.type === "array")
      return (value as Data[]).every((row) => isComplete(field.flattenedFields, row, locale, reference));
    if (field.type === "blocks")
      return (value as Data[]).every((row) => isComplete(blockFields(field, row), row, locale, reference));
    if (field.type === "group" || field.type === "tab")
      return isComplete(field.flattenedFields, value as Data, locale, reference);
    return true;
  });
}

const blockFields = (field: Extract<FlattenedField, { type: "blocks" }>, row: Data): FlattenedField[] =>
  field.blocks.find((block) => block.slug === row.blockType)?.flattenedFields ?? [];

type RichTextNode = { text?: string; children?: RichTextNode[] };

/** Whether a value of one language says nothing. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && "root" in value && !hasText(value.root as RichTextNode);
}

const hasText = (node: RichTextNode): boolean =>
  Boolean(node.text?.trim()) || (node.children ?? []).some(hasText);
