/** Loads the demo content, and removes what nobody has touched of it. Cannot be reached over HTTP. */
import type { CollectionSlug, Payload, PayloadRequest } from "payload";
import {
  type Data,
  DEMO_COLLECTIONS,
  DEMO_LOCALES,
  type DemoCollection,
  demoDocuments,
  demoSettings,
  type IdOf,
} from "./documents.ts";
import { contentHash } from "./hash.ts";

type Doc = Data & { id: string };

/** Whether an editor could find anything: then the demo content must not come in between. */
export async function isEmpty(payload: Payload): Promise<boolean> {
  for (const collection of DEMO_COLLECTIONS) {
    const { totalDocs } = await payload.count({
      collection: collection as CollectionSlug,
      trash: true,
      overrideAccess: true,
    });
    if (totalDocs > 0) return false;
  }
  return true;
}

/** Writes the demo content, published, in every configured language that it has. Matches by slug, updates, deletes nothing. */
export async function loadDemoContent(payload: Payload): Promise<{ documents: number }> {
  const { localization } = payload.config;
  const configured = localization ? localization.localeCodes : [];
  const [first, ...others] = DEMO_LOCALES.filter((locale) => configured.includes(locale));
  if (!first)
    throw new Error(
      "The demo content is written in English and Spanish. Put one of them into LOCALES to load it.",
    );
  const ids = new Map<string, string>();
  const idOf: IdOf = (collection, slug) => {
    const id = ids.get(`${collection}/${slug}`);
    if (!id) throw new Error(`The demo content names ${slug} in ${collection}, which it does not hold.`);
    return id;
  };
  let documents = 0;
  for (const collection of DEMO_COLLECTIONS) {
    const originals = demoDocuments(collection, first, idOf);
    for (const [index, data] of originals.entries()) {
      let doc = await save(payload, collection, data, first);
      for (const locale of others) {
        const translation = demoDocuments(collection, locale, idOf)[index] as Data;
        doc = await save(payload, collection, inRowsOf(doc, translation), locale);
      }
      await markAsDemo(payload, collection, doc.id);
      ids.set(`${collection}/${data.slug}`, doc.id);
      documents++;
    }
  }
  let settings = (await payload.updateGlobal({
    slug: "settings",
    data: demoSettings(first) as never,
    locale: first as never,
    depth: 0,
    overrideAccess: true,
  })) as Data;
  for (const locale of others) {
    settings = (await payload.updateGlobal({
      slug: "settings",
      data: inRowsOf(settings, demoSettings(locale)) as never,
      locale: locale as never,
      depth: 0,
      overrideAccess: true,
    })) as Data;
  }
  return { documents };
}

async function save(payload: Payload, collection: DemoCollection, data: Data, locale: string): Promise<Doc> {
  const options = {
    collection: collection as CollectionSlug,
    depth: 0,
    locale: locale as never,
    overrideAccess: true,
  };
  const { docs } = await payload.find({
    ...options,
    where: { slug: { equals: data.slug } },
    limit: 1,
    trash: true,
  });
  const status = hasDrafts(payload, collection) ? { _status: "published" } : {};
  const known = docs[0] as Doc | undefined;
  const written = known
    ? await payload.update({ ...options, id: known.id, data: { ...data, ...status } as never, trash: true })
    : await payload.create({ ...options, data: { ...data, ...status } as never });
  return written as unknown as Doc;
}

async function markAsDemo(payload: Payload, collection: DemoCollection, id: string): Promise<void> {
  const demoHash = await hashOf(payload, collection, id, false);
  const status = hasDrafts(payload, collection) ? { _status: "published" } : {};
  await payload.update({
    collection: collection as CollectionSlug,
    id,
    data: { demo: true, demoHash, ...status } as never,
    depth: 0,
    overrideAccess: true,
  });
}

const hasDrafts = (payload: Payload, collection: string): boolean =>
  Boolean(payload.collections[collection as CollectionSlug]?.config.versions?.drafts);

async function hashOf(
  payload: Payload,
  collection: string,
  id: string,
  draft: boolean,
  req?: PayloadRequest,
): Promise<string> {
  const doc = await payload.findByID({
    collection: collection as CollectionSlug,
    id,
    draft,
    depth: 0,
    locale: "all" as never,
    overrideAccess: true,
    ...(req ? { req } : {}),
  });
  return contentHash(doc);
}

/**
 * Deletes for ever the demo documents that still say what they said, those that name others first.
 * What somebody edited stays, and so does what it needs. Relations are checked by the collections' own hooks.
 */
export async function removeDemoContent(req: PayloadRequest): Promise<{ removed: number; kept: number }> {
  const { payload } = req;
  let removed = 0;
  let kept = 0;
  for (const collection of [...DEMO_COLLECTIONS].reverse()) {
    const slug = collection as CollectionSlug;
    const { docs } = await payload.find({
      collection: slug,
      where: { demo: { equals: true } },
      pagination: false,
      depth: 0,
      showHiddenFields: true,
      overrideAccess: true,
      req,
    });
    for (const doc of docs as unknown as (Doc & { demoHash?: string })[]) {
      const untouched =
        (await hashOf(payload, collection, doc.id, false, req)) === doc.demoHash &&
        (await hashOf(payload, collection, doc.id, true, req)) === doc.demoHash;
      if (untouched && (await remove(payload, slug, doc.id))) removed++;
      else kept++;
    }
  }
  return { removed, kept };
}

async function remove(payload: Payload, collection: CollectionSlug, id: string): Promise<boolean> {
  try {
    // A transaction of its own: one document that is still needed must not keep the others.
    await payload.delete({ collection, id, overrideAccess: true });
    return true;
  } catch (err) {
    payload.logger.info({ err, msg: `The demo document ${id} in ${collection} stays.` });
    return false;
  }
}

/** `translation` with the ids of the rows that `saved` has, so that each text lands in its own row. */
function inRowsOf(saved: Data, translation: Data): Data {
  return Object.fromEntries(
    Object.entries(translation).map(([key, value]) => [key, withRowIds(value, saved[key])]),
  );
}

function withRowIds(value: unknown, saved: unknown): unknown {
  if (Array.isArray(value))
    return value.map((row, index) => withRow(row, Array.isArray(saved) ? saved[index] : undefined));
  // Rich text has no rows, and is replaced as a whole.
  if (typeof value !== "object" || value === null || "root" in value) return value;
  return inRowsOf((saved ?? {}) as Data, value as Data);
}

function withRow(row: unknown, saved: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  const old = (saved ?? {}) as Data;
  return { ...inRowsOf(old, row as Data), ...(old.id ? { id: old.id } : {}) };
}
