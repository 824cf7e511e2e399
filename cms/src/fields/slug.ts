/** The stable name of a document in addresses and deep links. */
import type { ArrayFieldValidation, TextField, TextFieldSingleValidation } from "payload";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** "Runner’s Knee" becomes "runners-knee": letters without accents, words joined by hyphens. */
export function slugFrom(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[’']/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80)
    .replace(/-+$/, "");
}

const validateSlug: TextFieldSingleValidation = async (value, { collectionSlug, id, req }) => {
  if (!value)
    return "A slug is needed before this can be published: lower-case words joined by hyphens, such as runners-knee.";
  if (!SLUG.test(value))
    return `"${value}" is not a slug. Use lower-case letters and digits, joined by single hyphens, such as runners-knee.`;
  if (!collectionSlug) return true;
  const { docs } = await req.payload.find({
    collection: collectionSlug as "faqs",
    where: { and: [{ slug: { equals: value } }, ...(id ? [{ id: { not_equals: id } }] : [])] },
    depth: 0,
    limit: 1,
    // Counting and finding at once would be two first commands of one MongoDB transaction, which it refuses.
    pagination: false,
    trash: true,
    overrideAccess: true,
    req,
  });
  const taken = docs[0] as { deletedAt?: string | null } | undefined;
  if (!taken) return true;
  return taken.deletedAt
    ? `The slug "${value}" belongs to a document in the trash. Take that one back, delete it for ever, or choose another slug.`
    : `The slug "${value}" is taken by another document. Choose another one.`;
};

/** Unique in its collection, trash included; made from `from` while it is empty. */
export const slugField = (from: string): TextField => ({
  name: "slug",
  type: "text",
  required: true,
  unique: true,
  index: true,
  validate: validateSlug,
  admin: {
    position: "sidebar",
    description:
      "The name in addresses and deep links. It is made from the title; change it only before others link to it.",
  },
  hooks: {
    beforeValidate: [
      ({ data, value, originalDoc }) => {
        if (value) return value;
        if (originalDoc?.slug && value === undefined) return originalDoc.slug;
        const title = data?.[from];
        return typeof title === "string" && title.trim() !== "" ? slugFrom(title) : value;
      },
    ],
  },
});

const validateRowSlug: TextFieldSingleValidation = (value) => {
  if (!value) return "Add a short name, such as first-visit.";
  return (
    SLUG.test(value) ||
    `"${value}" is not a short name. Use lower-case letters and digits, joined by single hyphens, such as first-visit.`
  );
};

/** The stable name of a row in an array; made from its field `from` while it is empty. */
export const rowSlugField = (from: string, description: string): TextField => ({
  name: "slug",
  type: "text",
  label: "Short name",
  required: true,
  validate: validateRowSlug,
  admin: { description },
  hooks: {
    beforeValidate: [
      ({ siblingData, value }) => {
        const title = siblingData?.[from];
        return value || typeof title !== "string" || title.trim() === "" ? value : slugFrom(title);
      },
    ],
  },
});

/** Two rows with one short name could not be told apart. */
export const differentRowSlugs: ArrayFieldValidation = (rows) => {
  const slugs = (rows ?? []).map((row) => (row as { slug?: string | null }).slug).filter(Boolean);
  const twice = slugs.find((slug, index) => slugs.indexOf(slug) !== index);
  return twice === undefined || `Two rows have the short name "${twice}". Change one of them.`;
};
