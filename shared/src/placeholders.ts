/** Placeholders such as `{{clinic.name}}`: kept in stored texts, filled where the text is drawn. */

export const PLACEHOLDERS = ["clinic.name", "clinic.city", "clinic.phone", "emergency.number"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const PATTERN = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The values to fill in; each one that is missing reads as neutral words of the locale. */
export type PlaceholderValues = Partial<Record<Placeholder, string>>;

const NEUTRAL: Record<string, Record<Placeholder, string>> = {
  en: {
    "clinic.name": "our clinic",
    "clinic.city": "your area",
    "clinic.phone": "our phone number",
    "emergency.number": "your local emergency number",
  },
  es: {
    "clinic.name": "nuestra clínica",
    "clinic.city": "su zona",
    "clinic.phone": "nuestro teléfono",
    "emergency.number": "número de emergencias de su localidad",
  },
};

/** Neutral words for `placeholder` in `locale`; falls back from `es-MX` to `es`, then to English. */
export function neutralWords(locale: string, placeholder: Placeholder): string {
  const words = NEUTRAL[locale] ?? NEUTRAL[locale.split("-")[0] ?? ""] ?? NEUTRAL.en;
  return (words as Record<Placeholder, string>)[placeholder];
}

/** The placeholders in `text` that nothing knows how to fill, in order, each once. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(PATTERN)].map((match) => match[1] ?? "");
  return [...new Set(names)].filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
}

/** The end of what stands before a sentence: nothing, or the end of another; then perhaps what opens a quotation or question. */
const SENTENCE_START = /(?:^|[.!?…:]["'”’»)]*\s+)["'“‘«(¿¡]*$/;

/**
 * `text` with its placeholders filled for a reader in `locale`. An unknown one is left out rather than shown raw.
 * Neutral words begin with a capital where they begin a sentence; `before` is what stands in front of `text` in its paragraph.
 */
export function fillPlaceholders(
  text: string,
  locale: string,
  values: PlaceholderValues,
  before = "",
): string {
  return text.replace(PATTERN, (_, name: string, at: number) => {
    if (!(PLACEHOLDERS as readonly string[]).includes(name)) return "";
    const value = values[name as Placeholder];
    if (value) return value;
    const words = neutralWords(locale, name as Placeholder);
    return SENTENCE_START.test(before + text.slice(0, at))
      ? words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
      : words;
  });
}

type Content = { kind?: unknown; lang?: string; disclaimerLang?: string; type?: unknown; text?: unknown };

/**
 * A copy of `content`, files or a part of them, with the placeholders of every text filled. Addresses stay as they are.
 * Neutral words are in the language of their item: one that fell back to another than `locale` says so with its `lang`.
 */
export function fillContent<T>(content: T, locale: string, values: PlaceholderValues): T {
  /** What stands in front of a piece of prose in its paragraph. */
  let before = "";
  const fill = (value: unknown, key: string, lang: string): unknown => {
    if (typeof value === "string")
      return key === "url" ? value : fillPlaceholders(value, lang, values, key === "text" ? before : "");
    if (Array.isArray(value))
      return value.map((each) => {
        if (key !== "children") before = "";
        return fill(each, key, lang);
      });
    if (typeof value !== "object" || value === null) return value;
    const { kind, lang: own = lang, disclaimerLang = locale, type, text } = value as Content;
    const filled = Object.entries(value).map(([name, each]) => [
      name,
      // A clinic's disclaimer falls back by itself.
      fill(each, name, kind === "clinic" && name === "disclaimer" ? disclaimerLang : own),
    ]);
    before += type === "break" ? " " : typeof text === "string" ? text : "";
    return Object.fromEntries(filled);
  };
  return fill(content, "", locale) as T;
}

/** What a clinic's file fills in. Without a clinic everything reads neutral. */
export function placeholderValues(
  clinic:
    | {
        name: string;
        city?: string | undefined;
        phone?: string | undefined;
        emergencyNumber?: string | undefined;
      }
    | undefined,
): PlaceholderValues {
  const values: PlaceholderValues = {};
  if (!clinic) return values;
  values["clinic.name"] = clinic.name;
  if (clinic.city) values["clinic.city"] = clinic.city;
  if (clinic.phone) values["clinic.phone"] = clinic.phone;
  if (clinic.emergencyNumber) values["emergency.number"] = clinic.emergencyNumber;
  return values;
}
