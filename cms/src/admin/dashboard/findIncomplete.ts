/** Public items that one of the other languages lacks a text of. */
import type { PayloadRequest, Where } from "payload";
import { CONTENT, configOf, findDocs, isPublic, itemOf, titleFieldOf } from "../documents.ts";
import { mergeNeeds, type Need, SHOWN } from "./needs.ts";

/** Public items of which a required text is missing in one of the other languages. */
export async function findIncomplete(req: PayloadRequest): Promise<Need[]> {
  const { localization } = req.payload.config;
  if (!localization) return [];
  const others = localization.locales.filter(({ code }) => code !== localization.defaultLocale);
  return Promise.all(
    others.map(async ({ code, label }) => {
      const parts = await Promise.all(
        CONTENT.map(async (collection) => {
          const missing = requiredTexts(req, collection).map(
            (field): Where => ({ [field]: { exists: false } }),
          );
          if (missing.length === 0) return { total: 0, items: [] };
          const { docs, total } = await findDocs(req, collection, {
            where: { and: [isPublic, { or: missing }] },
            select: [titleFieldOf(req, collection)],
            limit: SHOWN,
            locale: code,
          });
          return { total, items: docs.map((doc) => itemOf(req, collection, doc)) };
        }),
      );
      return { ...mergeNeeds("translations", parts), language: typeof label === "string" ? label : code };
    }),
  );
}

/** The translated texts that an item of `collection` cannot do without. */
function requiredTexts(req: PayloadRequest, collection: string): string[] {
  const title = titleFieldOf(req, collection);
  return configOf(req, collection)
    .flattenedFields.filter(
      (field) =>
        "localized" in field &&
        field.localized &&
        (("required" in field && field.required) || field.name === title),
    )
    .map((field) => field.name);
}
