/** What readers can see: the topics with what stands on them, and the clinics that show them. */
import { LIST_KINDS, type ListKind } from "@clinic-widgets/shared";
import type { PayloadRequest } from "payload";
import {
  configOf,
  type Doc,
  findDocs,
  type Item,
  idsOf,
  idsOnTopics,
  itemOf,
  languagesOf,
  publicIds,
} from "../documents.ts";
import type { Written } from "./findIncomplete.ts";

export type PublicTopic = Item & {
  slug: string;
  counts: Record<ListKind, number>;
  languages: { code: string; label: string }[];
  /** Where the newest version can be seen in the real widgets. */
  preview: string | null;
};
export type PublicClinic = Item & { slug: string; topicIds: string[] };

/** Each of `topics` with the number of its items that readers get, and its languages. `leftOut` are benefits that no study supports. */
export async function describeTopics(
  req: PayloadRequest,
  topics: readonly Doc[],
  leftOut: readonly Doc[],
  written: Written,
): Promise<PublicTopic[]> {
  const live = await findPublicItems(req, topics);
  for (const benefit of leftOut) live.benefits.delete(String(benefit.id));
  const writtenIn = written.get("topics");
  const { preview } = configOf(req, "topics").admin;
  const locale = req.locale ?? "";
  const describe = async (topic: Doc): Promise<PublicTopic> => {
    const countOf = (kind: ListKind) => idsOf(topic[kind]).filter((id) => live[kind].has(id)).length;
    return {
      ...itemOf(req, "topics", topic),
      slug: String(topic.slug ?? ""),
      counts: Object.fromEntries(LIST_KINDS.map((kind) => [kind, countOf(kind)])) as Record<ListKind, number>,
      languages: languagesOf(req).filter(({ code }) => writtenIn?.get(String(topic.id))?.has(code)),
      preview: (await preview?.(topic, { locale, req, token: null })) ?? null,
    };
  };
  return Promise.all(topics.map(describe));
}

/** The clinics that the person may see: a clinic manager the own ones. */
export async function findClinics(req: PayloadRequest): Promise<PublicClinic[]> {
  const { docs } = await findDocs(req, "clinics", { select: ["name", "slug", "topics"], sort: "name" });
  return docs.map((doc) => ({
    ...itemOf(req, "clinics", doc),
    slug: String(doc.slug ?? ""),
    topicIds: idsOf(doc.topics),
  }));
}

async function findPublicItems(
  req: PayloadRequest,
  topics: readonly Doc[],
): Promise<Record<ListKind, Set<string>>> {
  const used = idsOnTopics(topics);
  const find = async (kind: ListKind) => {
    const named = [...used[kind]].map((id) => ({ id }));
    return [kind, await publicIds(req, kind, named)] as const;
  };
  return Object.fromEntries(await Promise.all(LIST_KINDS.map(find))) as Record<ListKind, Set<string>>;
}
