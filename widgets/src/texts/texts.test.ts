import { expect, it } from "vitest";
import { en } from "./en.ts";
import { es } from "./es.ts";

it.each([
  [en, 1, "1 person"],
  [en, 24, "24 people"],
  [en, 1234567, "1,234,567 people"],
  [es, 1, "1 persona"],
  [es, 1234, "1234 personas"],
  [es, 1234567, "1.234.567 personas"],
])("numbers are grouped as the language does it: %#", (texts, count, words) => {
  expect(texts.participants(count)).toBe(words);
});
