/** Placeholders such as `{{clinic.name}}`: left in stored texts, filled where the text is drawn. */

export const PLACEHOLDERS = ["clinic.name", "clinic.city", "clinic.phone", "emergency.number"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const PATTERN = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The values to fill in; each one that is missing reads as neutral words of the locale. `urls`: what dials the numbers. */
export type PlaceholderValues = Partial<Record<Placeholder, string>> & {
  urls?: Partial<Record<string, string | undefined>>;
};

/**
 * Draws what is more than a word of its text: a line break; English words, for a locale that has none of its own; or, with
 * a `url`, a number that it dials. The url is empty where a link cannot be, as within another one.
 */
export type DrawPlaceholder = (words: string, url?: string) => unknown;

const ENGLISH: Record<Placeholder, string> = {
  "clinic.name": "our clinic",
  "clinic.city": "your area",
  "clinic.phone": "our phone number",
  "emergency.number": "your local emergency number",
};
const NEUTRAL: Record<string, Record<Placeholder, string>> = {
  en: ENGLISH,
  es: {
    "clinic.name": "nuestra clínica",
    "clinic.city": "su zona",
    "clinic.phone": "nuestro teléfono",
    "emergency.number": "número de emergencias de su localidad",
  },
};

/** The placeholders in `text` that nothing knows how to fill, in order, each once. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(PATTERN)].map((match) => match[1] ?? "");
  return [...new Set(names)].filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
}

/** The end of the text before a sentence: empty, or the end of another; then perhaps what opens a quotation or question. */
const SENTENCE_START = /(?:^|[.!?…:]["'”’»)]*\s+)["'“‘«(¿¡]*$/;

/**
 * `text` with its placeholders filled for a reader in `locale`. An unknown one is left out rather than shown raw.
 * Neutral words begin with a capital where they begin a sentence; `before` is the text before `text` in its paragraph.
 */
export const fillPlaceholders = (
  text: string,
  locale: string,
  values: PlaceholderValues,
  before = "",
): string => filledPieces(text, locale, values, before, String).join("");

/** The same in pieces, some of which are as `draw` makes them. */
function filledPieces(
  text: string,
  locale: string,
  values: PlaceholderValues,
  before: string,
  draw: DrawPlaceholder,
): unknown[] {
  const own = NEUTRAL[locale] ?? NEUTRAL[locale.split("-")[0] ?? ""];
  // Every second piece is the name of a placeholder.
  return text.split(PATTERN).map((piece, index, pieces) => {
    if (index % 2 === 0) return piece;
    if (!(PLACEHOLDERS as readonly string[]).includes(piece)) return "";
    const value = values[piece as Placeholder];
    const url = values.urls?.[piece];
    if (value) return url ? draw(value, url) : value;
    const neutral = (own ?? ENGLISH)[piece as Placeholder];
    const words = SENTENCE_START.test(before + pieces.slice(0, index).join(""))
      ? neutral.charAt(0).toUpperCase() + neutral.slice(1)
      : neutral;
    return own ? words : draw(words);
  });
}

/** The fields that are drawn within a link, a control, or a second time for the eye alone. */
const WITHOUT_LINKS = /^(?:label|question|columns)$/;

type Content = { kind?: unknown; lang?: string; disclaimerLang?: string; type?: unknown; text?: unknown };

/**
 * A copy of `content`, files or a part of them, with the placeholders of every text filled. Addresses stay as they are, but
 * for those that dial a placeholder; where nothing does, they are empty.
 * Neutral words are in the language of their item: one that fell back to another than `locale` has it in `lang`.
 * A text that `draw` had a part in becomes a list of pieces, to be drawn as such.
 */
export function fillContent<T>(
  content: T,
  locale: string,
  values: PlaceholderValues,
  draw: DrawPlaceholder = (words) => words,
): T {
  /** The text before a piece of prose in its paragraph. */
  let before = "";
  const fill = (value: unknown, key: string, lang: string, mayLink: boolean): unknown => {
    if (typeof value === "string") {
      if (/url$/i.test(key))
        return value.startsWith("tel:{{") ? (values.urls?.[value.slice(6, -2)] ?? "") : value;
      const drawIn: DrawPlaceholder = (words, url) =>
        draw(words, url && (mayLink && !WITHOUT_LINKS.test(key) ? url : ""));
      const pieces = value
        .split("\n")
        .flatMap((line, index) => [
          ...(index > 0 ? [draw("\n")] : []),
          ...filledPieces(line, lang, values, key === "text" && index === 0 ? before : "", drawIn),
        ]);
      return pieces.every((piece) => typeof piece === "string") ? pieces.join("") : pieces;
    }
    if (Array.isArray(value))
      return value.map((each) => {
        if (key !== "children") before = "";
        return fill(each, key, lang, mayLink);
      });
    if (typeof value !== "object" || value === null) return value;
    const { kind, lang: own = lang, disclaimerLang = locale, type, text } = value as Content;
    const filled = Object.entries(value).map(([name, each]) => [
      name,
      // A clinic's disclaimer falls back by itself.
      fill(
        each,
        name,
        kind === "clinic" && name === "disclaimer" ? disclaimerLang : own,
        mayLink && type !== "link",
      ),
    ]);
    before += type === "break" ? " " : typeof text === "string" ? text : "";
    return Object.fromEntries(filled);
  };
  return fill(content, "", locale, true) as T;
}

/** What a clinic's file fills in. Without a clinic everything reads neutral. */
export function placeholderValues(
  clinic:
    | {
        name: string;
        city?: string | undefined;
        phone?: string | undefined;
        phoneUrl?: string | undefined;
        emergencyNumber?: string | undefined;
        emergencyUrl?: string | undefined;
      }
    | undefined,
): PlaceholderValues {
  if (!clinic) return {};
  const values: PlaceholderValues = {
    urls: { "clinic.phone": clinic.phoneUrl, "emergency.number": clinic.emergencyUrl },
  };
  values["clinic.name"] = clinic.name;
  if (clinic.city) values["clinic.city"] = clinic.city;
  if (clinic.phone) values["clinic.phone"] = clinic.phone;
  if (clinic.emergencyNumber) values["emergency.number"] = clinic.emergencyNumber;
  return values;
}
