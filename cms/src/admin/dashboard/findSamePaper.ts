/** Records of studies that are of one paper, and what they disagree about. */
import type { PayloadRequest } from "payload";
import { differentIn, IDENTIFIER_WORDS, keysOf, papersWithSeveral, sharedBy } from "../../evidence/paper.ts";
import { itemOf } from "../documents.ts";
import { findDraftStudies, type PublicStudies, type Study } from "./findStudies.ts";
import { type Need, SHOWN } from "./needs.ts";

/** Every record of a paper that has several, as readers get it or, where they do not, as it was saved last. Those that disagree come first. */
export async function findSamePaper(req: PayloadRequest, { all }: PublicStudies): Promise<Need> {
  const known = new Set(all.map(({ id }) => id));
  const drafts = await findDraftStudies(req);
  const items = papersWithSeveral([...all, ...drafts.filter(({ id }) => !known.has(id))])
    .flatMap((paper) => paper.map((study) => noteOn(study, paper)))
    .sort((a, b) => Number(b.disagrees) - Number(a.disagrees))
    .map(({ study, note }) => ({ ...itemOf(req, "studies", study), note }));
  return { kind: "same-paper", total: items.length, items: items.slice(0, SHOWN) };
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
