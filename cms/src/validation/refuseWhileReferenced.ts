/** Nothing is permanently deleted while another document, public, draft or in the trash, refers to it. */
import { APIError, type CollectionBeforeDeleteHook, type CollectionSlug, type PayloadRequest } from "payload";
import { valuesOf } from "../documents/payload.ts";

type Reference = { from: CollectionSlug; field: string; title: string };

/** The fields that refer to each collection. */
const REFERENCES: Partial<Record<CollectionSlug, Reference[]>> = {
  topics: [{ from: "clinics", field: "topics", title: "name" }],
  benefits: [{ from: "topics", field: "benefits", title: "title" }],
  injuries: [
    { from: "topics", field: "injuries", title: "title" },
    { from: "faqs", field: "relatedInjuries", title: "question" },
  ],
  structures: [{ from: "injuries", field: "structures", title: "name" }],
  timings: [{ from: "topics", field: "timings", title: "title" }],
  faqs: [{ from: "topics", field: "faqs", title: "title" }],
  studies: [
    { from: "topics", field: "studies", title: "title" },
    { from: "topics", field: "keyPoints.items.studies", title: "title" },
    { from: "benefits", field: "findings.study", title: "title" },
    { from: "timings", field: "studies", title: "timing" },
    { from: "faqs", field: "studies", title: "question" },
  ],
  clinics: [{ from: "users", field: "clinics", title: "name" }],
};

export const refuseWhileReferenced: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const names = await namesOfReferences(collection.slug, id, req);
  if (names.length === 0) return;
  throw new APIError(
    `This cannot be deleted for ever, because it is still named by ${listed(names)}. Remove it there first, or leave it in the trash.`,
    400,
    undefined,
    true,
  );
};

async function namesOfReferences(
  slug: CollectionSlug,
  id: string | number,
  req: PayloadRequest,
): Promise<string[]> {
  const names = new Set<string>();
  for (const { from, field, title } of REFERENCES[slug] ?? []) {
    for (const draft of [false, true]) {
      const { docs } = await req.payload.find({
        collection: from,
        where: { [field]: { in: [id] } },
        draft,
        depth: 0,
        limit: 5,
        pagination: false,
        trash: true,
        overrideAccess: true,
        req,
      });
      for (const doc of docs) names.add(`“${valuesOf(doc)[title] ?? doc.id}”`);
    }
  }
  return [...names];
}

const listed = (names: string[]): string => new Intl.ListFormat("en").format(names);
