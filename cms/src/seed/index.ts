/** Loads the demo content. Cannot be reached over HTTP. */
import type { CollectionSlug, Payload } from "payload";
import {
  type Data,
  DEMO_COLLECTIONS,
  DEMO_LOCALES,
  type DemoCollection,
  demoDocuments,
  demoSettings,
  type IdOf,
} from "./documents.ts";
import { hashOf } from "./hash.ts";
import { wasDemoRemoved } from "./remove.ts";

type Doc = Data & { id: string };

/** Whether an editor could find anything, or has taken the demo content away: then it must not come in between. */
export async function isEmpty(payload: Payload): Promise<boolean> {
  if (await wasDemoRemoved(payload)) return false;
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
  const demoHash = await hashOf(payload, collection, id, { draft: false });
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
