/** Changes what a file says, and leaves what it is. */

/** Fields that say what a thing is and not what it reads. */
const NO_TEXTS = new Set([
  ...[
    "version",
    "kind",
    "locale",
    "lang",
    "disclaimerLang",
    "topic",
    "topics",
    "clinic",
    "revision",
    "publishedAt",
    "id",
    "slug",
  ],
  ...[
    "block",
    "type",
    "group",
    "view",
    "status",
    "studyType",
    "design",
    "directness",
    "study",
    "url",
    "code",
  ],
  ...[
    "timezone",
    "day",
    "opens",
    "closes",
    "reviewedOn",
    "nextReviewOn",
    "issued",
    "theme",
    "country",
    "phone",
  ],
  ...["website", "doi", "pmid", "pmcid", "emergencyNumber", "direction"],
]);

/** A copy of `value` in which `change` was made to every text, but for what `leave` says of an object. */
export function mapTexts<T>(
  value: T,
  change: (text: string) => string,
  leave: (object: object) => boolean = () => false,
): T {
  const walk = (each: unknown): unknown => {
    if (typeof each === "string") return change(each);
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== "object" || each === null || leave(each)) return each;
    return Object.fromEntries(
      Object.entries(each).map(([name, one]) => [name, NO_TEXTS.has(name) ? one : walk(one)]),
    );
  };
  return walk(value) as T;
}

/** Does `change` to what is between placeholders such as `{{clinic.name}}`. */
const besidePlaceholders = (text: string, change: (words: string) => string): string =>
  text
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith("{{") ? part : change(part)))
    .join("");

/** Up to five words as one, as German and Finnish have them. */
export const withLongWords = (text: string): string =>
  besidePlaceholders(text, (words) =>
    words.replace(/\p{L}+(?: \p{L}+){2,4}/gu, (few) => few.replaceAll(" ", "")),
  );

const LATIN = "abcdefghijklmnopqrstuvwxyz";
const ARABIC = "ابثدعفغهيجكلمنوبقرستوفوخيز";

/** The same text in Arabic letters: nobody can read it, but it is drawn as Arabic is. */
export const inArabicLetters = (text: string): string =>
  besidePlaceholders(text, (words) =>
    words
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[a-z]/gi, (letter) => ARABIC[LATIN.indexOf(letter.toLowerCase())] as string),
  );
