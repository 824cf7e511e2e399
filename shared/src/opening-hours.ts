/** Whether a clinic is open at a moment, in the clinic's own time zone. */
import type { OpeningHours, Weekday } from "./types.ts";

export type OpeningState =
  | { open: true; until: string }
  | { open: false; opens?: { day: Weekday; at: string; inDays: number } };

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

/**
 * The state at `now`, or `undefined` when there are no hours or the zone is unknown.
 * Times are `HH:MM` on the clinic's clock; a period that closes at or before it opens runs past midnight.
 */
export function openingStateAt(
  hours: readonly OpeningHours[],
  timezone: string | undefined,
  now: Date,
): OpeningState | undefined {
  const periods = hours.filter(
    (h): h is { day: Weekday; opens: string; closes: string } => h.opens !== null && h.closes !== null,
  );
  const local = localTime(timezone, now);
  if (periods.length === 0 || !local) return undefined;
  const today = WEEKDAYS.indexOf(local.day);
  const yesterday = WEEKDAYS[(today + 6) % 7];
  for (const { day, opens, closes } of periods) {
    const overnight = closes <= opens;
    if (day === local.day && local.time >= opens && (overnight || local.time < closes))
      return { open: true, until: closes };
    if (overnight && day === yesterday && local.time < closes) return { open: true, until: closes };
  }
  for (let inDays = 0; inDays <= 7; inDays++) {
    const day = WEEKDAYS[(today + inDays) % 7] as Weekday;
    const next = periods
      .filter((p) => p.day === day && (inDays > 0 || p.opens > local.time))
      .map((p) => p.opens)
      .sort()[0];
    if (next) return { open: false, opens: { day, at: next, inDays } };
  }
  return { open: false };
}

function localTime(timezone: string | undefined, now: Date): { day: Weekday; time: string } | undefined {
  if (!timezone) return undefined;
  try {
    const parts = new Intl.DateTimeFormat("en-US", {
      timeZone: timezone,
      weekday: "long",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }).formatToParts(now);
    const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
    return { day: part("weekday").toLowerCase() as Weekday, time: `${part("hour")}:${part("minute")}` };
  } catch {
    // An unknown zone throws a RangeError; without a zone the state "now" is unknown.
    return undefined;
  }
}
