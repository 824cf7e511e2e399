import { describe, expect, it } from "vitest";
import { openingStateAt } from "./opening-hours.ts";
import type { OpeningHours } from "./types.ts";

const week: OpeningHours[] = [
  { day: "monday", opens: "09:00", closes: "12:00" },
  { day: "monday", opens: "13:00", closes: "19:00" },
  { day: "friday", opens: "20:00", closes: "02:00" },
  { day: "sunday", opens: null, closes: null },
];
const newYork = (iso: string) => openingStateAt(week, "America/New_York", new Date(iso));

describe("openingStateAt", () => {
  it("tells the time at the clinic, not at the reader", () => {
    // 14:30 UTC is 09:30 in New York, where it is winter time.
    expect(newYork("2026-11-23T14:30:00Z")).toEqual({ open: true, until: "12:00" });
  });

  it("knows a midday break", () => {
    expect(newYork("2026-11-23T17:30:00Z")).toEqual({
      open: false,
      opens: { day: "monday", at: "13:00", inDays: 0 },
    });
  });

  it("follows a night past midnight", () => {
    // Saturday 01:00 in New York belongs to Friday night.
    expect(newYork("2026-11-28T06:00:00Z")).toEqual({ open: true, until: "02:00" });
  });

  it("finds the next opening days ahead", () => {
    expect(newYork("2026-11-29T15:00:00Z")).toEqual({
      open: false,
      opens: { day: "monday", at: "09:00", inDays: 1 },
    });
  });

  it("says nothing without hours or with an unknown zone", () => {
    expect(openingStateAt([], "America/New_York", new Date())).toBeUndefined();
    expect(openingStateAt(week, "Mars/Olympus", new Date())).toBeUndefined();
    expect(openingStateAt(week, undefined, new Date())).toBeUndefined();
  });
});
