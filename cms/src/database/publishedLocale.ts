/**
 * Publishing one language must leave the other languages' public texts as they are.
 * Payload merges rows of arrays and blocks by their position: after a row was moved or removed, another language's
 * texts would stand in the wrong rows (`mergeLocalizedData.js` of payload 3.90.2). Here rows are matched by id.
 */
import type { BaseDatabaseAdapter, FlattenedField, PayloadRequest } from "payload";

type Data = Record<string, unknown>;

/** Where operations leave notes for the adapter: which document is published in which language alone. */
const CONTEXT_KEY = "publishedLocales";

/** A document, or every document of a bulk operation. */
type Target = { collection: string; id?: string | number | undefined };
const keyOf = ({ collection, id }: Target) => `${collection}/${id ?? "*"}`;

/** Notes on the request that `target` is published in `locale` alone, or (without one) in all its languages. */
export function notePublishedLocale(req: PayloadRequest, target: Target, locale: string | undefined): void {
  // Not one note for the request: a hook's nested operations on other documents must not change the outer one's.
  const notes = (req.context[CONTEXT_KEY] ?? {}) as Record<string, string | undefined>;
  req.context[CONTEXT_KEY] = { ...notes, [keyOf(target)]: locale };
}

function publishedLocaleOf(req: Partial<PayloadRequest> | undefined, target: Target): string | undefined {
  const notes = req?.context?.[CONTEXT_KEY] as Record<string, string | undefined> | undefined;
  return notes?.[keyOf(target)] ?? notes?.[keyOf({ collection: target.collection })];
}

/** Makes `adapter` write a document of which one language is published the way `withPublishedLocale` says. */
export function publishingLocalesApart<Adapter extends BaseDatabaseAdapter>(adapter: Adapter): Adapter {
  const updateOne = adapter.updateOne.bind(adapter);
  adapter.updateOne = async (args) => {
    const locale = publishedLocaleOf(args.req, args);
    const collection = adapter.payload.collections[args.collection]?.config;
    if (
      !locale ||
      !collection?.versions?.drafts ||
      args.data._status !== "published" ||
      args.id === undefined
    )
      return updateOne(args);
    const where = { id: { equals: args.id } };
    const row = await adapter.findOne<{ id: string } & Data>({
      collection: args.collection,
      where,
      req: args.req,
    });
    const live = row?._status === "published" ? row : undefined;
    return updateOne({
      ...args,
      data: withPublishedLocale(collection.flattenedFields, args.data, live, locale),
    });
  };
  return adapter;
}

/**
 * `next` with the texts of `locale` taken from it, and those of every other language from `live`, the public row.
 * What is not localized (order, links, numbers) is shared by all languages and comes from `next`.
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
    if ("localized" in field && field.localized) result[field.name] = onlyLocale(value, old, locale);
    else if (field.type === "array")
      result[field.name] = rows(value, old, locale, () => field.flattenedFields);
    else if (field.type === "blocks") {
      result[field.name] = rows(
        value,
        old,
        locale,
        (row) => field.blocks.find((b) => b.slug === row.blockType)?.flattenedFields ?? [],
      );
    } else if ((field.type === "group" || field.type === "tab") && isData(value)) {
      result[field.name] = withPublishedLocale(
        field.flattenedFields,
        value,
        isData(old) ? old : undefined,
        locale,
      );
    }
  }
  return result;
}

function onlyLocale(value: unknown, old: unknown, locale: string): unknown {
  if (!isData(value)) return value;
  const kept = isData(old) ? old : {};
  return locale in value ? { ...kept, [locale]: value[locale] } : { ...kept };
}

function rows(
  value: unknown,
  old: unknown,
  locale: string,
  fieldsOf: (row: Data) => FlattenedField[],
): unknown {
  if (!Array.isArray(value)) return value;
  const oldRows = Array.isArray(old) ? old.filter(isData) : [];
  return value.map((row: unknown) => {
    if (!isData(row)) return row;
    const before = oldRows.find((candidate) => candidate.id !== undefined && candidate.id === row.id);
    return withPublishedLocale(fieldsOf(row), row, before, locale);
  });
}

const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);
