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

/** Between two authors, also in Chinese, Japanese and Arabic. */
const COMMA = /\s*[,，、،]\s*/u;
const SEMICOLON = /\s*[;；؛]\s*/u;
/** Each line of a record in RIS or of PubMed has one author. */
const RECORD_LINE = /(?:^|\s)(F?AU|A[1-4]) +- /;
/** "author = {Example, Ana and Lee, Bo}," */
const BIBTEX_FIELD = /^author\s*=\s*[{"](.*)[}"],?$/i;
/** Accents as LaTeX writes them. */
const LATEX = /[\\{}]/;
/** What people have earned, which no reference names; "MD" and its like are initials elsewhere. */
const DEGREES =
  /(?:(?<= \p{Lu}{1,3}),? (?:MD|DO|PT|RN)(?=[,;]|$)|(?:,? (?:MD|DO|PT|RN))*,? (?:PhD|Ph\.D|DPhil|DPT|BSc|MSc|MPH|MBBS|FRCS|FACSM)\b\.?(?:, (?:MD|DO|PT|RN)\b)*)+/gu;

/** The authors in a list that was pasted into one field; `undefined` for a single name, and where it is not clear. */
export function authorsIn(pasted: string): Author[] | undefined {
  const list = withoutMarks(oneList(tidyWords(decodeEntities(pasted))));
  if (LATEX.test(list)) return undefined;
  const authors =
    withGroup(list) ??
    bySemicolons(list) ??
    byAnd(list) ??
    byInitials(list) ??
    byPairs(list) ??
    withoutCapitals(list);
  return authors && authors.length > 1 ? authors : undefined;
}

/** The list without the dressing of the file that it was copied from. */
function oneList(text: string): string {
  const list = BIBTEX_FIELD.exec(text)?.[1] ?? text;
  const lines = list.split(RECORD_LINE);
  if (lines.length < 3) return list;
  const ofTag = (wanted: RegExp) =>
    lines.flatMap((line, at) => (at % 2 === 1 && wanted.test(line) ? [lines[at + 1]?.trim() ?? ""] : []));
  // PubMed writes every author twice: FAU has the whole name.
  const whole = ofTag(/^FAU$/);
  return (whole.length > 0 ? whole : ofTag(/./)).join("; ");
}

const withoutMarks = (list: string): string =>
  list
    .replace(/[,;]?\s*(?:&\s*)?(?:et al|y cols?|and others|and colleagues)\.?$/iu, "")
    // Degrees and marks of affiliations; "2nd" and "3rd" are neither.
    .replace(DEGREES, "")
    .replace(/[*†‡§¶]|[⁰¹²³⁴-⁹]+(?:[, ]*[⁰¹²³⁴-⁹]+)*|(?<=\p{L}|\.)\d+/gu, "")
    .replace(/(?<=\p{L}\.?)(?:[\s,]+\d+)+(?=[\s,]*[,;]|[\s,]*$)/gu, "")
    .replace(/\s*\(\d{4}[a-z]?\)\.?$/, "")
    .replace(/[,;]\s*(?:\d+\s*,?\s*)+(?=[,;]|$)/g, "")
    .replace(/(?<!(?<!\p{L})\p{Lu}|[JS]r)\.$/u, "");

/** "García Ejemplo MJ, Example A, and the Study Group", or "for" it. */
function withGroup(list: string): Author[] | undefined {
  const [, people = "", group = ""] =
    /^(.+?)[,;]?\s+(?:and|for|on behalf of|y|en nombre de)\s+(?:the\s+|el\s+|la\s+)?([^,;]+)$/u.exec(list) ??
    [];
  if (!GROUP.test(group) || GROUP.test(people)) return undefined;
  const authors = byInitials(people) ?? byPairs(people);
  // "Vitamin D and the Knee Trial" is one name.
  return authors && authors.length > 1 ? [...authors, { family: group }] : undefined;
}

/** "García Ejemplo, María José; Example, A", and "García Ejemplo MJ, Example A; Study Group", as PubMed writes it. */
function bySemicolons(list: string): Author[] | undefined {
  if (!SEMICOLON.test(list)) return undefined;
  const parts = list.split(SEMICOLON).filter(Boolean);
  const authors = parts.map((part) => byInitials(part) ?? one(oneAuthor(part)));
  return authors.every((each) => each !== undefined) ? authors.flat() : undefined;
}

const one = (author: Author | undefined): Author[] | undefined => author && [author];

/** "王小明、李华": in scripts without capital letters nobody can tell the parts of a name, and each is one. */
function withoutCapitals(list: string): Author[] | undefined {
  if (HAS_CASE.test(list)) return undefined;
  const names = list.split(COMMA).filter(Boolean);
  // "王, 小明" and "حسن، أحمد" may be one person: family name, given name.
  const areWhole = names.every((name) =>
    IN_ONE_WORD.test(name) ? /^.{2,5}$/u.test(name) : name.includes(" "),
  );
  return areWhole ? names.map((family) => ({ family })) : undefined;
}

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
    // "y" is a part of a name as well, but not behind initials.
    list.split(/,\s*y\b|(?<=\p{Lu}\.?)\s+y\s|,|\band\b|&/u).filter((part) => part.trim()),
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
    const list = row.family && !row.given ? (authorsIn(row.family) ?? oneWritten(row.family)) : undefined;
    if (!list) return [tidied(row)];
    // The row itself keeps its place, and is the first author.
    return list.map((author, index) => tidied(index === 0 ? { ...row, ...author } : author));
  });

/** "Example, A.", "Example, Ana", "Example A" or "Example, A., Jr." in one field is one author. */
function oneWritten(pasted: string): Author[] | undefined {
  const name = withoutMarks(oneList(tidyWords(decodeEntities(pasted)))).replace(/^[\s,]+|[\s,]+$/g, "");
  if (GROUP.test(name) || LATEX.test(name) || STOP_WITHIN.test(name)) return undefined;
  const [family = "", given, third, ...more] = name.split(/\s*,\s*/);
  if (!family || more.length > 0) return undefined;
  if (given === undefined) return COUNTRY_BEHIND.test(name) ? undefined : one(withInitials(name));
  if (third !== undefined) {
    const [suffix, names] = SUFFIX.test(` ${given}`) ? [given, third] : [third, given];
    return names && SUFFIX.test(` ${suffix}`) ? [{ family, given: `${names} ${suffix}` }] : undefined;
  }
  // Two whole names are two people.
  const isOne = INITIALS.test(given) || [family, given].some((part) => capitalsIn(part) === 1);
  return given && HAS_CASE.test(name) && isOne && isCapital(given) ? [{ family, given }] : undefined;
}

/** "Example A. Other B." */
const STOP_WITHIN = / \p{Lu}{1,3}\. \p{Lu}\p{Ll}/u;
/** "Cancer Research UK" is no person with the initials U. K. */
const COUNTRY_BEHIND = / (?:UK|USA?|EU|UN|NHS)$/;
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
const capitalsIn = (names: string): number => names.split(" ").filter(isCapital).length;

const tidied = <Row extends Author>(row: Row): Row => ({
  ...row,
  ...(row.family ? { family: tidyWords(row.family) } : {}),
  ...(row.given ? { given: tidyWords(row.given) } : {}),
});

const GROUP =
  /group|committee|collaborat|consorti|societ|association|institut|universit|hospital|department|ministry|organi[sz]ation|network|team|cent(?:er|re)|academ|college|council|investigators|trial|study|grupo|comité|sociedad|asociación|ministerio|colaborativo/i;

/** Whether these are several whole names, such as "María José García, Ana Pérez": which part is the family name is not clear. */
function areWholeNames(list: string): boolean {
  const names = withoutMarks(list)
    .split(/\s*(?:,|\band\b|&)\s*/)
    .filter((name) => name && !/^(?:MD|DO|PT|RN)$/.test(name));
  const isName = (name: string) => {
    const words = name.split(" ");
    return (
      words.length > 1 &&
      words.length < 8 &&
      words.every((word) => /^\p{Lu}/u.test(word) || PARTICLE.has(word))
    );
  };
  return names.length > 1 && names.every(isName) && !GROUP.test(list);
}

/** `true`, or a sentence for a field that seems to hold several people; a group's name may have commas. */
export function checkFamilyName(value: Text): string | true {
  const name = tidyWords(value ?? "");
  if (authorsIn(name) || oneWritten(name)) return true;
  if (hasMoreThanName(name))
    return `“${name}” has more in it than a name. Write the family name here and the given names beside it, with accents as letters and without degrees, addresses or marks of a file.`;
  const areSeveral =
    /[;；؛]|\bet al\b\.?$/i.test(name) ||
    STOP_WITHIN.test(name) ||
    areWholeNames(name) ||
    hasInitialsWithin(name);
  return (
    !areSeveral ||
    `“${name}” seems to be several people. Write one author in each row, the family name here and the given names beside it.`
  );
}

const hasMoreThanName = (name: string): boolean =>
  LATEX.test(name) ||
  /:\/\/|\borcid\b/i.test(name) ||
  RECORD_LINE.test(name) ||
  (!areWholeNames(name) && !GROUP.test(name) && name.replace(DEGREES, "") !== name);

/** "Example A, & Other, B. C.", in which two ways of writing names are mixed. */
function hasInitialsWithin(list: string): boolean {
  const parts = list.split(/\s*(?:,|\band\b|&)\s*/).filter(Boolean);
  return (
    parts.length > 1 &&
    !GROUP.test(list) &&
    parts.some((part) => !COUNTRY_BEHIND.test(part) && withInitials(part) !== undefined)
  );
}
