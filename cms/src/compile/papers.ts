/** The public records of studies, as far as they tell which of them are of one paper. */
import type { Payload, PayloadRequest } from "payload";
import type { Stored } from "../documents/types.ts";
import { PAPER_FIELDS, type PaperRecord, Papers, paperRecordOf } from "../evidence/paper.ts";
import { readAll } from "./read.ts";

/** Every public record. `req` when it must see what its transaction has written. */
export async function readPaperRecords(
  payload: Payload,
  req?: PayloadRequest,
): Promise<(PaperRecord & { title: string })[]> {
  const docs = await readAll({ payload, draft: false, req }, "studies", ["title", ...PAPER_FIELDS]);
  return docs.map((doc) => ({ title: String(doc.title ?? ""), ...paperRecordOf(doc) }));
}

export const readPapers = async (payload: Payload): Promise<Papers> =>
  new Papers(await readPaperRecords(payload));

/** The studies with the status of their paper: what another record says of its retraction, this one says too. */
export const withSharedRetraction = (
  studies: ReadonlyMap<string, Stored<"studies">>,
  papers: Papers,
): Map<string, Stored<"studies">> =>
  new Map(
    [...studies].map(([id, study]) => [
      id,
      papers.isRetractedElsewhere(id) ? { ...study, status: "retracted" } : study,
    ]),
  );
