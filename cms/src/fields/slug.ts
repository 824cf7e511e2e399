/** The slug of a document: its stable name in addresses and deep links. */
import type {
  CollectionSlug,
  FieldHook,
  PayloadRequest,
  SanitizedCollectionConfig,
  TextField,
  TextFieldSingleValidation,
} from "payload";
import { PAGE_PARTS } from "../documents/pageParts.ts";
import { hasDrafts, isCollection } from "../documents/payload.ts";
import { wasPublished } from "../documents/wasPublished.ts";
import { formerAddressFault } from "./formerSlugs.ts";
import { isMadeFrom, isSlug, MAX_SLUG_LENGTH, slugFrom } from "./slugFrom.ts";

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
  if (!isSlug(value))
    return `"${value}" is not a slug. Use lower-case letters and digits, joined by single hyphens, such as runners-knee.`;
  if (value.length > MAX_SLUG_LENGTH)
    return `The slug is too long for an address. Shorten it to ${MAX_SLUG_LENGTH} characters.`;
  if (!collectionSlug || !isCollection(req.payload, collectionSlug)) return true;
  const [taken] = await withSlugs(req, { collection: collectionSlug, slugs: [value], id, draft: false });
  if (!taken) return (await formerAddressFault(req, { collection: collectionSlug, slug: value, id })) ?? true;
  return taken.deletedAt
    ? `The slug "${value}" belongs to a document in the trash. Take that one back, delete it for ever, or choose another slug.`
    : `The slug "${value}" is taken by another document. Choose another one.`;
};

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
