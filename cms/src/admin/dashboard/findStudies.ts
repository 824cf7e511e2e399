/** The public studies, read once for all that the dashboard says of them. */
import type { PayloadRequest } from "payload";
import { doesStudyStand } from "../../evidence/findings.ts";
import { PAPER_FIELDS, type PaperRecord, Papers, paperRecordOf } from "../../evidence/paper.ts";
import { type Doc, findDocs, isPublic } from "../documents.ts";

export type Study = Doc & PaperRecord;
export type PublicStudies = {
  all: Study[];
  /** Those that neither their own record nor another of the same paper says to be retracted. */
  standing: ReadonlySet<string>;
};

export async function findPublicStudies(req: PayloadRequest): Promise<PublicStudies> {
  const all = await findStudies(req, false);
  const papers = new Papers(all);
  const standing = all.filter(({ id, status }) => doesStudyStand(status) && !papers.isRetractedElsewhere(id));
  return { all, standing: new Set(standing.map(({ id }) => id)) };
}

/** Drafts as they were saved last, some of which have a public record as well. */
export const findDraftStudies = (req: PayloadRequest): Promise<Study[]> => findStudies(req, true);

async function findStudies(req: PayloadRequest, draft: boolean): Promise<Study[]> {
  const { docs } = await findDocs(req, "studies", {
    where: draft ? { _status: { equals: "draft" } } : isPublic,
    select: ["title", ...PAPER_FIELDS],
    draft,
  });
  return docs.map(({ title, ...doc }) => ({ title, ...paperRecordOf(doc) }));
}
