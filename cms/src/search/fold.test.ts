import { expect, it } from "vitest";
import { fold, isFound } from "./fold.ts";

it.each([
  ["Runner’s knee", "runner's knee"],
  ["Runnerʼs", "runner's"],
  ["¿Ácido láctico?", "¿acido lactico?"],
  ["A\u0301cido", "acido"],
  ["Größe", "grosse"],
  ["Łódź, Ærø", "lodz, aero"],
  ["20–30 min", "20-30 min"],
  ["dry\u00adneedling\u200b", "dryneedling"],
  ["two\u00a0 spaces\n", "two spaces"],
  ["İstanbul", "istanbul"],
])("compares %s as %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

it("finds all words in any order, or a phrase", () => {
  const folded = fold("Does dry needling hurt?");

  expect(isFound(folded, "needling Dóes", false)).toBe(true);
  expect(isFound(folded, "needling does", true)).toBe(false);
  expect(isFound(folded, "DRY NEEDLING", true)).toBe(true);
  expect(isFound(folded, "knee", false)).toBe(false);
});
