import { expect, it } from "vitest";
import { contrastWords } from "./contrastWords.ts";

it.each([
  ["#000000", "#ffffff", "Contrast 21.0:1, readable."],
  ["#0b6355", null, "Contrast 7.1:1, readable."],
  ["#777777", "#ffffff", "Contrast 4.4:1, hard to read: it needs 4.5:1."],
  ["#ffffff", "", "Contrast 1.0:1, hard to read: it needs 4.5:1."],
])("says of %s with %s on it: %s", (accent, text, words) => {
  expect(contrastWords(accent, text)?.words).toBe(words);
});

it.each([
  [undefined, "#ffffff"],
  ["green", "#ffffff"],
  ["#0b6355", "#fff"],
])("says nothing of %s with %s", (accent, text) => {
  expect(contrastWords(accent, text)).toBeUndefined();
});
