/** Finds what asks somebody to act. Narrow queries, so that the dashboard stays quick with much content; translations alone need the texts. */
import type { PayloadRequest } from "payload";
import {
  CONTENT,
  type Doc,
  findDocs,
  hasField,
  isPublic,
  itemOf,
  publicIds,
  titleFieldOf,
} from "../documents.ts";
import { findFaults } from "./findFaults.ts";
import { findIncomplete, type Written } from "./findIncomplete.ts";
import { findOnNoTopic } from "./findOnNoTopic.ts";
import { findNamingRetracted } from "./findRetracted.ts";
import { findSamePaper } from "./findSamePaper.ts";
import type { PublicStudies } from "./findStudies.ts";
import { benefitsLeftOut, mergeNeeds, type Need, reviewNote, SHOWN, sortNeeds } from "./needs.ts";

const REVIEW_NOTICE_DAYS = 30;

/** What was found already: the topics that readers get, the benefits that no study supports, the studies and the languages. */
type Found = {
  topics: readonly Doc[];
  leftOut: readonly Doc[];
  studies: PublicStudies;
  written: Written;
};

/** What waits for somebody. */
export async function findNeeds(
  req: PayloadRequest,
  { topics, leftOut, studies, written }: Found,
  now: Date,
): Promise<Need[]> {
  const [faults, samePaper, drafts, reviews, noTopic, translations, retracted] = await Promise.all([
    findFaults(req),
    findSamePaper(req, studies),
    findDrafts(req),
    findReviews(req, now),
    findOnNoTopic(req, topics),
    findIncomplete(req, written),
    findNamingRetracted(req, leftOut, studies),
  ]);
  const items = leftOut.slice(0, SHOWN).map((doc) => itemOf(req, "benefits", doc));
  return sortNeeds([
    faults,
    samePaper,
    drafts,
    reviews,
    noTopic,
    ...translations,
    retracted,
    { kind: "evidence", total: leftOut.length, items },
  ]);
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
  return mergeNeeds("drafts", parts);
}

/** Published benefits "backed by a study" of which readers see nothing, because no published study that stands supports them. */
export async function findBenefitsLeftOut(req: PayloadRequest, { standing }: PublicStudies): Promise<Doc[]> {
  const { docs: benefits } = await findDocs(req, "benefits", {
    where: { and: [isPublic, { group: { equals: "evidence" } }] },
    select: ["title", "group", "findings"],
  });
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
  return mergeNeeds("reviews", parts);
}
