/** Complete documents of each collection, with a word in what only some may read. */
import { lexical } from "../support/rest.ts";

export const DRAFTED_COLLECTIONS = ["topics", "benefits", "injuries", "timings", "faqs", "studies"] as const;
export const CONTENT_COLLECTIONS = [...DRAFTED_COLLECTIONS, "structures", "clinics"] as const;
export type Collection = (typeof CONTENT_COLLECTIONS)[number];

export const isDrafted = (collection: Collection): boolean =>
  (DRAFTED_COLLECTIONS as readonly string[]).includes(collection);

/** The field by which a document is called. */
export const TITLE: Record<Collection, string> = {
  topics: "title",
  benefits: "title",
  injuries: "name",
  timings: "timing",
  faqs: "question",
  studies: "title",
  structures: "name",
  clinics: "name",
};

/** Everything beside title and slug; `word` stands where closed text goes. */
const CLOSED: Record<Collection, (word: string) => Record<string, unknown>> = {
  topics: (word) => ({
    subtitle: word,
    intro: lexical(word),
    keyPoints: { heading: word, items: [{ text: word }] },
    body: [{ blockType: "text", heading: word, paragraphs: lexical(word) }],
  }),
  benefits: (word) => ({ group: "overview", plainEnglish: word, whyItMatters: word, body: lexical(word) }),
  injuries: (word) => ({ alsoKnownAs: [word], description: lexical(word), summary: word }),
  timings: (word) => ({ purpose: word, benefits: word }),
  faqs: (word) => ({
    answer: lexical(word),
    relatedLinks: [{ slug: "more", label: word, url: "https://example.org/" }],
  }),
  studies: (word) => ({
    authors: [{ family: word, given: "A" }],
    issued: "2024",
    studyType: "cohort-study",
    plainSummary: word,
  }),
  // What it has beside its name holds no free text; the kind stands in for the word.
  structures: () => ({ kind: "tendon", region: "ankle" }),
  clinics: (word) => ({ city: word, email: "desk@example.org" }),
};

/** The field that is searched for the word, and the word that is looked for in an answer. */
export const SEARCHED: Partial<Record<Collection, string>> = {
  topics: "subtitle",
  benefits: "plainEnglish",
  injuries: "summary",
  timings: "purpose",
  faqs: "relatedLinks.label",
  studies: "plainSummary",
  clinics: "city",
};
export const wordIn = (collection: Collection): string =>
  collection === "structures" ? "tendon" : "Closedword";

let serial = 0;

/** Data for a new document, complete enough to be published. */
export function dataFor(
  collection: Collection,
  word = wordIn(collection),
): { slug: string } & Record<string, unknown> {
  const slug = `table-${++serial}`;
  return { slug, [TITLE[collection]]: `Original ${serial}`, ...CLOSED[collection](word) };
}
