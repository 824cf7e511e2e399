/** Records of studies that are of one paper, and what they disagree about. */
import type { PayloadRequest } from "payload";
import {
  differentIn,
  IDENTIFIER_WORDS,
  keysOf,
  PAPER_FIELDS,
  type PaperRecord,
  papersWithSeveral,
  sharedBy,
} from "../../evidence/paper.ts";
import { type Doc, findDocs, isPublic, itemOf } from "../documents.ts";
import { type Need, SHOWN } from "./needs.ts";

type Study = Doc & PaperRecord;

/** Every record of a paper that has several; those that disagree come first. */
export async function findSamePaper(req: PayloadRequest): Promise<Need> {
  const studies = await findStudies(req);
  const items = papersWithSeveral(studies)
    .flatMap((paper) => paper.map((study) => noteOn(study, paper)))
    .sort((a, b) => Number(b.disagrees) - Number(a.disagrees))
    .map(({ study, note }) => ({ ...itemOf(req, "studies", study), note }));
  return { kind: "same-paper", total: items.length, items: items.slice(0, SHOWN) };
}

/** As readers get them, and those that are not public yet as they were saved last. */
async function findStudies(req: PayloadRequest): Promise<Study[]> {
  const select = ["title", "_status", ...PAPER_FIELDS];
  const live = await findDocs(req, "studies", { where: isPublic, select });
  const newest = await findDocs(req, "studies", {
    where: { _status: { equals: "draft" } },
    select,
    draft: true,
  });
  const known = new Set(live.docs.map(({ id }) => id));
  return [...live.docs, ...newest.docs.filter(({ id }) => !known.has(id))].map((doc) => ({
    ...doc,
    id: String(doc.id),
  }));
}

function noteOn(study: Study, paper: readonly Study[]): { study: Study; note: string; disagrees: boolean } {
  const own = keysOf(study);
  const others = paper
    .filter((other) => other !== study)
    .map((other) => ({
      title: `“${other.title}”`,
      shared: words(sharedBy(own, keysOf(other))),
      different: words(differentIn(own, keysOf(other))),
    }))
    .filter(({ shared }) => shared !== "");
  const disagreeing = others.filter(({ different }) => different !== "");
  const note = [...disagreeing, ...others.filter(({ different }) => different === "")]
    .map(({ title, shared, different }) =>
      different
        ? `shares the ${shared} of ${title}, and has another ${different}`
        : `shares the ${shared} of ${title}`,
    )
    .join("; ");
  return { study, note, disagrees: disagreeing.length > 0 };
}

const words = (names: ReturnType<typeof sharedBy>): string =>
  names.map((name) => IDENTIFIER_WORDS[name]).join(" and ");
