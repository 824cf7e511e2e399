/** The days on which a clinic has other hours: its own, and those that the settings name for it. */
import { addDays, type SpecialDay } from "@clinic-widgets/shared";
import { dayOf } from "../documents/day.ts";
import { timesOf } from "../documents/openingPeriods.ts";
import type { Stored, StoredSettings } from "../documents/types.ts";
import { placeOf, specialDaysFor } from "./settingsParts.ts";
import { omitEmpty, type Unchecked } from "./unchecked.ts";

type Row = NonNullable<StoredSettings["specialDays"]>[number];
type Languages = { locale: string; defaultLocale: string };
/** A row in one language; a day with a break has two of them. */
type Days = {
  from: string;
  to: string;
  name?: string;
  lang?: string;
  hours: { opens: string; closes: string }[];
};

/** No row counts for longer: a year that was mistyped must not fill a file. */
const MOST_DAYS = 400;

/**
 * Every day that is not over anywhere on earth, in order and each once; nothing where there is none. Of two rows for one
 * day the clinic's own counts, and then the one for fewer days: "24 December, 9 to 12" before "24 to 26 December, closed".
 */
export function specialDaysOf(
  clinic: Stored<"clinics">,
  settings: StoredSettings,
  { today, ...languages }: Languages & { today: string },
): Unchecked<SpecialDay>[] | undefined {
  const rows = [
    (clinic.specialDays ?? []) as readonly Row[],
    specialDaysFor(settings, placeOf(clinic)),
  ].flatMap((each) =>
    joined(each.map((row) => daysOf(row, languages))).sort((a, b) => lengthOf(a) - lengthOf(b)),
  );

  const byDate = new Map<string, Days>();
  for (const row of rows)
    for (
      let date = row.from, count = 0;
      date <= row.to && count < MOST_DAYS;
      date = addDays(date, 1), count++
    )
      if (!byDate.has(date)) byDate.set(date, row);
  const yesterday = addDays(today, -1);
  const left = [...byDate].filter(([date]) => date >= yesterday).sort(([a], [b]) => (a < b ? -1 : 1));
  const days = left.reduce<{ from: string; to: string; row: Days }[]>((ranges, [date, row]) => {
    const last = ranges.at(-1);
    if (last?.row === row && addDays(last.to, 1) === date) last.to = date;
    else ranges.push({ from: date, to: date, row });
    return ranges;
  }, []);
  return days.length === 0
    ? undefined
    : days.map(({ from, to, row: { name, lang, hours } }) =>
        omitEmpty<SpecialDay>({ from, to, name, lang, hours }),
      );
}

const lengthOf = ({ from, to }: Days): number => Date.parse(to) - Date.parse(from);

function daysOf(row: Row, { locale, defaultLocale }: Languages): Days {
  const from = dayOf(row.from) ?? "";
  const { opens, closes } = timesOf(row as Parameters<typeof timesOf>[0]);
  const names = (row.name ?? {}) as Record<string, unknown>;
  const lang = [locale, defaultLocale].find((each) => names[each]);
  return {
    from,
    to: dayOf(row.to) ?? from,
    ...(lang ? { name: String(names[lang]) } : {}),
    ...(lang && lang !== locale ? { lang } : {}),
    hours: opens && closes ? [{ opens, closes }] : [],
  };
}

/** Rows for the same days are one; a row without a day is none yet. */
function joined(all: Days[]): Days[] {
  const found = new Map<string, Days>();
  for (const days of all.filter(({ from }) => from)) {
    const key = `${days.from} ${days.to}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, hours: [...before.hours, ...days.hours] } : days);
  }
  return [...found.values()];
}
