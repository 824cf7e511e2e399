import { expect, it } from "vitest";
import { hoursWords } from "./hoursWords.ts";

it.each([
  [{ day: "monday", opens: "09:00", closes: "17:00" }, "Monday, 09:00 to 17:00"],
  [{ day: "sunday" }, "Sunday, closed"],
  [{ day: "friday", opens: "09:00" }, "Friday, 09:00 to …"],
  [{ day: "monday", lastDay: "friday", opens: "09:00", closes: "17:00" }, "Monday to Friday, 09:00 to 17:00"],
  [
    { day: "monday", lastDay: "monday", opens: "20:00", closes: "08:00" },
    "Monday, 20:00 to 08:00 on the next day",
  ],
  [{ day: "saturday", opens: "20:00", closes: "00:00" }, "Saturday, 20:00 to 00:00"],
  [{ day: "saturday", allDay: true }, "Saturday, open all day"],
  [{ day: "saturday", opens: "00:00", closes: "24:00" }, "Saturday, open all day"],
  [{}, "New opening period"],
])("says of %j: %s", (hours, words) => {
  expect(hoursWords(hours)).toBe(words);
});
