/**
 * The adapter half of "one language at a time" (see `plugin.ts`): the public row and the draft that is left.
 * Payload merges rows of arrays and blocks by their position: after a row was moved or removed, another language's
 * texts would be in the wrong rows (`mergeLocalizedData.js` of payload 3.90.2). Here rows are matched by id.
 */
import type { BaseDatabaseAdapter } from "payload";
import type { Data } from "../../documents/fields.ts";
import { onlyLocale, withPublishedLocale, withTextsFrom } from "../../documents/mergeLocale.ts";
import { newestVersion, rowOf } from "../../documents/rows.ts";
import { haveSameContent } from "../../documents/sameContent.ts";
import { publishedLocaleOf } from "./publishedLocale.ts";

/** Makes `adapter` write a document of which one language is published so that the others stay as they are public. */
export function withOneLanguage<Adapter extends BaseDatabaseAdapter>(adapter: Adapter): Adapter {
  mergePublicRow(adapter);
  saveRemainingDraft(adapter);
  return adapter;
}

function mergePublicRow(adapter: BaseDatabaseAdapter): void {
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
}

/**
 * After one language was published, Payload always adds a draft with all languages (a `snapshot`), and hides it from the
 * list of versions: every document would be shown as changed from then on. Here that draft is an ordinary one, and is
 * left out when it is the same as what is public. The published version has all that is public, so it does not count as
 * one of a single language.
 */
function saveRemainingDraft(adapter: BaseDatabaseAdapter): void {
  const createVersion = adapter.createVersion.bind(adapter);
  adapter.createVersion = async (args) => {
    const { publishedLocale, snapshot, ...version } = args;
    if (!snapshot) return createVersion(version as typeof args);
    const document = { collection: args.collectionSlug, id: args.parent, req: args.req };
    // `publishTextsAlone` saved one before: Payload's own draft was made from what is public.
    const saved = isDefaultLocale(adapter, publishedLocale)
      ? undefined
      : await newestVersion(adapter, document, { "version._status": { equals: "draft" } });
    const draft = saved ?? (args.versionData as Data);
    const row = await rowOf(adapter, document);
    if (row && haveSameContent(row, draft)) return undefined as never; // Asked for with `returning: false`.
    // A version of its own, which nobody has read yet: Payload hands the moment of the draft before it on.
    const versionData: Data = { ...draft, updatedAt: version.updatedAt };
    return createVersion({ ...version, versionData } as typeof args);
  };
}

function isDefaultLocale({ payload }: BaseDatabaseAdapter, locale: string | undefined): boolean {
  const { localization } = payload.config;
  return !localization || locale === localization.defaultLocale;
}
