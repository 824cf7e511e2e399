/** Finds what asks somebody to act. Each kind is one or two narrow queries, so that the dashboard stays quick with much content. */
import { LIST_KINDS } from "@clinic-widgets/shared";
import type { PayloadRequest, Where } from "payload";
import { doesStudyStand } from "../../evidence/findings.ts";
import {
  CONTENT,
  configOf,
  type Doc,
  findDocs,
  hasField,
  idsOf,
  idsOnTopics,
  isPublic,
  itemOf,
  publicIds,
  titleFieldOf,
} from "../documents.ts";
import { benefitsLeftOut, type Need, reviewNote, sortNeeds, studiesOfBenefit } from "./needs.ts";

/** How many items of a kind are named; the rest is a number. */
const SHOWN = 6;
const REVIEW_NOTICE_DAYS = 30;

/** What waits for somebody, given the topics that readers get and the benefits that no study supports. */
export async function findNeeds(
  req: PayloadRequest,
  topics: readonly Doc[],
  leftOut: readonly Doc[],
  now: Date,
): Promise<Need[]> {
  const used = idsOnTopics(topics);
  const [drafts, reviews, noTopic, translations] = await Promise.all([
    findDrafts(req),
    findReviews(req, now),
    findOnNoTopic(req, topics, used),
    findIncomplete(req),
  ]);
  const items = leftOut.slice(0, SHOWN).map((doc) => itemOf(req, "benefits", doc));
  return sortNeeds([
    drafts,
    reviews,
    noTopic,
    ...translations,
    { kind: "evidence", total: leftOut.length, items },
  ]);
}

/** Joins what several collections have of one kind. */
function merge(kind: Need["kind"], parts: readonly Pick<Need, "total" | "items">[]): Need {
  return {
    kind,
    total: parts.reduce((sum, part) => sum + part.total, 0),
    items: parts.flatMap((part) => part.items).slice(0, SHOWN),
  };
}

async function findDrafts(req: PayloadRequest): Promise<Need> {
  const parts = await Promise.all(
    CONTENT.map(async (collection) => {
      const { docs, total } = await findDocs(req, collection, {
        draft: true,
        where: { _status: { equals: "draft" } },
        select: [titleFieldOf(req, collection), "_status", "updatedAt"],
        sort: "-updatedAt",
        limit: SHOWN,
      });
      const live = await publicIds(req, collection, docs);
      return {
        total,
        items: docs.map((doc) => ({
          ...itemOf(req, collection, doc),
          note: live.has(String(doc.id)) ? "changes to a public item" : "not public yet",
        })),
      };
    }),
  );
  return merge("drafts", parts);
}

/** Published benefits "backed by a study" of which readers see nothing, because no published study that stands supports them. */
export async function findBenefitsLeftOut(req: PayloadRequest): Promise<Doc[]> {
  const { docs: benefits } = await findDocs(req, "benefits", {
    where: { and: [isPublic, { group: { equals: "evidence" } }] },
    select: ["title", "group", "findings"],
  });
  const named = [...new Set(benefits.flatMap(studiesOfBenefit))];
  const { docs: studies } = await findDocs(req, "studies", {
    where: { and: [isPublic, { id: { in: named } }] },
    select: ["status"],
  });
  const standing = new Set(
    studies.filter((study) => doesStudyStand(study.status as string)).map((study) => String(study.id)),
  );
  return benefitsLeftOut(benefits, standing);
}

async function findReviews(req: PayloadRequest, now: Date): Promise<Need> {
  const soon = new Date(now.getTime() + REVIEW_NOTICE_DAYS * 86_400_000).toISOString();
  const parts = await Promise.all(
    CONTENT.filter((collection) => hasField(req, collection, "review")).map(async (collection) => {
      const { docs, total } = await findDocs(req, collection, {
        where: { and: [isPublic, { "review.nextReviewOn": { less_than_equal: soon } }] },
        select: [titleFieldOf(req, collection), "review"],
        sort: "review.nextReviewOn",
        limit: SHOWN,
      });
      const dateOf = (doc: Doc) =>
        String((doc.review as { nextReviewOn?: string } | undefined)?.nextReviewOn ?? "");
      return {
        total,
        items: docs.map((doc) => ({ ...itemOf(req, collection, doc), note: reviewNote(dateOf(doc), now) })),
      };
    }),
  );
  return merge("reviews", parts);
}

async function findOnNoTopic(
  req: PayloadRequest,
  topics: readonly Doc[],
  used: ReturnType<typeof idsOnTopics>,
): Promise<Need> {
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
  return merge("no-topic", parts);
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

/** Public items of which a required text is missing in one of the other languages. */
async function findIncomplete(req: PayloadRequest): Promise<Need[]> {
  const { localization } = req.payload.config;
  if (!localization) return [];
  const others = localization.locales.filter(({ code }) => code !== localization.defaultLocale);
  return Promise.all(
    others.map(async ({ code, label }) => {
      const parts = await Promise.all(
        CONTENT.map(async (collection) => {
          const missing = requiredTexts(req, collection).map(
            (field): Where => ({ [field]: { exists: false } }),
          );
          if (missing.length === 0) return { total: 0, items: [] };
          const { docs, total } = await findDocs(req, collection, {
            where: { and: [isPublic, { or: missing }] },
            select: [titleFieldOf(req, collection)],
            limit: SHOWN,
            locale: code,
          });
          return { total, items: docs.map((doc) => itemOf(req, collection, doc)) };
        }),
      );
      return { ...merge("translations", parts), language: typeof label === "string" ? label : code };
    }),
  );
}

/** The translated texts that an item of `collection` cannot do without. */
function requiredTexts(req: PayloadRequest, collection: string): string[] {
  const title = titleFieldOf(req, collection);
  return configOf(req, collection)
    .flattenedFields.filter(
      (field) =>
        "localized" in field &&
        field.localized &&
        (("required" in field && field.required) || field.name === title),
    )
    .map((field) => field.name);
}
