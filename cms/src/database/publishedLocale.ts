/**
 * Publishing one language must leave the other languages' public texts as they are.
 * Payload merges rows of arrays and blocks by their position: after a row was moved or removed, another language's
 * texts would stand in the wrong rows (`mergeLocalizedData.js` of payload 3.90.2). Here rows are matched by id.
 */
import type { FlattenedField, PayloadRequest } from "payload";

type Data = Record<string, unknown>;

/** Where the operation leaves the language that is being published, for the adapter to find. */
const CONTEXT_KEY = "publishedLocale";

/** Notes on the request that only `locale` is being published, or that nothing of the kind is happening. */
export function setPublishedLocale(req: PayloadRequest, locale: string | undefined): void {
  if (locale) req.context[CONTEXT_KEY] = locale;
  else delete req.context[CONTEXT_KEY];
}

/** The one language that this request publishes, if it publishes one alone. */
export function publishedLocaleOf(req: Partial<PayloadRequest> | undefined): string | undefined {
  const locale = req?.context?.[CONTEXT_KEY];
  return typeof locale === "string" ? locale : undefined;
}

/**
 * `next` with the texts of `locale` taken from it, and those of every other language from `live`, the public row.
 * What is not localized (order, links, numbers) is shared by all languages and comes from `next`.
 * Without a public row the other languages stay empty: what was withdrawn does not come back.
 */
export function withPublishedLocale(fields: FlattenedField[], next: Data, live: Data | undefined, locale: string): Data {
  const result: Data = { ...next };
  for (const field of fields) {
    if (!(field.name in next)) continue;
    const value = next[field.name];
    const old = live?.[field.name];
    if ("localized" in field && field.localized) result[field.name] = onlyLocale(value, old, locale);
    else if (field.type === "array") result[field.name] = rows(value, old, locale, () => field.flattenedFields);
    else if (field.type === "blocks") {
      result[field.name] = rows(value, old, locale, (row) => field.blocks.find((b) => b.slug === row.blockType)?.flattenedFields ?? []);
    } else if ((field.type === "group" || field.type === "tab") && isData(value)) {
      result[field.name] = withPublishedLocale(field.flattenedFields, value, isData(old) ? old : undefined, locale);
    }
  }
  return result;
}

function onlyLocale(value: unknown, old: unknown, locale: string): unknown {
  if (!isData(value)) return value;
  const kept = isData(old) ? old : {};
  return locale in value ? { ...kept, [locale]: value[locale] } : { ...kept };
}

function rows(value: unknown, old: unknown, locale: string, fieldsOf: (row: Data) => FlattenedField[]): unknown {
  if (!Array.isArray(value)) return value;
  const oldRows = Array.isArray(old) ? old.filter(isData) : [];
  return value.map((row: unknown) => {
    if (!isData(row)) return row;
    const before = oldRows.find((candidate) => candidate.id !== undefined && candidate.id === row.id);
    return withPublishedLocale(fieldsOf(row), row, before, locale);
  });
}

const isData = (value: unknown): value is Data => typeof value === "object" && value !== null && !Array.isArray(value);
