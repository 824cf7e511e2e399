import type { BeforeListTableServerProps } from "payload";

/** What belongs in each list and how to begin, in one or two sentences. */
const HINTS: Record<string, string> = {
  topics:
    "A topic is a page, such as “Dry needling for runners”. Write a few questions, benefits or injuries first; then make the topic, choose them and put them in order.",
  benefits:
    "A benefit says in plain English what a treatment may do. If a study backs it, add the study first, then say here what it showed.",
  injuries:
    "An injury is a condition that patients look up. Name it as they do, and choose the muscles involved.",
  structures: "Muscles, fascia and tendons, each named once. Most are created while writing an injury.",
  timings: "When a treatment is used, why, and what it may bring: one line of a table each.",
  faqs: "A question, as a patient would ask it, with its answer. It can stand on several topics.",
  studies:
    "Start here: benefits rest on studies. With a DOI or PubMed number at hand, a study takes two minutes.",
  clinics:
    "A clinic is a partner whose website shows your topics. Add it, choose its topics, and copy the lines for its website.",
  users:
    "Everybody who works here has an own account. Choose the role with the fewest rights that does the job.",
};

/** Above an empty list: what belongs in it and how to begin. Silent in the trash and after a search. */
export function EmptyListHint({ collectionSlug, data, params, searchParams }: BeforeListTableServerProps) {
  const hint = HINTS[collectionSlug];
  const isTrash = params?.segments?.[2] === "trash";
  const isSearch = Object.keys(searchParams ?? {}).some((key) => key === "search" || key.startsWith("where"));
  if (!hint || data.totalDocs > 0 || isTrash || isSearch) return null;
  return <p className="clinic-hint">{hint}</p>;
}
