/** In which languages readers get what is public as it was written, and not as a whole in the default one. */
import { setImmediate as letOthersWork } from "node:timers/promises";
import type { CollectionSlug, FlattenedField, Payload } from "payload";
import { fieldsIn, isLocalized } from "../documents/containers.ts";
import { isComplete } from "../documents/localize.ts";
import { fieldsOf, readFields, readIds } from "./read.ts";

/** The embedded database reads in the process that delivers: a few hundredths of a second at a time. */
const AT_ONCE = 50;

/** For each public document of `collection`, by id: those of `locales` in which it is complete. The first is the default. */
export async function findLanguages(
  payload: Payload,
  collection: CollectionSlug,
  locales: readonly string[],
): Promise<Map<string, Set<string>>> {
  const fields = fieldsOf(payload, collection);
  const ids = await readIds(payload, collection);
  const languages = new Map<string, Set<string>>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    for (const doc of await readFields(payload, collection, ids.slice(start, start + AT_ONCE), hasTexts))
      languages.set(
        doc.id,
        new Set(locales.filter((locale) => isToldIn(fields, doc, locale, locales[0] as string))),
      );
    await letOthersWork();
  }
  return languages;
}

function isToldIn(fields: FlattenedField[], doc: object, locale: string, defaultLocale: string): boolean {
  try {
    return locale === defaultLocale || isComplete(fields, { ...doc }, locale, defaultLocale);
  } catch {
    // Damaged: that is a fault, and said as one; no translation would mend it.
    return true;
  }
}

const hasTexts = (field: FlattenedField): boolean => isLocalized(field) || fieldsIn(field).some(hasTexts);
