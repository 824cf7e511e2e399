/** The slugs that a document was public under before: still its addresses, see `validation/keepFormerSlug.ts`. */
import type { CollectionSlug, PayloadRequest, TextField, TextFieldManyValidation } from "payload";
import { valuesOf } from "../documents/payload.ts";
import { isSlug } from "./slugFrom.ts";

/** The field with the slugs that a document was public under before. */
export const FORMER_SLUGS = "formerSlugs";

/** Pages that name a former slug get the document as it is now, until an editor removes it here. */
export const formerSlugsField = (): TextField =>
  ({
    name: FORMER_SLUGS,
    type: "text",
    hasMany: true,
    label: "Former addresses",
    validate: ((values, { siblingData }) => {
      const odd = (values ?? []).find((value) => !isSlug(value));
      if (odd) return `"${odd}" was never an address. Remove it.`;
      const own = (siblingData as { slug?: string }).slug;
      return values?.includes(own ?? "")
        ? `"${own}" is the address of today, and not a former one. Remove it from this list.`
        : true;
    }) satisfies TextFieldManyValidation,
    admin: {
      position: "sidebar",
      condition: (data) => Array.isArray(data?.[FORMER_SLUGS]) && data[FORMER_SLUGS].length > 0,
      description:
        "Pages that still ask for one of these get what is public here. Remove one when no page needs it any more: it may then be given to another document.",
    },
    hooks: { beforeDuplicate: [({ siblingData }) => void delete siblingData[FORMER_SLUGS]] },
  }) as TextField;

/** What editors read of a slug that stays an address of its document when it changes: see `formerSlugsField`. */
export const SLUG_WITH_FORMER =
  "The name in addresses. It follows the title until others may link to it. You can change it later: the former one stays an address, and is listed under “Former addresses”.";

/** A sentence for a slug under which pages still ask for another document. */
export async function formerAddressFault(
  req: PayloadRequest,
  { collection, slug, id }: { collection: CollectionSlug; slug: string; id: unknown },
): Promise<string | undefined> {
  const { flattenedFields, admin } = req.payload.collections[collection].config;
  if (!flattenedFields.some(({ name }) => name === FORMER_SLUGS)) return undefined;
  const { docs } = await req.payload.find({
    collection,
    where: { and: [{ [FORMER_SLUGS]: { in: [slug] } }, ...(id ? [{ id: { not_equals: id } }] : [])] },
    depth: 0,
    limit: 1,
    pagination: false,
    trash: true,
    overrideAccess: true,
    req,
  });
  const [other] = docs.map(valuesOf);
  return other
    ? `"${slug}" is a former address of “${other[admin.useAsTitle ?? "id"]}”, and pages may still ask for it there. Choose another slug, or remove it there from “Former addresses”.`
    : undefined;
}
