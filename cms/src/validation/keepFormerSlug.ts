/** A slug that changes once pages may name it stays an address of the document: no partner has to change a page. */
import type { CollectionBeforeChangeHook } from "payload";
import { nestedRequest } from "../documents/nestedRequest.ts";
import { hasDrafts, valuesOf } from "../documents/payload.ts";
import { wasPublished } from "../documents/wasPublished.ts";
import { FORMER_SLUGS, isSlug } from "../fields/slug.ts";

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
  const id = originalDoc.id as string;
  const live = await req.payload.findByID({
    collection,
    id,
    depth: 0,
    draft: false,
    select: { slug: true, [FORMER_SLUGS]: true },
    disableErrors: true,
    trash: true,
    overrideAccess: true,
    req: nestedRequest(req),
  });
  if (!live || !(await wasPublished(req, { collection, doc: originalDoc }))) return data;
  const { slug: liveSlug, [FORMER_SLUGS]: liveFormer } = valuesOf(live);
  // An old version does not know of the addresses since.
  const listed = textsIn(context.isRestoringVersion ? liveFormer : data[FORMER_SLUGS]);
  const slug = data.slug ?? liveSlug;
  const former = [...new Set([...listed, ...(isSlug(liveSlug) ? [liveSlug] : [])])];
  return { ...data, [FORMER_SLUGS]: former.filter((each) => each !== slug) };
};
