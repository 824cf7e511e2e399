import { expect, it } from "vitest";
import { hoursWords } from "./hoursWords.ts";

it.each([
  [{ day: "monday", opens: "09:00", closes: "17:00" }, "Monday, 09:00 to 17:00"],
  [{ day: "sunday" }, "Sunday, closed"],
  [{ day: "friday", opens: "09:00" }, "Friday, 09:00 to …"],
  [{}, "New opening period"],
])("says of %j: %s", (hours, words) => {
  expect(hoursWords(hours)).toBe(words);
});
