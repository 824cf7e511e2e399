/** Which topics an item stands on, and how the items of a topic stand. Read as the person who asks. */
import { LIST_KINDS, type ListKind } from "@clinic-widgets/shared";
import type { PayloadRequest } from "payload";
import { entriesOf } from "../../documents/payload.ts";
import { NAMES_STUDY } from "../../evidence/namesStudy.ts";
import { type Doc, findDocs, findStandings, type Item, idsOf, isPublic, itemOf } from "../documents.ts";
import type { Standing } from "../status.ts";
import { type Placement, placementOf } from "./placement.ts";
import { type Unplaced, unplacedIn } from "./unplaced.ts";

export type WhereUsedAnswer = {
  /** Whether readers could get the item, were it on a topic. */
  public: boolean;
  topics: (Item & { placement: Placement })[];
  /** For a study: the items that name it as their source. */
  namedBy: Item[];
};

export type TopicItemsAnswer = {
  total: number;
  unsettled: (Item & { standing: Standing })[];
  /** What no block of the page shows. */
  unplaced: Unplaced[];
};

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

/** The items on the topic `id`, in its newest version, that readers do not get, or not as the editor sees them. */
export async function findTopicItems(req: PayloadRequest, id: string): Promise<TopicItemsAnswer> {
  const { docs } = await findDocs(req, "topics", {
    where: { id: { equals: id } },
    select: [...LIST_KINDS, "body", "keyPoints"],
    draft: true,
    trash: true,
  });
  const topic: Doc = docs[0] ?? { id };
  const [unplaced, ...lists] = await Promise.all([
    findUnplaced(req, topic),
    ...LIST_KINDS.map((kind) => findStandings(req, kind, idsOf(topic[kind]))),
  ]);
  const items = lists.flat();
  return { total: items.length, unsettled: items.filter((item) => item.standing !== "public"), unplaced };
}

/** What is chosen on `topic`, or comes with what is chosen, and in none of its blocks. */
async function findUnplaced(req: PayloadRequest, topic: Doc): Promise<Unplaced[]> {
  const chosen = async (kind: ListKind, select: string[] = ["_status"]): Promise<Doc[]> => {
    const where = { id: { in: idsOf(topic[kind]) } };
    return idsOf(topic[kind]).length > 0
      ? (await findDocs(req, kind, { where, select, draft: true })).docs
      : [];
  };
  const [benefits, injuries, timings, faqs, sources, clinics] = await Promise.all([
    chosen("benefits", ["group", "findings"]),
    chosen("injuries"),
    chosen("timings", ["studies"]),
    chosen("faqs", ["studies"]),
    chosen("studies"),
    findDocs(req, "clinics", { where: { topics: { in: [String(topic.id)] } }, select: ["bookingLinks"] }),
  ]);
  const points = rowsOf((topic.keyPoints as { items?: unknown } | undefined)?.items);
  const studies = new Set([
    ...sources.map((study) => String(study.id)),
    ...[...points, ...timings, ...faqs].flatMap((item) => idsOf(item.studies)),
    ...benefits.flatMap((benefit) => rowsOf(benefit.findings)).flatMap(({ study }) => idsOf(study)),
  ]);
  return unplacedIn(
    rowsOf(topic.body),
    {
      benefits: benefits.map(({ group }) => (typeof group === "string" ? group : undefined)),
      injuries: injuries.length,
      timings: timings.length,
      faqs: faqs.length,
      studies: studies.size,
    },
    clinics.docs.filter(({ bookingLinks }) => rowsOf(bookingLinks).length > 0).length,
  );
}

const rowsOf = (rows: unknown): Record<string, unknown>[] =>
  Array.isArray(rows) ? rows.filter((row) => typeof row === "object" && row !== null) : [];
