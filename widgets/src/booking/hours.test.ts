/** The sentences on opening hours, in the words of each language and the clock of each country. */
import { type ClinicFile, openingStateAt } from "@clinic-widgets/shared";
import { expect, it } from "vitest";
import { contextFor } from "../templates/context.ts";
import { stateWords } from "./hours.template.ts";

const EVERY_DAY = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const clock = (minute: number) => new Date(minute * 60_000).toISOString().slice(11, 16);

/** What is told at this moment in UTC. */
function told(hours: ClinicFile["hours"], moment: string, reader: string): string {
  const now = new Date(`${moment}Z`);
  const context = contextFor(reader.split("-")[0] as string, 2, now, reader);
  const state = openingStateAt({ hours, timezone: "UTC" }, now);
  return String(state && stateWords(state, context)).replaceAll("\u00a0", " ");
}

const at = (opens: string, closes: string, ...days: (typeof EVERY_DAY)[number][]) =>
  (days.length > 0 ? days : EVERY_DAY).map((day) => ({ day, opens, closes }));

// 30 November 2026 is a Monday.
it.each([
  [
    "F16 one o'clock at night",
    at("18:00", "01:00"),
    "2026-11-30T20:00",
    { en: "Open now, until 1 am", es: "Abierto ahora, hasta la 1:00" },
  ],
  [
    "one o'clock in the afternoon",
    at("09:00", "13:00"),
    "2026-11-30T10:00",
    { es: "Abierto ahora, hasta las 13:00", "es-MX": "Abierto ahora, hasta la 1:00 p.m." },
  ],
  [
    "the end of a day",
    at("09:00", "17:30"),
    "2026-11-30T10:00",
    {
      en: "Open now, until 5:30 pm",
      "en-GB": "Open now, until 17:30",
      es: "Abierto ahora, hasta las 17:30",
      "es-MX": "Abierto ahora, hasta las 5:30 p.m.",
    },
  ],
  [
    "F12 a night in two halves",
    [...at("20:00", "00:00", "monday"), ...at("00:00", "08:00", "tuesday")],
    "2026-11-30T23:30",
    { en: "Open now, until 8 am", es: "Abierto ahora, hasta las 8:00" },
  ],
  [
    "F11 a whole day",
    at("00:00", "00:00", "monday"),
    "2026-11-30T12:00",
    { en: "Open 24 hours", es: "Abierto 24 horas" },
  ],
  [
    "more than a day",
    [
      ...at("18:00", "00:00", "friday"),
      ...at("00:00", "00:00", "saturday", "sunday"),
      ...at("00:00", "07:00", "monday"),
    ],
    "2026-12-04T19:00",
    { en: "Open now, until Monday at 7 am", es: "Abierto ahora, hasta el lunes a las 7:00" },
  ],
  [
    "later today",
    at("13:00", "17:00"),
    "2026-11-30T10:00",
    {
      en: "Closed now, opens at 1 pm",
      "en-GB": "Closed now, opens at 13:00",
      "es-MX": "Cerrado ahora, abre a la 1:00 p.m.",
    },
  ],
  [
    "another day",
    at("09:00", "12:00", "thursday"),
    "2026-11-30T14:30",
    { en: "Closed now, opens Thursday at 9 am", es: "Cerrado ahora, abre el jueves a las 9:00" },
  ],
  [
    "F17 the same weekday",
    at("09:00", "12:00", "monday"),
    "2026-11-30T14:30",
    { en: "Closed now, opens next Monday at 9 am", es: "Cerrado ahora, abre el próximo lunes a las 9:00" },
  ],
])("%s", (_, hours, moment, expected) => {
  for (const [reader, words] of Object.entries(expected)) expect(told(hours, moment, reader)).toBe(words);
});

const SENTENCES: Record<string, RegExp> = {
  en: /^(Open now, until|Closed now, opens at) (1[0-2]|[1-9])(:[0-5]\d)? [ap]m$/,
  "en-GB": /^(Open now, until|Closed now, opens at) (1?\d|2[0-3]):[0-5]\d$/,
  es: /^(Abierto ahora, hasta|Cerrado ahora, abre a) (la 1|las (0|[2-9]|1\d|2[0-3])):[0-5]\d$/,
  "es-MX": /^(Abierto ahora, hasta|Cerrado ahora, abre a) (la 1|las ([2-9]|1[0-2])):[0-5]\d [ap]\.m\.$/,
};

it.each(Object.entries(SENTENCES))("is a sentence for each minute of a day in %s", (reader, sentence) => {
  const odd: string[] = [];
  for (let minute = 1; minute < 24 * 60; minute++) {
    // Open until that minute, and closed until it.
    const open = told(at("00:00", clock(minute)), "2026-11-30T00:00", reader);
    const closed = told(at(clock(minute), "00:00"), "2026-11-30T00:00", reader);
    for (const words of [open, closed]) if (!sentence.test(words)) odd.push(`${clock(minute)}: ${words}`);
  }

  expect(odd).toEqual([]);
});
