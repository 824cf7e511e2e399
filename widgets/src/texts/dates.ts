/** Dates and times as a reader writes them, in the language of the words around them, which are our own. */
import { WEEKDAYS, type Weekday } from "@clinic-widgets/shared";
import { textLanguageOf } from "./index.ts";

/** "12 October 2026" for `2026-10-12`: the day first in English too, as it cannot be misread. */
export const dayWords = (day: string, lang: string): string =>
  format(day, lang, { day: "numeric", month: "long", year: "numeric" });

/** "April 2027" for `2027-04-12`. */
export const monthWords = (day: string, lang: string): string =>
  format(day, lang, { month: "long", year: "numeric" });

/** "Monday" for `monday`. */
export const weekdayWords = (day: Weekday, lang: string): string =>
  // A week that began on a Sunday with the year.
  format(`2023-01-0${WEEKDAYS.indexOf(day) + 1}`, lang, { weekday: "long" });

function format(day: string, lang: string, options: Intl.DateTimeFormatOptions): string {
  const language = textLanguageOf(lang);
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    ...options,
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** "7 pm" or "19:30" for `HH:MM`, as it is written in `lang`; full hours go without minutes where that is usual. Never broken over two lines. */
export function timeWords(time: string, lang: string): string {
  const formatter = new Intl.DateTimeFormat(textLanguageOf(lang), {
    hour: "numeric",
    minute: "2-digit",
    timeZone: "UTC",
  });
  const words = formatter.format(new Date(`2000-01-01T${time}:00Z`));
  return formatter.resolvedOptions().hour12
    ? words
        .replace(/:00/, "")
        .replace(/[\s\u202f]([AP])\.?M\.?/i, (_, half: string) => `\u00a0${half.toLowerCase()}m`)
    : words;
}
