/** A slug that changes once pages may name it stays an address of the document: no partner has to change a page. */
import type { CollectionBeforeChangeHook } from "payload";
import { hasDrafts } from "../documents/payload.ts";
import { liveRow, wasPublished } from "../documents/wasPublished.ts";
import { FORMER_SLUGS } from "../fields/formerSlugs.ts";
import { isSlug } from "../fields/slugFrom.ts";

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Adds the slug under which the document was public so far to its former ones, with the change that replaces it. */
export const keepFormerSlug: CollectionBeforeChangeHook = async ({
  collection: { slug: collection },
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const isPublic = !hasDrafts(req.payload, collection) || data._status === "published";
  if (operation !== "update" || data.deletedAt || !(isPublic || context.isRestoringVersion)) return data;
  const asked = { collection, doc: originalDoc };
  const live = await liveRow(req, asked);
  if (!live || !(await wasPublished(req, asked))) return data;
  const { slug: liveSlug, [FORMER_SLUGS]: liveFormer } = live;
  // An old version does not know of the addresses since.
  const listed = textsIn(context.isRestoringVersion ? liveFormer : data[FORMER_SLUGS]);
  const slug = data.slug ?? liveSlug;
  const former = [...new Set([...listed, ...(isSlug(liveSlug) ? [liveSlug] : [])])];
  return { ...data, [FORMER_SLUGS]: former.filter((each) => each !== slug) };
};
