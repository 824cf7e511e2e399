/** Which topics an item stands on, and how the items of a topic stand. Read as the person who asks. */
import { LIST_KINDS, type ListKind } from "@clinic-widgets/shared";
import type { PayloadRequest } from "payload";
import { entriesOf } from "../../documents/payload.ts";
import { NAMES_STUDY } from "../../evidence/namesStudy.ts";
import { type Doc, findDocs, findStandings, type Item, idsOf, isPublic, itemOf } from "../documents.ts";
import type { Standing } from "../status.ts";
import { type Placement, placementOf } from "./placement.ts";

export type WhereUsedAnswer = {
  /** Whether readers could get the item, were it on a topic. */
  public: boolean;
  topics: (Item & { placement: Placement })[];
  /** For a study: the items that name it as their source. */
  namedBy: Item[];
};

export type TopicItemsAnswer = { total: number; unsettled: (Item & { standing: Standing })[] };

/** Where the item `id` of `kind` stands, now and in drafts. */
export async function findWhereUsed(
  req: PayloadRequest,
  kind: ListKind,
  id: string,
): Promise<WhereUsedAnswer> {
  const names = { [kind]: { in: [id] } };
  const [own, live, latest, namedBy] = await Promise.all([
    findDocs(req, kind, { where: { and: [{ id: { equals: id } }, isPublic] }, select: ["_status"] }),
    findDocs(req, "topics", { where: { and: [names, isPublic] }, select: ["title"] }),
    findDocs(req, "topics", { where: names, select: ["title", "_status"], draft: true }),
    kind === "studies" ? findNamers(req, id) : [],
  ]);
  const liveIds = new Set(live.docs.map((doc) => String(doc.id)));
  const latestIds = new Set(latest.docs.map((doc) => String(doc.id)));
  const topics = new Map([...live.docs, ...latest.docs].map((doc) => [String(doc.id), doc]));
  return {
    public: own.total > 0,
    topics: [...topics].map(([topicId, doc]) => ({
      ...itemOf(req, "topics", doc),
      placement: placementOf({ live: liveIds.has(topicId), latest: latestIds.has(topicId) }),
    })),
    namedBy,
  };
}

/** The items, and the topics by their key points, that name the study `id` in their newest version. */
async function findNamers(req: PayloadRequest, id: string): Promise<Item[]> {
  const lists = await Promise.all(
    entriesOf(NAMES_STUDY).map(async ([collection, field]) => {
      const { docs } = await findDocs(req, collection, { where: { [field]: { in: [id] } }, draft: true });
      return docs.map((doc) => itemOf(req, collection, doc));
    }),
  );
  return lists.flat();
}

/** The items on the topic `id`, in its newest version, that readers do not get as the editor sees them. */
export async function findTopicItems(req: PayloadRequest, id: string): Promise<TopicItemsAnswer> {
  const { docs } = await findDocs(req, "topics", {
    where: { id: { equals: id } },
    select: [...LIST_KINDS],
    draft: true,
    trash: true,
  });
  const topic: Doc = docs[0] ?? { id };
  const lists = await Promise.all(LIST_KINDS.map((kind) => findStandings(req, kind, idsOf(topic[kind]))));
  const items = lists.flat();
  return { total: items.length, unsettled: items.filter((item) => item.standing !== "public") };
}
