/** Explicit queries for what is public now, or for a preview what will be: all languages, no implicit depth. */
import type { CollectionSlug, FlattenedField, Payload, Where } from "payload";
import type { Doc } from "./localize.ts";

export type ReadOptions = { payload: Payload; draft: boolean };

/** The documents with these ids, those alone that readers may see (or, in a preview, that are not in the trash). */
export async function readByIds(
  { payload, draft }: ReadOptions,
  collection: string,
  ids: Iterable<string>,
): Promise<Map<string, Doc>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const docs = await read({ payload, draft }, collection, { id: { in: wanted } });
  return new Map(docs.map((doc) => [doc.id, doc]));
}

async function read(
  { payload, draft }: ReadOptions,
  collection: string,
  where?: Where,
  select?: Record<string, true>,
): Promise<Doc[]> {
  const config = payload.collections[collection as CollectionSlug]?.config;
  const conditions: Where[] = [];
  if (where) conditions.push(where);
  // A row in the trash keeps its status: both are asked for.
  if (config?.trash) conditions.push({ deletedAt: { exists: false } });
  if (config?.versions?.drafts && !draft) conditions.push({ _status: { equals: "published" } });
  const { docs } = await payload.find({
    collection: collection as CollectionSlug,
    where: { and: conditions },
    draft: draft && Boolean(config?.versions?.drafts),
    locale: "all" as never,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    showHiddenFields: false,
    ...(select ? { select } : {}),
  });
  return docs.map((doc) => ({ ...(doc as object), id: String(doc.id) })) as Doc[];
}

/** The id of every document of a collection that readers may see. */
export async function readIds(payload: Payload, collection: string): Promise<string[]> {
  return (await read({ payload, draft: false }, collection, undefined, {})).map((doc) => doc.id);
}

export async function readSettings(payload: Payload): Promise<Record<string, unknown>> {
  return (await payload.findGlobal({
    slug: "settings",
    locale: "all" as never,
    depth: 0,
    overrideAccess: true,
  })) as Record<string, unknown>;
}

export const fieldsOf = (payload: Payload, collection: string): FlattenedField[] =>
  payload.collections[collection as CollectionSlug]?.config.flattenedFields ?? [];
