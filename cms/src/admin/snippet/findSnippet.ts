/** What the lines for a website are made of: a topic with the clinics that show it, or a clinic with its public topics. */
import type { CollectionSlug, PayloadRequest, Where } from "payload";
import { findDocs, idsOf, isPublic, languagesOf } from "../documents.ts";
import type { Choice } from "./snippet.ts";

export type SnippetAnswer = {
  /** Empty until it is named. */
  slug: string;
  others: Choice[];
  origin: string;
  languages: { code: string; label: string }[];
};

/** Of the document `id`, as it was saved last. */
export async function findSnippet(
  req: PayloadRequest,
  collection: "topics" | "clinics",
  id: string,
): Promise<SnippetAnswer> {
  const isClinic = collection === "clinics";
  const { docs } = await findDocs(req, collection, {
    where: { id: { equals: id } },
    select: isClinic ? ["slug", "topics"] : ["slug"],
    draft: true,
    trash: true,
  });
  const [doc] = docs;
  const others = isClinic
    ? await choicesOf(req, "topics", "title", { and: [isPublic, { id: { in: idsOf(doc?.topics) } }] })
    : await choicesOf(req, "clinics", "name", { topics: { in: [id] } });
  return {
    slug: typeof doc?.slug === "string" ? doc.slug : "",
    others,
    origin: req.payload.config.serverURL,
    languages: languagesOf(req),
  };
}

async function choicesOf(
  req: PayloadRequest,
  collection: CollectionSlug,
  title: string,
  where: Where,
): Promise<Choice[]> {
  const { docs } = await findDocs(req, collection, { where, select: [title, "slug"], sort: title });
  return docs.map((doc) => ({ slug: String(doc.slug), title: String(doc[title] ?? doc.slug) }));
}
