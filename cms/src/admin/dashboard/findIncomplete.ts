/** Public items that readers of another language get in the default one, because a text has no translation. */
import type { CollectionSlug, PayloadRequest } from "payload";
import { findLanguages } from "../../compile/languages.ts";
import { CONTENT, findDocs, itemOf, titleFieldOf } from "../documents.ts";
import { mergeNeeds, type Need, SHOWN } from "./needs.ts";

/** By collection and id, the languages in which readers get each public item as it was written. */
export type Written = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Asked by the compiler's own rule and reading: whoever sees the dashboard may read all content. */
export async function findWritten({ payload }: PayloadRequest): Promise<Written> {
  const { localization } = payload.config;
  const locales = localization ? localization.localeCodes : [];
  return new Map(
    await Promise.all(
      CONTENT.map(async (each) => [each, await findLanguages(payload, each, locales)] as const),
    ),
  );
}

/** For each language but the default one, what its readers do not get in it. */
export async function findIncomplete(req: PayloadRequest, written: Written): Promise<Need[]> {
  const { localization } = req.payload.config;
  if (!localization) return [];
  const others = localization.locales.filter(({ code }) => code !== localization.defaultLocale);
  return Promise.all(
    others.map(async ({ code, label }) => {
      const parts = await Promise.all(
        CONTENT.map((collection) => incompleteIn(req, collection, code, written.get(collection))),
      );
      return { ...mergeNeeds("translations", parts), language: typeof label === "string" ? label : code };
    }),
  );
}

async function incompleteIn(
  req: PayloadRequest,
  collection: CollectionSlug,
  locale: string,
  languages: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Promise<Pick<Need, "total" | "items">> {
  const ids = [...languages].flatMap(([id, codes]) => (codes.has(locale) ? [] : [id]));
  if (ids.length === 0) return { total: 0, items: [] };
  const { docs } = await findDocs(req, collection, {
    where: { id: { in: ids.slice(0, SHOWN) } },
    select: [titleFieldOf(req, collection)],
    locale,
  });
  return { total: ids.length, items: docs.map((doc) => itemOf(req, collection, doc)) };
}
