/** Whether the demo content may come into a database: never beside what somebody wrote there, and never over it. */
import type { Payload } from "payload";
import { DEMO_COLLECTIONS, type DemoCollection, demoDocuments } from "./documents.ts";
import { wasDemoRemoved } from "./remove.ts";

/** Whether an editor could find nothing, and nobody has taken the demo content away: then it must not come back by itself. */
export const isEmpty = (payload: Payload): Promise<boolean> => holdsOnly(payload, () => []);

/** The same, apart from what a load that was interrupted leaves: documents of the demo, and no settings, which it writes last. */
export const isPartOfDemo = (payload: Payload): Promise<boolean> => holdsOnly(payload, demoSlugs);

const demoSlugs = (collection: DemoCollection): string[] =>
  demoDocuments(collection, "en", () => "").map(({ slug }) => String(slug));

/** Whether the settings were never saved, and every document has one of these slugs. */
async function holdsOnly(
  payload: Payload,
  slugsOf: (collection: DemoCollection) => string[],
): Promise<boolean> {
  const settings = await payload.findGlobal({ slug: "settings", depth: 0, overrideAccess: true });
  if (settings.updatedAt || (await wasDemoRemoved(payload))) return false;
  for (const collection of DEMO_COLLECTIONS) {
    const count = async (where = {}) =>
      (
        await payload.count({
          collection,
          where,
          trash: true,
          overrideAccess: true,
        })
      ).totalDocs;
    const slugs = slugsOf(collection);
    const allowed = slugs.length > 0 ? await count({ slug: { in: slugs } }) : 0;
    if ((await count()) > allowed) return false;
  }
  return true;
}
