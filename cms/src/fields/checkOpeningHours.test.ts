import { describe, expect, it } from "vitest";
import { checkOpeningHours, checkSpecialDays } from "./checkOpeningHours.ts";
import { checkZoneOfHours } from "./checkZoneOfHours.ts";

describe("opening hours", () => {
  it.each([
    [
      "a day with a break",
      [
        { day: "monday", opens: "09:00", closes: "12:00" },
        { day: "monday", opens: "13:00", closes: "19:00" },
      ],
    ],
    [
      "periods that touch",
      [
        { day: "monday", opens: "09:00", closes: "12:00" },
        { day: "monday", opens: "12:00", closes: "19:00" },
      ],
    ],
    ["a closed day", [{ day: "sunday", opens: null, closes: null }]],
    ["a night", [{ day: "friday", opens: "20:00", closes: "02:00" }]],
    ["nights of twelve hours", [{ day: "monday", lastDay: "sunday", opens: "20:00", closes: "08:00" }]],
    ["a night of sixteen hours", [{ day: "monday", opens: "17:00", closes: "09:00" }]],
    ["F11 a whole day, from midnight to midnight", [{ day: "monday", opens: "00:00", closes: "00:00" }]],
    ["a whole day, to 24:00", [{ day: "monday", opens: "00:00", closes: "24:00" }]],
    ["a whole day by its box", [{ day: "monday", allDay: true }]],
    [
      "around the clock in halves",
      [
        { day: "monday", lastDay: "sunday", opens: "00:00", closes: "12:00" },
        { day: "monday", lastDay: "sunday", opens: "12:00", closes: "00:00" },
      ],
    ],
    [
      "F12 periods that touch at midnight",
      [
        { day: "monday", opens: "20:00", closes: "00:00" },
        { day: "tuesday", opens: "00:00", closes: "08:00" },
      ],
    ],
    [
      "days over the end of the week",
      [{ day: "saturday", lastDay: "monday", opens: "10:00", closes: "12:00" }],
    ],
  ])("take %s", (_, rows) => {
    expect(checkOpeningHours(rows)).toBe(true);
  });

  it.each([
    [[{ day: "monday", opens: "09:00", closes: null }], /^On Monday, one of the two times is missing/],
    [
      [{ day: "monday", opens: "09:00", closes: "09:00" }],
      /opens and closes at 09:00.*“Open all day and all night”/,
    ],
    [
      [
        { day: "monday", opens: "09:00", closes: "13:00" },
        { day: "monday", opens: "12:00", closes: "18:00" },
      ],
      /overlap/,
    ],
    [
      [
        { day: "monday", lastDay: "friday", opens: "09:00", closes: "13:00" },
        { day: "wednesday", opens: "12:00", closes: "18:00" },
      ],
      /Wednesday.*overlap/,
    ],
    [
      [
        { day: "sunday", opens: "20:00", closes: "02:00" },
        { day: "monday", opens: "01:00", closes: "09:00" },
      ],
      /overlap/,
    ],
    [
      [
        { day: "monday", allDay: true },
        { day: "monday", opens: "01:00", closes: "09:00" },
      ],
      /overlap/,
    ],
    [
      [
        { day: "monday", opens: "09:00", closes: "13:00" },
        { day: "monday", opens: null, closes: null },
      ],
      /closed in one entry and open in another/,
    ],
  ])("refuse %j", (rows, words) => {
    expect(checkOpeningHours(rows)).toMatch(words);
  });

  it("need a time zone", () => {
    expect(checkZoneOfHours("", { hours: [{ day: "monday" }] })).toMatch(/need the time zone/);
    expect(checkZoneOfHours(null, { specialDays: [{ from: "2026-12-25" }] })).toMatch(/need the time zone/);
    expect(checkZoneOfHours("", { hours: [], specialDays: null })).toBe(true);
    expect(checkZoneOfHours("Europe/Madrid", { hours: [{ day: "monday" }] })).toBe(true);
    expect(checkZoneOfHours("Europe/Gotham", {})).toMatch(/not a time zone/);
  });
});

describe("special days", () => {
  it.each([
    [[{ from: "2026-12-25T12:00:00.000Z" }]],
    [
      [
        { from: "2026-12-24T12:00:00.000Z", opens: "09:00", closes: "12:00" },
        { from: "2026-12-24T12:00:00.000Z", opens: "14:00", closes: "16:00" },
      ],
    ],
    [
      [
        { from: "2026-12-24T12:00:00.000Z", to: "2026-12-26T12:00:00.000Z" },
        { from: "2026-12-25T12:00:00.000Z", allDay: true },
      ],
    ],
    [[{ from: "2026-12-24T12:00:00.000Z", to: "2026-12-26T12:00:00.000Z", opens: "10:00", closes: "12:00" }]],
    [[{ from: "2026-12-24T12:00:00.000Z", to: "2026-12-24T12:00:00.000Z", allDay: true }]],
  ])("take %j", (rows) => {
    expect(checkSpecialDays(rows)).toBe(true);
  });

  it.each([
    [
      [{ from: "2026-12-26T12:00:00.000Z", to: "2026-12-24T12:00:00.000Z" }],
      /the last day comes before the first/,
    ],
    [
      [{ from: "2026-12-26T12:00:00.000Z", opens: "10:00" }],
      /^On 2026-12-26, one of the two times is missing/,
    ],
  ])("refuse %j", (rows, words) => {
    expect(checkSpecialDays(rows)).toMatch(words);
  });
});
