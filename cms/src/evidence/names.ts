/** Names of authors: as they are kept, as a citation style wants them, and as people paste them. */
import { decodeEntities } from "../input/records.ts";

type Text = string | null | undefined;
export type Author = { family?: Text; given?: Text };

/** A name as CSL has it. */
export type CslName = {
  family?: string;
  given?: string;
  suffix?: string;
  "non-dropping-particle"?: string;
  literal?: string;
};

/** One letter with its accent is one character, and one space is one space: what looks alike is alike. */
const tidyWords = (text: string): string =>
  text
    .normalize("NFC")
    // Joiners are letters' business in Persian and in Indian scripts.
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

const SUFFIX = /[\s,]+((?:jr|sr)\.?|I{2,3}|IV|2nd|3rd|4th)$/i;
const PARTICLE = new Set(
  "af al ap aus'm av bin da dal de degli dei del dela della den der des di do dos du e el ibn la las le lo los of og te ten ter tho thoe to toe tot un und van vande vanden vander ver vom von vor y zu zum zur 't".split(
    " ",
  ),
);
const HAS_CASE = /[\p{Lu}\p{Ll}]/u;
const IN_ONE_WORD = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;

/** The name for a citation style, which shortens what is given as far as it wants to. */
export function cslName({ family, given }: Author): CslName {
  const { words: last, suffix } = withoutSuffix(tidyWords(family ?? ""));
  const { words: first, suffix: behind } = withoutSuffix(tidyWords(given ?? ""));
  // A group, or somebody with one name: no part of it is a particle.
  if (!first) return { literal: suffix ? `${last} ${suffix}` : last };
  if (!last) return { literal: first };
  // Scripts without capital letters have no initials; in some of them names are written as one word.
  if (!HAS_CASE.test(last + first))
    return IN_ONE_WORD.test(last + first) ? { family: last, given: first } : { literal: `${last} ${first}` };
  const { names, particles } = withoutParticles(first);
  const isAllCapitals = last.length > 3 && last === last.toUpperCase();
  return {
    family: last,
    given: names.map((name) => spelled(name, isAllCapitals)).join(" "),
    ...(particles ? { "non-dropping-particle": particles } : {}),
    ...(suffix || behind ? { suffix: suffix || behind } : {}),
  };
}

function withoutSuffix(words: string): { words: string; suffix: string } {
  const [all = "", suffix = ""] = SUFFIX.exec(words) ?? [];
  return { words: words.slice(0, words.length - all.length), suffix: suffix.replace(/\.$/, "") };
}

/** "Ludwig van" is Ludwig, of the family "van Beethoven". */
function withoutParticles(given: string): { names: string[]; particles: string } {
  const names = given
    .replace(/\.(?=\S)/g, ". ")
    .split(" ")
    .filter(Boolean);
  let at = names.length;
  while (at > 1 && PARTICLE.has(names[at - 1] as string)) at--;
  return { names: names.slice(0, at), particles: names.slice(at).join(" ") };
}

/** "FM" are two initials, "María" is a name; a style takes the first capital of each part. */
function spelled(name: string, isAllCapitals: boolean): string {
  if (/^\p{Lu}\p{M}*(?:\p{Lu}\p{M}*){1,2}$/u.test(name) && !isAllCapitals)
    return (name.match(/\p{Lu}\p{M}*/gu) ?? []).join(" ");
  if (PARTICLE.has(name)) return name;
  return name.replace(
    /(^|[-‐])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** Initials as lists of authors write them: "FM", "F. M.", "J-P". */
const INITIALS = /^(?:\p{Lu}\p{M}*[.\s]*-?){1,4}$/u;
const AND = /\s*(?:,\s*)?(?:&|\band\b|\by\b|\bund\b|\bet\b(?! al))\s*/u;

/** The authors in a list that was pasted into one field; `undefined` for a single name, and where it is not clear. */
export function authorsIn(pasted: string): Author[] | undefined {
  const list = tidyWords(decodeEntities(pasted))
    .replace(/[,;]?\s*(?:&\s*)?(?:et al|y cols?|and others|and colleagues)\.?$/iu, "")
    // Marks of affiliations.
    .replace(/[*†‡§¶]|(?<=\p{L}|\.)\d+/gu, "")
    .replace(/[,;]\s*(?:\d+\s*,?\s*)+(?=[,;]|$)/g, "")
    .replace(/\.$/, (stop) => (/\b\p{Lu}\.$/u.test(pasted.trim()) ? stop : ""));
  const authors = bySemicolons(list) ?? byAnd(list) ?? byInitials(list) ?? byPairs(list);
  return authors && authors.length > 1 ? authors : undefined;
}

/** "García Ejemplo, María José; Example, A" */
const bySemicolons = (list: string): Author[] | undefined =>
  list.includes(";")
    ? all(
        list.split(";").filter((part) => part.trim()),
        oneAuthor,
      )
    : undefined;

/** "García Ejemplo, María José and Example, A" */
function byAnd(list: string): Author[] | undefined {
  const parts = list.split(/\s+and\s+/);
  return parts.length > 1 && parts.every((part) => part.split(",").length === 2)
    ? all(parts, oneAuthor)
    : undefined;
}

/** "García Ejemplo MJ, Example A" */
const byInitials = (list: string): Author[] | undefined =>
  all(
    list.split(/,|\band\b|&/).filter((part) => part.trim()),
    withInitials,
  );

/** "García Ejemplo, M. J., & Example, A." */
function byPairs(list: string): Author[] | undefined {
  const parts = list
    .replace(AND, ", ")
    .split(/\s*,\s*/)
    .filter(Boolean);
  if (parts.length < 4 || parts.length % 2 === 1) return undefined;
  return all(
    parts.flatMap((part, index) => (index % 2 === 0 ? [`${part}, ${parts[index + 1]}`] : [])),
    (pair) => (INITIALS.test(pair.split(", ")[1] ?? "") ? oneAuthor(pair) : undefined),
  );
}

function all(parts: string[], read: (part: string) => Author | undefined): Author[] | undefined {
  const authors = parts.map((part) => read(part.trim()));
  return authors.every((author) => author !== undefined) ? authors : undefined;
}

function oneAuthor(name: string): Author | undefined {
  const [family, given, ...more] = name.split(/\s*,\s*/);
  if (!family || more.length > 0) return undefined;
  return given ? { family, given } : (withInitials(name) ?? { family });
}

function withInitials(name: string): Author | undefined {
  const [, family, initials, suffix] =
    /^(\S.*?) (\p{Lu}[\p{Lu}\p{M}.-]{0,5}(?: \p{Lu}\.?)*)(?: (Jr|Sr|II|III|IV|2nd|3rd)\.?)?$/u.exec(name) ??
    [];
  if (!family || !initials || !INITIALS.test(initials)) return undefined;
  return { family, given: suffix ? `${initials} ${suffix}` : initials };
}

/** The rows of authors with every pasted list as a row for each of its authors, and every name in one form. */
export const tidyAuthors = <Row extends Author>(rows: readonly Row[]): (Row | Author)[] =>
  rows.flatMap((row): (Row | Author)[] => {
    const list = row.family && !row.given ? (authorsIn(row.family) ?? oneInitialed(row.family)) : undefined;
    if (!list) return [tidied(row)];
    // The row itself keeps its place, and is the first author.
    return list.map((author, index) => tidied(index === 0 ? { ...row, ...author } : author));
  });

/** "Example, A." in one field is one author. */
function oneInitialed(pasted: string): Author[] | undefined {
  const [family, given = "", ...more] = tidyWords(pasted).split(/\s*,\s*/);
  return family && more.length === 0 && INITIALS.test(given) ? [{ family, given }] : undefined;
}

const tidied = <Row extends Author>(row: Row): Row => ({
  ...row,
  ...(row.family ? { family: tidyWords(row.family) } : {}),
  ...(row.given ? { given: tidyWords(row.given) } : {}),
});

const GROUP =
  /group|committee|collaborat|consorti|societ|association|institut|universit|hospital|department|ministry|organi[sz]ation|network|team|cent(?:er|re)|academ|college|council|investigators|trial|study|grupo|comité|sociedad|asociación|ministerio|colaborativo/i;

/** Whether these are several whole names, such as "María José García, Ana Pérez": which part is the family name is not clear. */
function areWholeNames(list: string): boolean {
  const names = list.split(/\s*(?:,|\band\b|&)\s*/).filter(Boolean);
  const isName = (name: string) => {
    const words = name.split(" ");
    return (
      words.length > 1 &&
      words.length < 6 &&
      words.every((word) => /^\p{Lu}/u.test(word) || PARTICLE.has(word))
    );
  };
  return names.length > 1 && names.every(isName) && !GROUP.test(list);
}

/** `true`, or a sentence for a field that seems to hold several people; a group's name may have commas. */
export function checkFamilyName(value: Text): string | true {
  const name = tidyWords(value ?? "");
  if (authorsIn(name)) return true;
  return (
    !(/;|\bet al\b\.?$/i.test(name) || areWholeNames(name)) ||
    `“${name}” seems to be several people. Write one author in each row, the family name here and the given names beside it.`
  );
}
