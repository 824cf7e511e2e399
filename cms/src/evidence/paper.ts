/**
 * Which records are of one paper. Its identity is its DOI, PubMed or PubMed Central number, compared without case, prefix
 * or dressing. What is true of the paper, such as its retraction, is true of every record of it.
 */
import { doesStudyStand } from "./findings.ts";
import { doiIn, pmcidIn, pmidIn } from "./identifiers.ts";

type Text = string | null | undefined;

/** What is compared of a study. */
export type PaperRecord = {
  id: string;
  doi?: Text;
  pmid?: Text;
  pmcid?: Text;
  url?: Text;
  status?: Text;
};

export const PAPER_FIELDS = ["doi", "pmid", "pmcid", "url", "status"] as const;

/** What is compared of a document. A damaged value is no identifier. */
export const paperRecordOf = (
  doc: { readonly id: string | number } & { readonly [Name in (typeof PAPER_FIELDS)[number]]?: unknown },
): PaperRecord => ({
  id: String(doc.id),
  ...Object.fromEntries(
    PAPER_FIELDS.flatMap((name) => (typeof doc[name] === "string" ? [[name, doc[name]]] : [])),
  ),
});

const READERS = { doi: doiIn, pmid: pmidIn, pmcid: pmcidIn } as const;
export type IdentifierName = keyof typeof READERS;
const NAMES = Object.keys(READERS) as IdentifierName[];

/** What each identifier is called in a sentence. */
export const IDENTIFIER_WORDS: Record<IdentifierName, string> = {
  doi: "DOI",
  pmid: "PubMed number",
  pmcid: "PubMed Central number",
};

type Keys = Partial<Record<IdentifierName, string>>;

/** The identifiers of a record as they are compared. One that stands in its address counts where its own field is empty. */
export function keysOf(record: Omit<PaperRecord, "id">): Keys {
  const keys: Keys = {};
  for (const name of NAMES) {
    const read = READERS[name];
    const isAddress = /^https?:/i.test(record.url ?? "");
    const found = record[name]
      ? read(String(record[name]))
      : isAddress
        ? read(String(record.url))
        : undefined;
    if (found) keys[name] = found.toLowerCase();
  }
  return keys;
}

/** The identifiers that both have, and that are the same. */
export const sharedBy = (one: Keys, other: Keys): IdentifierName[] =>
  NAMES.filter((name) => one[name] !== undefined && one[name] === other[name]);

/** The identifiers that both have, and that differ. */
export const differentIn = (one: Keys, other: Keys): IdentifierName[] =>
  NAMES.filter((name) => one[name] !== undefined && other[name] !== undefined && one[name] !== other[name]);

/** The papers of which there are several records, each with its records in their order. */
export function papersWithSeveral<T extends PaperRecord>(records: readonly T[]): T[][] {
  const groupOf = new Map<string, Set<T>>();
  for (const record of records) {
    const keys = Object.entries(keysOf(record)).map((key) => key.join(":"));
    const groups = new Set(keys.flatMap((key) => groupOf.get(key) ?? []));
    // A record with two identifiers makes one paper of what seemed to be two.
    const joined = new Set([...[...groups].flatMap((group) => [...group]), record]);
    if (groups.size > 0) for (const [key, group] of groupOf) if (groups.has(group)) groupOf.set(key, joined);
    for (const key of keys) groupOf.set(key, joined);
  }
  return [...new Set(groupOf.values())].filter((group) => group.size > 1).map((group) => [...group]);
}

/** What the public records of studies say of each other. */
export class Papers {
  readonly #others = new Map<string, PaperRecord[]>();

  constructor(records: readonly PaperRecord[]) {
    for (const paper of papersWithSeveral(records))
      for (const record of paper)
        this.#others.set(
          record.id,
          paper.filter((other) => other !== record),
        );
  }

  /** The ids of the other records of the paper that the record `id` is of. */
  othersOf(id: string): string[] {
    return (this.#others.get(id) ?? []).map((other) => other.id);
  }

  /** Whether the paper was retracted by another record of it. */
  isRetractedElsewhere(id: string): boolean {
    return (this.#others.get(id) ?? []).some(({ status }) => !doesStudyStand(status));
  }
}
