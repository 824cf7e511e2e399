/** The other records of the paper that a study records, for the panel beside its form. Read as the person who asks. */
import type { PayloadRequest } from "payload";
import {
  differentIn,
  IDENTIFIER_WORDS,
  type IdentifierName,
  keysOf,
  PAPER_FIELDS,
  paperRecordOf,
  sharedBy,
} from "../../evidence/paper.ts";
import { type Doc, findDocs, findStandings, type Item } from "../documents.ts";
import type { Standing } from "../status.ts";

export type OtherRecord = Item & {
  standing: Standing;
  /** What they have in common, and in what they differ, as words. */
  shared: string[];
  different: string[];
};

export type SamePaperAnswer = { others: OtherRecord[] };

/** Those that share an identifier with the study `id`, as either is public or was saved last. */
export async function findOtherRecords(req: PayloadRequest, id: string): Promise<SamePaperAnswer> {
  const select = [...PAPER_FIELDS];
  const [live, newest] = [
    await findDocs(req, "studies", { select }),
    await findDocs(req, "studies", { select, draft: true }),
  ];
  const all = [...newest.docs, ...live.docs];
  const own = all.filter((doc) => String(doc.id) === id).map((doc) => keysOf(paperRecordOf(doc)));
  const found = new Map<string, { shared: Set<IdentifierName>; different: Set<IdentifierName> }>();
  for (const doc of all.filter((each) => String(each.id) !== id)) compare(doc, own, found);
  const standings = await findStandings(req, "studies", [...found.keys()]);
  return {
    others: standings.map((item) => {
      const { shared, different } = found.get(item.id) as NonNullable<ReturnType<typeof found.get>>;
      return { ...item, shared: wordsOf(shared), different: wordsOf(different) };
    }),
  };
}

function compare(
  doc: Doc,
  own: ReturnType<typeof keysOf>[],
  found: Map<string, { shared: Set<IdentifierName>; different: Set<IdentifierName> }>,
): void {
  const keys = keysOf(paperRecordOf(doc));
  for (const each of own) {
    const shared = sharedBy(each, keys);
    if (shared.length === 0) continue;
    const known = found.get(String(doc.id)) ?? { shared: new Set(), different: new Set() };
    for (const name of shared) known.shared.add(name);
    for (const name of differentIn(each, keys)) known.different.add(name);
    found.set(String(doc.id), known);
  }
}

const wordsOf = (names: ReadonlySet<IdentifierName>): string[] =>
  [...names].map((name) => IDENTIFIER_WORDS[name]);
