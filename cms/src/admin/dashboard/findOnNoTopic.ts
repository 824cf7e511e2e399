/** Published items that nobody sees, because they stand on no public topic. */
import { LIST_KINDS } from "@clinic-widgets/shared";
import type { PayloadRequest } from "payload";
import { type Doc, findDocs, idsOf, idsOnTopics, isPublic, itemOf, titleFieldOf } from "../documents.ts";
import { mergeNeeds, type Need, SHOWN, studiesOfBenefit } from "./needs.ts";

/** Published items that stand in no list of a public topic. */
export async function findOnNoTopic(req: PayloadRequest, topics: readonly Doc[]): Promise<Need> {
  const used = idsOnTopics(topics);
  const cited = await studiesCited(req, topics, used);
  const parts = await Promise.all(
    LIST_KINDS.map(async (kind) => {
      const onTopics = kind === "studies" ? [...used.studies, ...cited] : [...used[kind]];
      const { docs, total } = await findDocs(req, kind, {
        where: { and: [isPublic, ...(onTopics.length > 0 ? [{ id: { not_in: onTopics } }] : [])] },
        select: [titleFieldOf(req, kind)],
        limit: SHOWN,
      });
      return { total, items: docs.map((doc) => itemOf(req, kind, doc)) };
    }),
  );
  return mergeNeeds("no-topic", parts);
}

/** Studies that a topic's key points, benefits, timings or FAQs name: they serve readers without standing in its sources. */
async function studiesCited(
  req: PayloadRequest,
  topics: readonly Doc[],
  used: ReturnType<typeof idsOnTopics>,
): Promise<string[]> {
  const read = async (collection: "benefits" | "timings" | "faqs", field: string) =>
    used[collection].size === 0
      ? []
      : (await findDocs(req, collection, { where: { id: { in: [...used[collection]] } }, select: [field] }))
          .docs;
  const [benefits, timings, faqs] = await Promise.all([
    read("benefits", "findings"),
    read("timings", "studies"),
    read("faqs", "studies"),
  ]);
  const points = topics.flatMap(
    (topic) => (topic.keyPoints as { items?: { studies?: unknown }[] } | undefined)?.items ?? [],
  );
  return [
    ...benefits.flatMap(studiesOfBenefit),
    ...[...timings, ...faqs].flatMap((doc) => idsOf(doc.studies)),
    ...points.flatMap((point) => idsOf(point.studies)),
  ];
}
