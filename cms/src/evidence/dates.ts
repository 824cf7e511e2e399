/** Dates of publication: a year, a year and month, or a full day; also as PubMed and papers write them. */
import { plainCharacters } from "./pasted.ts";

/** The names of the months in the languages that papers of medicine are written in, each with its number. */
const MONTHS = ["en", "es", "pt", "fr", "it", "de"].flatMap((language) => {
  const { format } = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return Array.from(
    { length: 12 },
    (_, month) => [withoutAccents(format(Date.UTC(2020, month))), month + 1] as const,
  );
});
MONTHS.push(["setiembre", 9]);

/** The month that `word` begins, in whichever language; `undefined` where several begin so. */
function monthOf(word: string): number | undefined {
  const begun = withoutAccents(word);
  const [month, ...others] = new Set(
    MONTHS.flatMap(([name, number]) => (name.startsWith(begun) ? [number] : [])),
  );
  return others.length === 0 ? month : undefined;
}

function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

const SEASON =
  /^(?:spring|summer|autumn|fall|winter|primavera|verano|otoño|invierno)(?:-(?:spring|summer|autumn|fall|winter))?$/;
const YEAR = String.raw`(?<year>\d{4})`;
const WORD = String.raw`(?<word>\p{L}{3,})\.?`;
/** Of a range, as of an issue for two months, the first one counts: it is where the paper is looked for. */
const RANGE = String.raw`(?: ?[-/] ?(?:\d{4} )?[\p{L}\d]+\.?(?: \d{1,2})?)?`;
const FORMS = [
  // 2025, 2025-04, 2025-04-30, 2025/4/30
  String.raw`${YEAR}(?:(?<between>[-/.])(?<month>\d{1,2})(?:\k<between>(?<day>\d{1,2}))?)?`,
  // 2025 Apr 30, 2020 Nov-Dec, 2020 Winter, 2019 Dec-2020 Jan
  String.raw`${YEAR} ${WORD}(?: (?<day>\d{1,2}))?${RANGE}`,
  // 30 April 2025, 30 de abril de 2025, Apr-May 2025
  String.raw`(?:(?<day>\d{1,2})(?:st|nd|rd|th|\.)? )?${WORD}${RANGE} ${YEAR}`,
  // April 30, 2025
  String.raw`${WORD} (?<day>\d{1,2})(?:st|nd|rd|th)?${RANGE} ${YEAR}`,
].map((form) => new RegExp(`^${form}$`, "u"));

/** What records say before a date, and behind one: a time, the empty parts of RIS, the volume. */
const BEFORE =
  /^(?:(?:e-?pub(?: ahead of print)?|published(?: online)?|available online|online|print|first published|publicado|da|dp|py|y1) *(?:[:-] *)?)+(?=\S)/;
const BEHIND = /(?:;.*|(?<=\d)t\d\d:.*|\/+)$/s;

/** The date in `written`, as far as it goes; `undefined` when there is none. */
export function dateIn(written: string): string | undefined {
  const text = plainCharacters(written)
    .toLowerCase()
    .replace(BEFORE, "")
    .replace(BEHIND, "")
    .replace(/,/g, " ")
    .replace(/\bde[l]?\b/g, " ")
    .replace(/[\s.;:]+$/, "")
    .replace(/ +/g, " ")
    .trim();
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    const date = parts && joined(parts);
    if (date) return date;
  }
  return undefined;
}

type Parts = { year?: string; month?: string; word?: string; day?: string };

function joined({ year = "", month, word, day }: Parts): string | undefined {
  if (word && SEASON.test(word)) return year;
  const number = word ? monthOf(word) : Number(month);
  if (number === undefined) return undefined;
  const parts = [year, ...(word || month ? [number] : []), ...(day ? [Number(day)] : [])];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** What is stored of a date that was filled in. */
export const plainDate = (value: string): string => dateIn(value) ?? value.trim();

/** When the oldest scientific journal began. */
const FIRST_YEAR = 1665;

/** `true`, or a sentence for what is no date, or none on which a paper can have come out. */
export function checkPartialDate(
  value: string | null | undefined,
  thisYear = new Date().getFullYear(),
): string | true {
  if (!value?.trim()) return true;
  const sentence = `"${value.trim()}" is not a date. Write a year, a year and month, or a full day: 2025, 2025-04 or 2025-04-30, or as PubMed does: 2025 Apr 30.`;
  const date = dateIn(value);
  if (!date) return sentence;
  const year = Number(date.slice(0, 4));
  if (year < FIRST_YEAR || year > thisYear + 1)
    return `The year ${date.slice(0, 4)} cannot be right. Write one from ${FIRST_YEAR} to ${thisYear + 1}.`;
  const full = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
  const parsed = new Date(`${full}T00:00:00Z`);
  return (!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(full)) || sentence;
}
