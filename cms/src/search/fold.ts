/** Texts as a search compares them: without case, accents and the many kinds of apostrophes, quotes and dashes. */

import { withoutHidden } from "@clinic-widgets/shared";

const SAME: [of: RegExp, as: string][] = [
  [/\p{M}+/gu, ""],
  [/[\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc\u02bd\u2032\u0060\u00b4\uff07]/g, "'"],
  [/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/ß/g, "ss"],
  [/æ/g, "ae"],
  [/œ/g, "oe"],
  [/ø/g, "o"],
  [/đ/g, "d"],
  [/ł/g, "l"],
  [/ı/g, "i"],
  [/\s+/g, " "],
];

/** `text` as it is compared. */
export const fold = (text: string): string =>
  SAME.reduce(
    (folded, [of, as]) => folded.replace(of, as),
    withoutHidden(text.normalize("NFKD").toLowerCase()),
  ).trim();

/** Whether a folded text has all words of a search, in any order, or the whole of it. */
export function isFound(folded: string, search: string, asPhrase: boolean): boolean {
  const wanted = fold(search);
  return asPhrase ? folded.includes(wanted) : wanted.split(" ").every((word) => folded.includes(word));
}
