/** Loads the demo content. Cannot be reached over HTTP. */
import type { Payload } from "payload";
import { databaseOf, inTransaction } from "../database/index.ts";
import { hasDrafts, uncheckedData, valuesOf } from "../documents/payload.ts";
import { isRichText } from "../documents/texts.ts";
import {
  type Data,
  DEMO_COLLECTIONS,
  DEMO_LOCALES,
  type DemoCollection,
  type DemoLocale,
  demoDocuments,
  demoSettings,
  type IdOf,
} from "./documents.ts";
import { hashOf } from "./hash.ts";

type Doc = Data & { id: string };

/**
 * The configured languages that the demo content has, the default first; none when it is not written in the default
 * language, without which nothing can be public.
 */
export function demoLocales({ config }: Payload): DemoLocale[] {
  const { localization } = config;
  const codes: string[] = localization ? localization.localeCodes : [];
  const isWritten = (code = ""): code is DemoLocale => (DEMO_LOCALES as readonly string[]).includes(code);
  return isWritten(codes[0]) ? codes.filter(isWritten) : [];
}

/**
 * Writes the demo content, published, in every configured language that it has. Documents that were loaded before, whole,
 * stay as they are; deletes nothing.
 */
export async function loadDemoContent(payload: Payload): Promise<{ documents: number }> {
  const [first, ...others] = demoLocales(payload);
  if (!first)
    throw new Error(
      "The demo content cannot be loaded, because it is not written in the default language. Put en or es first in LOCALES.",
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
      let doc = await findBySlug(payload, collection, data);
      if (!doc?.demo) {
        doc = await save(payload, collection, doc?.id, data, first);
        for (const locale of others) {
          const translation = demoDocuments(collection, locale, idOf)[index] as Data;
          doc = await save(payload, collection, doc.id, inRowsOf(doc, translation), locale);
        }
        await markAsDemo(payload, collection, doc.id);
      }
      ids.set(`${collection}/${data.slug}`, doc.id);
      documents++;
    }
  }
  await saveSettings(payload, [first, ...others]);
  return { documents };
}

/** In one transaction: they are the last part of the demo content, and when they are there, all of it is. */
const saveSettings = (payload: Payload, locales: readonly DemoLocale[]): Promise<void> =>
  inTransaction(databaseOf(payload), undefined, async (req) => {
    let settings: Data = {};
    for (const locale of locales)
      settings = valuesOf(
        await payload.updateGlobal({
          slug: "settings",
          data: uncheckedData(inRowsOf(settings, demoSettings(locale))),
          locale,
          depth: 0,
          overrideAccess: true,
          req,
        }),
      );
  });

async function findBySlug(
  payload: Payload,
  collection: DemoCollection,
  { slug }: Data,
): Promise<Doc | undefined> {
  const { docs } = await payload.find({
    collection,
    where: { slug: { equals: slug } },
    limit: 1,
    depth: 0,
    trash: true,
    showHiddenFields: true,
    overrideAccess: true,
  });
  return docs[0] && { ...docs[0] };
}

async function save(
  payload: Payload,
  collection: DemoCollection,
  id: string | undefined,
  data: Data,
  locale: DemoLocale,
): Promise<Doc> {
  const status = hasDrafts(payload, collection) ? { _status: "published" } : {};
  const options = {
    collection,
    data: uncheckedData({ ...data, ...status }),
    depth: 0,
    locale,
    overrideAccess: true,
  };
  const written = id ? await payload.update({ ...options, id, trash: true }) : await payload.create(options);
  return { ...written };
}

async function markAsDemo(payload: Payload, collection: DemoCollection, id: string): Promise<void> {
  const demoHash = await hashOf(payload, collection, id, { draft: false });
  const status = hasDrafts(payload, collection) ? { _status: "published" } : {};
  await payload.update({
    collection,
    id,
    data: uncheckedData({ demo: true, demoHash, ...status }),
    depth: 0,
    overrideAccess: true,
  });
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
  if (typeof value !== "object" || value === null || isRichText(value)) return value;
  return inRowsOf((saved ?? {}) as Data, value as Data);
}

function withRow(row: unknown, saved: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  const old = (saved ?? {}) as Data;
  return { ...inRowsOf(old, row as Data), ...(old.id ? { id: old.id } : {}) };
}
