/** Dates and times as a reader writes them, in the language of the words around them, which are our own. */
import { textLanguageOf } from "./index.ts";

/** "12 October 2026" for `2026-10-12`: the day first in English too, as it cannot be misread. */
export const dayWords = (day: string, lang: string): string =>
  format(day, lang, { day: "numeric", month: "long", year: "numeric" });

/** "April 2027" for `2027-04-12`. */
export const monthWords = (day: string, lang: string): string =>
  format(day, lang, { month: "long", year: "numeric" });

/** "Monday" for a day of that week. */
export const weekdayWords = (day: string, lang: string): string => format(day, lang, { weekday: "long" });

/** "Monday 7 December". */
export const dateWords = (day: string, lang: string): string =>
  format(day, lang, { weekday: "long", day: "numeric", month: "long" });

/** "today", "tomorrow". */
export const relativeDayWords = (inDays: number, lang: string): string =>
  new Intl.RelativeTimeFormat(textLanguageOf(lang), { numeric: "auto" }).format(inDays, "day");

/** "Monday – Thursday" or, of days with dates, "24 December – 26 December"; one day by itself. */
export function daysWords(from: string, to: string, lang: string, isWeek: boolean): string {
  if (from === to) return isWeek ? weekdayWords(from, lang) : dateWords(from, lang);
  const words = (day: string) =>
    isWeek ? weekdayWords(day, lang) : format(day, lang, { day: "numeric", month: "long" });
  // Not by `formatRange`: its blanks differ from engine to engine, and what the server drew would be drawn again.
  return `${words(from)}\u00a0– ${words(to)}`;
}

function format(day: string, lang: string, options: Intl.DateTimeFormatOptions): string {
  const language = textLanguageOf(lang);
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    ...options,
    timeZone: "UTC",
  }).format(new Date(day));
}

/** "7 pm" or "19:30" for `HH:MM`, as it is written in `lang`; full hours go without minutes where that is usual. Never broken over two lines. */
export function timeWords(time: string, lang: string): string {
  const formatter = new Intl.DateTimeFormat(textLanguageOf(lang), {
    hour: "numeric",
    minute: "2-digit",
    timeZone: "UTC",
  });
  const words = formatter.format(new Date(`2000-01-01T${time}:00Z`));
  // English alone leaves out the minutes of full hours, and the dots of "p.m.".
  const short = /[AP]M/.test(words) ? words.replace(/:00/, "").toLowerCase() : words;
  return short.replace(/\s/g, "\u00a0");
}
