/** Opening periods as editors write them, as the periods of single days that readers' clocks work with. */

export const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
type Day = (typeof DAYS)[number];

/** A row of the form: one day, or all from `day` to `lastDay`; times, or the whole day, or closed. */
export type PeriodRow = {
  day?: string | null | undefined;
  lastDay?: string | null | undefined;
  allDay?: boolean | null | undefined;
  opens?: string | null | undefined;
  closes?: string | null | undefined;
};

/** From 00:00 to 00:00 is the whole day; `null` is closed. A period that closes before it opens ends on the next day. */
export type DayPeriod = { day: Day; opens: string | null; closes: string | null };

const MIDNIGHT = "00:00";

/** The periods that a row stands for; the week goes round, from Saturday to Monday too. None for a row without a day. */
export function periodsOf({ day, lastDay, ...times }: PeriodRow): DayPeriod[] {
  const first = DAYS.indexOf(day as Day);
  if (first < 0) return [];
  const last = DAYS.indexOf(lastDay as Day);
  const count = last < 0 ? 1 : ((last - first + DAYS.length) % DAYS.length) + 1;
  return Array.from({ length: count }, (_, index) => ({
    day: DAYS[(first + index) % DAYS.length] as Day,
    ...timesOf(times),
  }));
}

/** When it opens and closes, as the contract says it. */
export function timesOf({ allDay, opens, closes }: PeriodRow): {
  opens: string | null;
  closes: string | null;
} {
  if (allDay) return { opens: MIDNIGHT, closes: MIDNIGHT };
  return { opens: opens || null, closes: closes === "24:00" ? MIDNIGHT : closes || null };
}
