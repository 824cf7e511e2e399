import { expect, it } from "vitest";
import { checkCountry, checkTimezone } from "../../fields/checks.ts";
import { countries, timezones } from "./choices.ts";

it("offers every country once, and none that is refused", () => {
  const offered = countries();
  const codes = offered.map(({ value }) => value);

  expect(offered).toContainEqual({ value: "US", label: "United States (US)" });
  expect(codes.length).toBeGreaterThan(240);
  expect(new Set(codes).size).toBe(codes.length);
  // Aliases and what is no country.
  expect(codes.filter((code) => ["UK", "EU", "SU", "ZZ"].includes(code))).toEqual([]);
  expect(codes.filter((code) => checkCountry(code) !== true)).toEqual([]);
});

it("offers time zones with their distance from Greenwich, and none that is refused", () => {
  const offered = timezones(new Date("2026-01-15T12:00:00Z"));

  expect(offered).toContainEqual({ value: "America/New_York", label: "America/New York (GMT-5)" });
  expect(offered.length).toBeGreaterThan(300);
  expect(offered.filter(({ value }) => checkTimezone(value) !== true)).toEqual([]);
});
