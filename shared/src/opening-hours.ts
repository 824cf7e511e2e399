/**
 * When a clinic is open: its weekly hours, and the days that have other ones, on the clinic's own clock.
 *
 * A period that closes at or before it opens ends on the next day; one from 00:00 to 00:00 is the whole day. Periods that
 * touch are one, over midnight too. A special day comes before the weekly hours, and ends a weekly night that runs into it.
 */
import type { ClinicFile, OpeningHours, SpecialDay, Weekday } from "./types.ts";

/** What this needs of a clinic. */
export type Hours = Pick<ClinicFile, "hours" | "timezone" | "specialDays">;

/** A moment on the clinic's calendar: `date` as `YYYY-MM-DD`, `time` as `HH:MM`, and how many days it is from today. */
export type Moment = { date: string; time: string; inDays: number };

export type OpeningState =
  /** Without `until` it is open around the clock today. With `later` it is open for a day or longer from now. */
  { open: true; until?: Moment; later?: boolean } | { open: false; opens?: Moment };

/** The periods of a day, as minutes of it; none when it is closed. */
export type Span = [opens: number, closes: number];

/** As JavaScript counts them. */
export const WEEKDAYS: Weekday[] = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
];

const DAY = 24 * 60;
/** How far the next opening is looked for: a week, and if it is not there, longer than any holiday. */
const WEEK = 8;
const HORIZON = 100;
/** Any Monday: the week as such has no date. */
const MONDAY = "2023-01-02";

/** The day that comes `days` after `date`. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

export const timeOf = (minutes: number): string =>
  new Date((((minutes % DAY) + DAY) % DAY) * 60_000).toISOString().slice(11, 16);

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The special day that `date` is; the first one counts. */
export const specialDayOn = ({ specialDays = [] }: Hours, date: string): SpecialDay | undefined =>
  specialDays.find(({ from, to }) => from <= date && date <= to);

const spansOf = (periods: readonly Pick<OpeningHours, "opens" | "closes">[]): Span[] =>
  periods.flatMap(({ opens, closes }) => {
    if (opens === null || closes === null) return [];
    const [start, end] = [minutesOf(opens), minutesOf(closes)];
    return [[start, end > start ? end : end + DAY] satisfies Span];
  });

/** When it is open from the day before `date` on, in minutes since the beginning of `date`, in order, none touching another. */
function spansAround(clinic: Hours, date: string, days: number): Span[] {
  const all: Span[] = [];
  for (let day = -2; day <= days; day++) {
    const today = addDays(date, day);
    const special = specialDayOn(clinic, today);
    const weekday = WEEKDAYS[new Date(today).getUTCDay()];
    const isCut = !special && specialDayOn(clinic, addDays(today, 1));
    for (const [start, end] of spansOf(special?.hours ?? clinic.hours.filter((each) => each.day === weekday)))
      all.push([start + day * DAY, (isCut ? Math.min(end, DAY) : end) + day * DAY]);
  }
  const joined: Span[] = [];
  for (const span of all.sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else joined.push(span);
  }
  return joined;
}

/** Whether the clinic tells when it is open. */
export const tellsHours = ({ hours, specialDays, timezone }: Hours): boolean =>
  localTime(timezone, new Date(0)) !== undefined &&
  (Boolean(specialDays?.length) || hours.some(({ opens }) => opens !== null));

/** The state at `now`, or `undefined` when the clinic tells no hours or its zone is unknown. */
export function openingStateAt(clinic: Hours, now: Date): OpeningState | undefined {
  const local = localTime(clinic.timezone, now);
  if (!local || !tellsHours(clinic)) return undefined;
  const spans = spansAround(clinic, local.date, WEEK);
  const minute = minutesOf(local.time);
  const moment = (minutes: number): Moment => {
    const inDays = Math.floor(minutes / DAY);
    return { date: addDays(local.date, inDays), time: timeOf(minutes), inDays };
  };
  const current = spans.find(([start, end]) => start <= minute && minute < end);
  if (current) {
    const [start, end] = current;
    if (start <= 0 && end >= DAY) return { open: true };
    return { open: true, until: moment(end), ...(end - minute >= DAY ? { later: true } : {}) };
  }
  const isNext = ([start]: Span) => start > minute;
  const next = spans.find(isNext) ?? spansAround(clinic, local.date, HORIZON).find(isNext);
  return { open: false, ...(next ? { opens: moment(next[0]) } : {}) };
}

/** The seven days from Monday on, each with its periods: what touches is one, and a whole day is 0 to 1440. */
export function weekOf({ hours }: Pick<Hours, "hours">): Span[][] {
  const spans = spansAround({ hours }, MONDAY, 9);
  return WEEKDAYS.map((_, day) => {
    const [begin, end] = [day * DAY, (day + 1) * DAY];
    return spans.flatMap(([from, to]): Span[] => {
      // A night belongs to the evening that it begins on; what is longer than a day is told day by day.
      if (to - from <= DAY) return from >= begin && from < end ? [[from - begin, to - begin]] : [];
      return from < end && to > begin ? [[Math.max(from, begin) - begin, Math.min(to, end) - begin]] : [];
    });
  });
}

/** `now` on the clinic's calendar and clock; nothing without a zone that is known. */
export function localTime(
  timezone: string | undefined,
  now: Date,
): { date: string; time: string } | undefined {
  if (!timezone) return undefined;
  try {
    const parts = new Intl.DateTimeFormat("en-US", {
      timeZone: timezone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }).formatToParts(now);
    const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
    return {
      date: `${part("year")}-${part("month")}-${part("day")}`,
      time: `${part("hour")}:${part("minute")}`,
    };
  } catch {
    // An unknown zone throws a RangeError.
    return undefined;
  }
}
