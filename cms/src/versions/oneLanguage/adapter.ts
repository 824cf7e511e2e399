/**
 * Publishing one language must leave the other languages' public texts as they are.
 * Payload merges rows of arrays and blocks by their position: after a row was moved or removed, another language's
 * texts would stand in the wrong rows (`mergeLocalizedData.js` of payload 3.90.2). Here rows are matched by id.
 */
import type { BaseDatabaseAdapter, PayloadRequest } from "payload";
import { type Data, isData } from "../../documents/fields.ts";
import { onlyLocale, withPublishedLocale, withTextsFrom } from "../../documents/mergeLocale.ts";
import { newestVersion, rowOf } from "../../documents/rows.ts";

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

/** The language that `target` is published in alone, when it is. */
export function publishedLocaleOf(
  req: Partial<PayloadRequest> | undefined,
  target: Target,
): string | undefined {
  const notes = req?.context?.[CONTEXT_KEY] as Record<string, string | undefined> | undefined;
  return notes?.[keyOf(target)] ?? notes?.[keyOf({ collection: target.collection })];
}

/** Makes `adapter` write a document of which one language is published so that the others stay as they are public. */
export function withOneLanguage<Adapter extends BaseDatabaseAdapter>(adapter: Adapter): Adapter {
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
    const row = await rowOf(adapter, { collection: args.collection, id: args.id, req: args.req });
    const live = row?._status === "published" ? row : undefined;
    const fields = collection.flattenedFields;
    if (!live || isDefaultLocale(adapter, locale))
      return updateOne({ ...args, data: withPublishedLocale(fields, args.data, live, locale) });
    const texts = withTextsFrom(fields, live, args.data, (value, old) => onlyLocale(value, old, locale));
    return updateOne({ ...args, data: { ...texts, updatedAt: args.data.updatedAt } });
  };
  keepOnlyUnpublishedDrafts(adapter);
  return adapter;
}

function isDefaultLocale({ payload }: BaseDatabaseAdapter, locale: string | undefined): boolean {
  const { localization } = payload.config;
  return !localization || locale === localization.defaultLocale;
}

/**
 * After one language was published, Payload always adds a draft with all languages, and hides it from the list of
 * versions: everything would be called changed for ever. Here that draft is an ordinary one, and is left out when it
 * says what is public. The published version holds all that is public, so it does not count as one of a single language.
 */
function keepOnlyUnpublishedDrafts(adapter: BaseDatabaseAdapter): void {
  const createVersion = adapter.createVersion.bind(adapter);
  adapter.createVersion = async (args) => {
    const { publishedLocale, snapshot, ...version } = args;
    if (!snapshot) return createVersion(version as typeof args);
    const document = { collection: args.collectionSlug, id: args.parent, req: args.req };
    // What `publishTextsAlone` put aside: Payload's own draft was made from what is public.
    const putAside = isDefaultLocale(adapter, publishedLocale)
      ? undefined
      : await newestVersion(adapter, document, { "version._status": { equals: "draft" } });
    const draft = putAside ?? (args.versionData as Data);
    const row = await rowOf(adapter, document);
    if (row && haveSameContent(row, draft)) return undefined as never; // Asked for with `returning: false`.
    return createVersion({ ...version, versionData: draft } as typeof args);
  };
}

/** What differs although the texts are the same. */
const BOOKKEEPING = new Set(["id", "_status", "createdAt", "updatedAt"]);

/** Whether two documents with all their languages say the same, however empty values are written. */
export function haveSameContent(a: Data, b: Data): boolean {
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
