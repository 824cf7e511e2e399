/** The slugs of documents, rows and sections: stable names in addresses and deep links. */
import type {
  ArrayFieldValidation,
  BlocksFieldValidation,
  CollectionSlug,
  FieldHook,
  PayloadRequest,
  SanitizedCollectionConfig,
  TextField,
  TextFieldManyValidation,
  TextFieldSingleValidation,
} from "payload";
import { transliterate } from "transliteration";
import { PAGE_PARTS } from "../documents/pageParts.ts";
import { hasDrafts, isCollection, valuesOf } from "../documents/payload.ts";
import { wasPublished } from "../documents/wasPublished.ts";
import { plainRecord } from "../input/records.ts";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const isSlug = (value: unknown): value is string => typeof value === "string" && SLUG.test(value);

const MAX_LENGTH = 80;

/** "Runner’s Knee" becomes "runners-knee": Latin letters of any alphabet, without accents, words joined by hyphens. */
export function slugFrom(title: string): string {
  const plain = plainRecord(title)
    // 10⁵ is not 105.
    .replace(/[⁰¹²³⁴-⁹]+/g, "-$&")
    .replace(/[’']/g, "")
    .normalize("NFC");
  return transliterate(plain)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f’'ʹʻʼ]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, MAX_LENGTH)
    .replace(/-+$/, "");
}

/** Whether a slug was derived from a title, and not typed by hand: it is the title's, perhaps with a number at the end. */
function isMadeFrom(slug: string, title: unknown): boolean {
  const base = typeof title === "string" ? slugFrom(title) : "";
  return (
    base !== "" &&
    (slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1))))
  );
}

type Taken = { slug?: string; deletedAt?: string | null };

/** The documents of a collection, in the trash too, that have one of these slugs. */
async function withSlugs(
  req: PayloadRequest,
  {
    collection,
    slugs,
    id,
    draft,
  }: { collection: CollectionSlug; slugs: string[]; id: unknown; draft: boolean },
): Promise<Taken[]> {
  const { docs } = await req.payload.find({
    collection,
    where: { and: [{ slug: { in: slugs } }, ...(id ? [{ id: { not_equals: id } }] : [])] },
    draft,
    depth: 0,
    // With pagination, Payload would count and find in parallel; MongoDB refuses that at the start of a transaction.
    pagination: false,
    trash: true,
    overrideAccess: true,
    req,
  });
  return docs as Taken[];
}

const MAX_SAME_SLUGS = 50;
/** What stands on a page with others, and has its address there. */
const ITEMS = new Set<CollectionSlug>(["faqs", "benefits", "injuries", "timings", "studies"]);

/** `base`, or `base` with the first number that no other document has, whether public, draft or in the trash. */
async function freeSlug(
  req: PayloadRequest,
  { collection, base, id }: { collection: CollectionSlug; base: string; id: unknown },
): Promise<string> {
  const slugs = [base, ...Array.from({ length: MAX_SAME_SLUGS }, (_, index) => `${base}-${index + 2}`)];
  // A question "Sources?" would lead to the page's sources.
  const taken = new Set<string | undefined>(ITEMS.has(collection) ? PAGE_PARTS : []);
  const drafts = hasDrafts(req.payload, collection);
  for (const draft of drafts ? [false, true] : [false])
    for (const { slug } of await withSlugs(req, { collection, slugs, id, draft })) taken.add(slug);
  return slugs.find((slug) => !taken.has(slug)) ?? base;
}

const validateSlug: TextFieldSingleValidation = async (value, { collectionSlug, id, req }) => {
  if (!value)
    return "A slug is needed before this can be published: lower-case words joined by hyphens, such as runners-knee.";
  if (!SLUG.test(value))
    return `"${value}" is not a slug. Use lower-case letters and digits, joined by single hyphens, such as runners-knee.`;
  if (value.length > MAX_LENGTH)
    return `The slug is too long for an address. Shorten it to ${MAX_LENGTH} characters.`;
  if (!collectionSlug || !isCollection(req.payload, collectionSlug)) return true;
  const [taken] = await withSlugs(req, { collection: collectionSlug, slugs: [value], id, draft: false });
  if (!taken) return (await formerAddressFault(req, { collection: collectionSlug, slug: value, id })) ?? true;
  return taken.deletedAt
    ? `The slug "${value}" belongs to a document in the trash. Take that one back, delete it for ever, or choose another slug.`
    : `The slug "${value}" is taken by another document. Choose another one.`;
};

/** A sentence for a slug under which pages still ask for another document. */
async function formerAddressFault(
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

/** What a title of signs alone is called: its slug is never empty. */
const nounOf = (collection: SanitizedCollectionConfig | null): string =>
  slugFrom(String(collection?.labels?.singular ?? ""));

/** Derives the slug from the title, also when the title changes, until it is typed by hand or others may link to it. */
const followTitle =
  (from: string): FieldHook =>
  async ({ collection, data, operation, originalDoc, req, siblingData, value }) => {
    const title: unknown = data?.[from] ?? originalDoc?.[from];
    const base = typeof title === "string" && title.trim() ? slugFrom(title) || nounOf(collection) : "";
    const given = typeof value === "string" ? value.trim() : "";
    const old = operation === "update" ? (originalDoc?.slug as string | null | undefined) : undefined;
    const make = () =>
      collection
        ? freeSlug(req, {
            collection: collection.slug,
            base,
            id: operation === "update" ? originalDoc?.id : undefined,
          })
        : base;
    if (given === "") {
      if (base !== "") return old && value === undefined ? old : make();
      // For a unique index of MongoDB `null` is a value, and only one document may have it; a missing field is not counted.
      delete siblingData.slug;
      return;
    }
    // Typed by hand, or no reason to change it.
    if (given !== old || base === "" || isMadeFrom(given, title) || !isMadeFrom(given, originalDoc?.[from]))
      return value;
    return (await wasPublished(req, { collection: collection?.slug, doc: originalDoc })) ? value : make();
  };

/** Removes the slug from a duplicate, which then gets one from its own title. */
const leaveOut: FieldHook = ({ siblingData }) => {
  delete siblingData.slug;
};

/** What editors read of a slug that stays an address of its document when it changes: see `formerSlugsField`. */
export const SLUG_WITH_FORMER =
  "The name in addresses. It follows the title until others may link to it. You can change it later: the former one stays an address, and is listed under “Former addresses”.";

/** Unique in its collection, trash included; follows `from` until the document has been published. */
export const slugField = (
  from: string,
  description = "The name in addresses and deep links. It follows the title until you publish; change it only before others link to it.",
): TextField => ({
  name: "slug",
  type: "text",
  required: true,
  unique: true,
  index: true,
  validate: validateSlug,
  admin: { position: "sidebar", description },
  hooks: { beforeValidate: [followTitle(from)], beforeDuplicate: [leaveOut] },
});

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
      const odd = (values ?? []).find((value) => !SLUG.test(value));
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

const validateRowSlug: TextFieldSingleValidation = (value) => {
  if (!value) return "Add a short name, such as first-visit.";
  return (
    SLUG.test(value) ||
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
  if (!SLUG.test(value))
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
