/** Checks of all opening hours of a clinic together. Each returns `true`, or a sentence that says how to correct them. */
import { dayOf } from "../documents/day.ts";
import { DAYS, type DayPeriod, type PeriodRow, periodsOf, timesOf } from "../documents/openingPeriods.ts";
import { checkClosingTime, checkTime } from "./checks.ts";

type OpenPeriod = DayPeriod & { opens: string; closes: string };

const DAY = 24 * 60;
const nameOf = (day: string): string => day.replace(/^./, (first) => first.toUpperCase());

/** Both times or none, and no two periods that overlap. Nights may have any length. */
export function checkOpeningHours(rows: PeriodRow[] | null | undefined): string | true {
  for (const row of rows ?? []) {
    const fault = timesFault(row, row.day ? `On ${nameOf(row.day)}` : "In one entry");
    if (fault) return fault;
    if (hasOddTime(row)) return true;
  }
  const periods = (rows ?? []).flatMap(periodsOf);
  const open = periods.filter((each): each is OpenPeriod => each.opens !== null && each.closes !== null);
  const both = periods.find(({ day, opens }) => opens === null && open.some((each) => each.day === day));
  if (both) return `${nameOf(both.day)} is closed in one entry and open in another. Remove one of the two.`;
  for (const [index, first] of open.entries())
    for (const second of open.slice(index + 1))
      if (doOverlap(first, second))
        return `${words(first)} and ${words(second)} overlap. Join them, or change one.`;
  return true;
}

export type SpecialDayRow = PeriodRow & { from?: string | null; to?: string | null };

/** In order, of a length that somebody means, and both times or none. */
export function checkSpecialDays(rows: SpecialDayRow[] | null | undefined): string | true {
  for (const row of rows ?? []) {
    if (hasOddTime(row)) return true;
    const [from, to] = [dayOf(row.from), dayOf(row.to)];
    const day = from ? `On ${from}` : "In one entry";
    if (from && to && to < from) return `${day}, the last day comes before the first. Turn the two around.`;
    if (from && to && Date.parse(to) - Date.parse(from) > YEAR_MS)
      return `From ${from} to ${to} is more than a year. Correct one of the two.`;
    const fault = timesFault(row, day);
    if (fault) return fault;
  }
  return contradictionIn(rows ?? []) ?? true;
}

const YEAR_MS = 366 * 24 * 3_600_000;

/** Two entries for the same days are a day with a break: they are both open, at other times. */
function contradictionIn(rows: SpecialDayRow[]): string | undefined {
  const keyOf = ({ from, to, ...row }: SpecialDayRow) =>
    `${dayOf(from)} ${dayOf(to ?? from)} ${"where" in row ? JSON.stringify([row.where, "countries" in row && row.countries, "clinics" in row && row.clinics]) : ""}`;
  for (const [index, first] of rows.entries())
    for (const second of rows.slice(index + 1)) {
      if (!first.from || keyOf(first) !== keyOf(second)) continue;
      const [one, other] = [first, second].map((row) => ({ day: "monday" as const, ...timesOf(row) }));
      if (one?.opens && other?.opens && !doOverlap(one as OpenPeriod, other as OpenPeriod)) continue;
      return `${dayOf(first.from)} stands here twice, and the two do not fit together. Remove one of them, or write two periods that do not overlap.`;
    }
  return undefined;
}

/** What is wrong with the times of one row. */
function timesFault(row: PeriodRow, day: string): string | undefined {
  const { opens, closes } = timesOf(row);
  if (Boolean(opens) !== Boolean(closes))
    return `${day}, one of the two times is missing. Fill in both, or leave both empty for a closed day.`;
  if (opens && opens === closes && opens !== "00:00")
    return `${day}, it opens and closes at ${opens}. Correct one of the two; a clinic that is open around the clock ticks “Open all day and all night”.`;
  return undefined;
}

/** What the fields themselves refuse, each with its own sentence. */
const hasOddTime = ({ opens, closes }: PeriodRow): boolean =>
  checkTime(opens) !== true || checkClosingTime(closes) !== true;

/** Start and end in minutes since the beginning of the week; a night ends on the next day. */
function minutesOf({ day, opens, closes }: OpenPeriod): [number, number] {
  const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const start = DAYS.indexOf(day) * DAY;
  return [start + at(opens), start + at(closes) + (closes <= opens ? DAY : 0)];
}

function doOverlap(first: OpenPeriod, second: OpenPeriod): boolean {
  const [[from, to], [otherFrom, otherTo]] = [minutesOf(first), minutesOf(second)];
  // Sunday night overlaps the Monday at the beginning of the week.
  return [-7 * DAY, 0, 7 * DAY].some((week) => from < otherTo + week && otherFrom + week < to);
}

const words = ({ day, opens, closes }: OpenPeriod): string => `${nameOf(day)}, ${opens} to ${closes},`;
