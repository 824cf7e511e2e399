/** The topic in whose draft a document is previewed. */
import type { Payload, Where } from "payload";
import { isId } from "../documents/ids.ts";
import { entriesOf } from "../documents/payload.ts";
import { NAMES_STUDY } from "../evidence/namesStudy.ts";

export type PreviewTopic = { id: string; slug: string; title?: string | null };

/** The topic itself, or the first one with an address whose draft shows the document; else a sentence that says what to do. */
export async function previewTopic(
  payload: Payload,
  collection: string,
  id: string,
): Promise<PreviewTopic | string> {
  const topics = isId(id, payload) ? await topicsWith(payload, collection, id) : [];
  const topic = topics.find(({ slug }) => slug);
  if (topic) return { ...topic, id: String(topic.id) };
  if (collection === "topics")
    return topics.length > 0
      ? "This topic has no address yet. Give the topic a title first, then preview it."
      : "This topic does not exist any more.";
  return topics.length > 0
    ? "The topic that this stands on has no address yet. Give the topic a title first, then preview this."
    : "This stands on no topic yet. Add it to a topic to see how it looks.";
}

/** The newest versions, the oldest document first. */
const NEWEST = {
  draft: true,
  depth: 0,
  sort: "createdAt",
  pagination: false,
  overrideAccess: true,
} as const;

async function topicsWith(payload: Payload, collection: string, id: string): Promise<PreviewTopic[]> {
  const where: Where =
    collection === "topics"
      ? { id: { equals: id } }
      : {
          or: [
            { [collection]: { in: [id] } },
            ...(collection === "studies" ? await throughOthers(payload, id) : []),
          ],
        };
  const { docs } = await payload.find({
    ...NEWEST,
    collection: "topics",
    where,
    select: { title: true, slug: true },
  });
  return docs;
}

/** A study also stands among the sources of a topic whose key points or items name it. */
async function throughOthers(payload: Payload, study: string): Promise<Where[]> {
  const { topics: inKeyPoints, ...items } = NAMES_STUDY;
  const namers = await Promise.all(
    entriesOf(items).map(async ([collection, field]): Promise<Where[]> => {
      const { docs } = await payload.find({
        ...NEWEST,
        collection,
        where: { [field]: { in: [study] } },
        select: { slug: true },
      });
      return docs.length > 0 ? [{ [collection]: { in: docs.map((doc) => doc.id) } }] : [];
    }),
  );
  return [{ [inKeyPoints]: { in: [study] } }, ...namers.flat()];
}
