/**
 * References, each made once. Making one takes milliseconds, in which the same process delivers nothing, and a study that
 * stands on thousands of topics is cited in all of them.
 */
import type { RichText } from "@clinic-widgets/shared";
import { type CitationStyle, type CitedStudy, citeStudy } from "../evidence/citation.ts";

const MOST_KEPT = 2000;
const kept = new Map<string, RichText>();

/** As `citeStudy`, which it asks when this study was not cited in this way before. */
export function cachedCitation(study: CitedStudy, style: CitationStyle, locale: string): RichText {
  const key = JSON.stringify([study, style, locale]);
  const known = kept.get(key);
  if (known) return known;
  const made = citeStudy(study, style, locale);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
  kept.set(key, made);
  return made;
}
