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
  keepOnlyUnpublishedDrafts(adapter);
  return adapter;
}

/**
 * After one language was published, Payload always adds a draft with all languages, and hides it from the list of
 * versions: everything would be called changed for ever. Here that draft is an ordinary one, and is left out when it
 * says what is public. The published version holds all that is public, so it does not count as one of a single language.
 */
function keepOnlyUnpublishedDrafts(adapter: BaseDatabaseAdapter): void {
  const createVersion = adapter.createVersion.bind(adapter);
  adapter.createVersion = async (args) => {
    const { publishedLocale: _, snapshot, ...version } = args;
    if (snapshot) {
      const where = { id: { equals: args.parent } };
      const row = await adapter.findOne<{ id: string } & Data>({
        collection: args.collectionSlug,
        where,
        req: args.req,
      });
      if (row && saySame(row, args.versionData as Data)) return undefined as never; // Asked for with `returning: false`.
    }
    return createVersion(version as typeof args);
  };
}

/** What differs although the texts are the same. */
const BOOKKEEPING = new Set(["id", "_status", "createdAt", "updatedAt"]);

/** Whether two documents with all their languages say the same, however empty values are written. */
export function saySame(a: Data, b: Data): boolean {
  const told = (doc: Data) =>
    JSON.stringify(
      withoutEmpty(Object.fromEntries(Object.entries(doc).filter(([name]) => !BOOKKEEPING.has(name)))),
    );
  return told(a) === told(b);
}

function withoutEmpty(value: unknown): unknown {
  if (value === null || value === "") return undefined;
  if (Array.isArray(value)) return value.length > 0 ? value.map(withoutEmpty) : undefined;
  if (!isData(value)) return value;
  const kept = Object.keys(value)
    .sort()
    .map((key) => [key, withoutEmpty(value[key])] as const)
    .filter(([, inner]) => inner !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
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
