import { describe, expect, it } from "vitest";
import { type Hours, type OpeningState, openingStateAt, weekOf } from "./opening-hours.ts";
import type { Weekday } from "./types.ts";

/** "mon 09:00-12:00" and so on, at a clinic in New York. */
function clinic(...rows: string[]): Hours {
  const days: Record<string, Weekday> = {
    mon: "monday",
    tue: "tuesday",
    wed: "wednesday",
    thu: "thursday",
    fri: "friday",
    sat: "saturday",
    sun: "sunday",
  };
  const hours = rows.flatMap((row) => {
    const [names = "", times] = row.split(" ");
    const [opens = null, closes = null] = times?.split("-") ?? [];
    return names.split(",").map((name) => ({ day: days[name] as Weekday, opens, closes }));
  });
  return { hours, timezone: "America/New_York" };
}
const EVERY_DAY = "mon,tue,wed,thu,fri,sat,sun";

/** The state at a moment of the clinic's own clock, which is five hours behind UTC in winter. */
const at = (hours: Hours, local: string) => openingStateAt(hours, new Date(`${local}:00-05:00`));

/** In short: "until 12:00", "until 08:00 +1", "24 hours", "opens 09:00 +7 2026-12-07", "closed". */
function said(state: OpeningState | undefined): string {
  if (!state) return "nothing";
  if (state.open && !state.until) return "24 hours";
  const moment = state.open ? state.until : state.opens;
  if (!moment) return "closed";
  const day = moment.inDays > 0 ? ` +${moment.inDays} ${moment.date}` : "";
  return `${state.open ? "until" : "opens"} ${moment.time}${day}${state.open && state.later ? " later" : ""}`;
}

const WEEK = clinic("mon 09:00-12:00", "mon 13:00-19:00", "fri 20:00-02:00", "sun");

// 30 November 2026 is a Monday.
it.each([
  ["at the clinic, not at the reader", WEEK, "2026-11-30T09:30", "until 12:00"],
  ["in a midday break", WEEK, "2026-11-30T12:30", "opens 13:00"],
  ["in a night", WEEK, "2026-12-04T23:00", "until 02:00 +1 2026-12-05"],
  ["after midnight in a night", WEEK, "2026-12-05T01:00", "until 02:00"],
  ["days ahead", WEEK, "2026-12-06T10:00", "opens 09:00 +1 2026-12-07"],
  [
    "F17 on the evening of the only day",
    clinic("mon 09:00-12:00"),
    "2026-11-30T14:30",
    "opens 09:00 +7 2026-12-07",
  ],
  ["F11 on a whole day", clinic("mon 00:00-00:00"), "2026-11-30T15:00", "24 hours"],
  ["after a whole day", clinic("mon 00:00-00:00"), "2026-12-01T00:00", "opens 00:00 +6 2026-12-07"],
  ["around the clock", clinic(`${EVERY_DAY} 00:00-00:00`), "2026-12-01T00:00", "24 hours"],
  [
    "around the clock in halves",
    clinic(`${EVERY_DAY} 00:00-12:00`, `${EVERY_DAY} 12:00-00:00`),
    "2026-12-01T13:00",
    "24 hours",
  ],
  [
    "around the clock in nights and days",
    clinic(`${EVERY_DAY} 08:00-20:00`, `${EVERY_DAY} 20:00-08:00`),
    "2026-12-01T13:00",
    "24 hours",
  ],
  [
    "F12 in periods that touch at midnight",
    clinic("mon 20:00-00:00", "tue 00:00-08:00"),
    "2026-11-30T23:30",
    "until 08:00 +1 2026-12-01",
  ],
  [
    "in periods that touch at noon",
    clinic("mon 09:00-12:00", "mon 12:00-17:00"),
    "2026-11-30T10:00",
    "until 17:00",
  ],
  ["in a long night", clinic(`${EVERY_DAY} 20:00-08:00`), "2026-11-30T07:59", "until 08:00"],
  ["between long nights", clinic(`${EVERY_DAY} 20:00-08:00`), "2026-11-30T08:00", "opens 20:00"],
  [
    "over a weekend",
    clinic("fri 18:00-00:00", "sat,sun 00:00-00:00", "mon 00:00-07:00"),
    "2026-12-04T19:00",
    "until 07:00 +3 2026-12-07 later",
  ],
  [
    "within a weekend",
    clinic("fri 18:00-00:00", "sat,sun 00:00-00:00", "mon 00:00-07:00"),
    "2026-12-05T19:00",
    "24 hours",
  ],
  ["from Sunday night into the week", clinic("sun 20:00-02:00"), "2026-11-30T01:59", "until 02:00"],
  ["with closed days alone", clinic("mon", "tue"), "2026-11-30T01:59", "nothing"],
])("tells the state %s", (_, hours, local, expected) => {
  expect(said(at(hours, local))).toBe(expected);
});

describe("special days", () => {
  const CHRISTMAS = { from: "2026-12-25", to: "2026-12-26", name: "Christmas", hours: [] };
  const EVE = { from: "2026-12-24", to: "2026-12-24", hours: [{ opens: "09:00", closes: "12:00" }] };
  const office = { ...clinic(`${EVERY_DAY} 09:00-17:00`), specialDays: [EVE, CHRISTMAS] };
  const nights = { ...clinic(`${EVERY_DAY} 20:00-08:00`), specialDays: [CHRISTMAS] };

  it.each([
    ["F14 closed", office, "2026-12-25T11:00", "opens 09:00 +2 2026-12-27"],
    ["with other hours", office, "2026-12-24T11:00", "until 12:00"],
    ["with other hours, after them", office, "2026-12-24T13:00", "opens 09:00 +3 2026-12-27"],
    ["the day before", office, "2026-12-23T18:00", "opens 09:00 +1 2026-12-24"],
    ["and a weekly night that would run into them", nights, "2026-12-24T23:00", "until 00:00 +1 2026-12-25"],
    ["after the night before", nights, "2026-12-25T01:00", "opens 20:00 +2 2026-12-27"],
    [
      "with a night of their own",
      {
        ...clinic(`${EVERY_DAY} 09:00-17:00`),
        specialDays: [{ from: "2026-12-31", to: "2026-12-31", hours: [{ opens: "22:00", closes: "04:00" }] }],
      },
      "2027-01-01T03:00",
      "until 04:00",
    ],
    [
      "that are open at a clinic without weekly hours",
      {
        ...clinic(),
        specialDays: [{ from: "2026-12-05", to: "2026-12-05", hours: [{ opens: "10:00", closes: "12:00" }] }],
      },
      "2026-11-30T03:00",
      "opens 10:00 +5 2026-12-05",
    ],
    [
      "over three months",
      {
        ...clinic(`${EVERY_DAY} 09:00-17:00`),
        specialDays: [{ from: "2026-12-01", to: "2027-02-28", hours: [] }],
      },
      "2026-12-05T10:00",
      "opens 09:00 +86 2027-03-01",
    ],
    [
      "for ever",
      {
        ...clinic(`${EVERY_DAY} 09:00-17:00`),
        specialDays: [{ from: "2026-12-01", to: "2036-01-01", hours: [] }],
      },
      "2026-12-05T10:00",
      "closed",
    ],
  ] satisfies [string, Hours, string, string][])("%s", (_, hours, local, expected) => {
    expect(said(at(hours, local))).toBe(expected);
  });
});

it("follows the clock that is put forward and back", () => {
  const night = { hours: clinic("sun 00:00-06:00").hours, timezone: "America/New_York" };

  // On 8 March 2026 two o'clock is three; on 1 November one o'clock comes twice.
  expect(said(openingStateAt(night, new Date("2026-03-08T07:30:00Z")))).toBe("until 06:00");
  expect(said(openingStateAt(night, new Date("2026-11-01T06:30:00Z")))).toBe("until 06:00");
});

it("says nothing without hours or with an unknown zone", () => {
  expect(at({ ...WEEK, hours: [] }, "2026-11-30T10:00")).toBeUndefined();
  expect(at({ ...WEEK, timezone: "Mars/Olympus" }, "2026-11-30T10:00")).toBeUndefined();
  expect(at({ hours: WEEK.hours }, "2026-11-30T10:00")).toBeUndefined();
});

it.each([
  ["a break and a night", WEEK, "540-720 + 780-1140 |  |  |  | 1200-1560 |  | "],
  [
    "around the clock",
    clinic(`${EVERY_DAY} 00:00-00:00`),
    "0-1440 | 0-1440 | 0-1440 | 0-1440 | 0-1440 | 0-1440 | 0-1440",
  ],
  ["in halves", clinic("mon 00:00-12:00", "mon 12:00-00:00"), "0-1440 |  |  |  |  |  | "],
  ["that touch at midnight", clinic("mon 20:00-00:00", "tue 00:00-08:00"), "1200-1920 |  |  |  |  |  | "],
  ["over the end of the week", clinic("sun 20:00-00:00", "mon 00:00-08:00"), " |  |  |  |  |  | 1200-1920"],
  [
    "over whole days",
    clinic("fri 18:00-00:00", "sat,sun 00:00-00:00", "mon 00:00-07:00"),
    "0-420 |  |  |  | 1080-1440 | 0-1440 | 0-1440",
  ],
])("tells the week %s", (_, hours, expected) => {
  const week = weekOf(hours).map((day) => day.map((span) => span.join("-")).join(" + "));

  expect(week.join(" | ")).toBe(expected);
});
