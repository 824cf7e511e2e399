/** Explicit queries for what is public now, or for a preview what will be: all languages, no implicit depth. */
import type { CollectionSlug, FlattenedField, Payload, PayloadRequest, Where } from "payload";
import { databaseOf } from "../database/index.ts";
import type { Stored, StoredSettings } from "../documents/types.ts";

export type ReadOptions = { payload: Payload; draft: boolean; req?: PayloadRequest | undefined };

/** The documents with these ids, those alone that readers may see (or, in a preview, that are not in the trash). */
export async function readByIds<Slug extends CollectionSlug>(
  { payload, draft }: ReadOptions,
  collection: Slug,
  ids: Iterable<string>,
): Promise<Map<string, Stored<Slug>>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const docs = await read({ payload, draft }, collection, { id: { in: wanted } });
  return new Map(docs.map((doc) => [doc.id, doc]));
}

async function read<Slug extends CollectionSlug>(
  { payload, draft, req }: ReadOptions,
  collection: Slug,
  where?: Where,
  select?: Record<string, true>,
): Promise<Stored<Slug>[]> {
  const { config } = payload.collections[collection];
  const hasDrafts = Boolean(config.versions?.drafts);
  const conditions: Where[] = [];
  if (where) conditions.push(where);
  // A row in the trash keeps its status: both are asked for.
  if (config.trash) conditions.push({ deletedAt: { exists: false } });
  if (hasDrafts && !draft) conditions.push({ _status: { equals: "published" } });
  const query = {
    where: { and: conditions },
    locale: "all",
    pagination: false,
    ...(select ? { select } : {}),
    ...(req ? { req } : {}),
  };
  const { docs } =
    draft && hasDrafts
      ? await payload.find({
          ...query,
          collection: collection,
          draft,
          depth: 0,
          overrideAccess: true,
        })
      : // The rows as they are: Payload's reading throws for all of them when one is damaged.
        await databaseOf(payload).find({ ...query, collection, limit: 0 });
  // A row is taken for one of its collection; what its fields hold is not.
  return docs.map((doc) => ({ ...doc, id: String(doc.id) }) as Stored<Slug>);
}

/** The id of every document of a collection that readers may see. */
export async function readIds(payload: Payload, collection: CollectionSlug): Promise<string[]> {
  return (await read({ payload, draft: false }, collection, undefined, {})).map((doc) => doc.id);
}

/** Every document of a collection that readers may see, with these fields alone. */
export const readAll = <Slug extends CollectionSlug>(
  options: ReadOptions,
  collection: Slug,
  fields: readonly string[],
): Promise<Stored<Slug>[]> =>
  read(options, collection, undefined, Object.fromEntries(fields.map((name) => [name, true] as const)));

/** Those of `ids` that readers may see, with the fields alone that `isNeeded` tells. */
export async function readFields<Slug extends CollectionSlug>(
  payload: Payload,
  collection: Slug,
  ids: readonly string[],
  isNeeded: (field: FlattenedField) => boolean,
): Promise<Stored<Slug>[]> {
  const needed = fieldsOf(payload, collection).filter(isNeeded);
  const select = Object.fromEntries(needed.map(({ name }) => [name, true] as const));
  return read({ payload, draft: false }, collection, { id: { in: ids } }, select);
}

export async function readSettings(payload: Payload): Promise<StoredSettings> {
  return (await databaseOf(payload).findGlobal({ slug: "settings", locale: "all" })) ?? {};
}

export const fieldsOf = (payload: Payload, collection: CollectionSlug): FlattenedField[] =>
  payload.collections[collection].config.flattenedFields;
