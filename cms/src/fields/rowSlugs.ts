/** The stable names of rows and sections, which links within a page lead to. */
import type {
  ArrayFieldValidation,
  BlocksFieldValidation,
  TextField,
  TextFieldSingleValidation,
} from "payload";
import { PAGE_PARTS } from "../documents/pageParts.ts";
import { wasPublished } from "../documents/wasPublished.ts";
import { isMadeFrom, isSlug, slugFrom } from "./slugFrom.ts";

const validateRowSlug: TextFieldSingleValidation = (value) => {
  if (!value) return "Add a short name, such as first-visit.";
  return (
    isSlug(value) ||
    `"${value}" is not a short name. Use lower-case letters and digits, joined by single hyphens, such as first-visit.`
  );
};

/** The stable name of a row in an array; follows its field `from` until the document has been published. */
export const rowSlugField = (from: string, description: string): TextField => ({
  name: "slug",
  type: "text",
  label: "Short name",
  required: true,
  validate: validateRowSlug,
  admin: { description },
  hooks: {
    beforeValidate: [
      async ({ collection, originalDoc, previousSiblingDoc, req, siblingData, value }) => {
        const title = siblingData?.[from];
        const base = typeof title === "string" ? slugFrom(title) : "";
        if (base === "") return value;
        if (!value) return base;
        const followed = value === previousSiblingDoc?.slug && isMadeFrom(value, previousSiblingDoc?.[from]);
        if (!followed || isMadeFrom(value, title)) return value;
        return (await wasPublished(req, { collection: collection?.slug, doc: originalDoc })) ? value : base;
      },
    ],
  },
});

const firstDuplicate = (slugs: (string | null | undefined)[]): string | undefined =>
  slugs.find((slug, index): slug is string => Boolean(slug) && slugs.indexOf(slug) !== index);

/** Links could not distinguish two rows with the same short name. */
export const differentRowSlugs: ArrayFieldValidation = (rows) => {
  const duplicate = firstDuplicate((rows ?? []).map((row) => (row as { slug?: string | null }).slug));
  return duplicate === undefined || `Two rows have the short name "${duplicate}". Change one of them.`;
};

/** Checks the optional name of a section of a page. */
export function checkSectionSlug(value: string | null | undefined): string | true {
  if (!value) return true;
  if (!isSlug(value))
    return `"${value}" cannot stand in an address. Use lower-case letters and digits, joined by single hyphens, such as how-it-helps.`;
  return (
    !PAGE_PARTS.includes(value) ||
    `Every page has a part named "${value}" already, and links would lead there. Choose another name, such as about-${value}.`
  );
}

/** A link to a name that two sections have would always lead to the first. */
export const differentSections: BlocksFieldValidation = (blocks) => {
  const duplicate = firstDuplicate(
    ((blocks ?? []) as { sectionSlug?: string | null }[]).map((block) => block.sectionSlug),
  );
  return duplicate === undefined || `Two blocks have the section name "${duplicate}". Change one of them.`;
};
