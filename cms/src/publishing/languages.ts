/** In which languages readers get what is public as it was written, and not as a whole in the default one. */
import type { FlattenedField, Payload } from "payload";
import { type Doc, isComplete } from "./localize.ts";
import { fieldsOf, readFields } from "./read.ts";

/** For each public document of `collection`, by id: those of `locales` in which it is complete. The first is the default. */
export async function findLanguages(
  payload: Payload,
  collection: string,
  locales: readonly string[],
): Promise<Map<string, Set<string>>> {
  const fields = fieldsOf(payload, collection);
  const docs = await readFields(payload, collection, hasTexts);
  return new Map(
    docs.map((doc) => [
      doc.id,
      new Set(locales.filter((locale) => isToldIn(fields, doc, locale, locales[0] as string))),
    ]),
  );
}

function isToldIn(fields: FlattenedField[], doc: Doc, locale: string, defaultLocale: string): boolean {
  try {
    return locale === defaultLocale || isComplete(fields, doc, locale, defaultLocale);
  } catch {
    // Damaged: that is a fault, and said as one; no translation would mend it.
    return true;
  }
}

function hasTexts(field: FlattenedField): boolean {
  if ("localized" in field && field.localized) return true;
  if (field.type === "blocks") return field.blocks.some((block) => block.flattenedFields.some(hasTexts));
  return "flattenedFields" in field && field.flattenedFields.some(hasTexts);
}
