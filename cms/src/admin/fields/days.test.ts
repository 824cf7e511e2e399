/** Case F30: a day that is picked in Auckland. */
import { afterEach, expect, it, vi } from "vitest";
import { localNoon, storedDay } from "./days.ts";

afterEach(() => vi.unstubAllEnvs());

const ZONES = [
  "Pacific/Auckland",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "America/New_York",
  "Europe/Madrid",
  "Asia/Kathmandu",
  "UTC",
];
/** The ends of the year, and days on which clocks change. */
const DAYS = [
  "2026-12-15",
  "2026-01-01",
  "2026-12-31",
  "2026-03-29",
  "2026-04-05",
  "2026-09-27",
  "2028-02-29",
];

it.each(ZONES)("is the day that is stored, and is stored as the day that is picked, in %s", (zone) => {
  vi.stubEnv("TZ", zone);
  for (const day of DAYS) {
    const shown = localNoon(`${day}T12:00:00.000Z`) as Date;
    const words = [shown.getFullYear(), shown.getMonth() + 1, shown.getDate()].map((part) =>
      String(part).padStart(2, "0"),
    );
    expect(words.join("-")).toBe(day);
    // A picker hands over any time of the day.
    for (const hour of [0, 12, 23])
      expect(storedDay(new Date(shown.getFullYear(), shown.getMonth(), shown.getDate(), hour))).toBe(
        `${day}T12:00:00.000Z`,
      );
  }
});

it("is none where none is stored", () => {
  expect([null, undefined, "", "no day"].map(localNoon)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
