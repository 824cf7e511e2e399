import { describe, expect, it } from "vitest";
import { isStartPage, startPage } from "./startPage.ts";

/** As it is read in all languages. */
const stored = (locale: string): Record<string, unknown>[] =>
  startPage(locale).map(({ heading, ...block }, index) => ({
    id: String(index),
    ...block,
    heading: heading ? { [locale]: heading } : {},
    columns: {},
    paragraphs: null,
    bullets: [],
  }));

describe("the page of a new topic", () => {
  it.each(["en", "es"])("has a heading for each block but the disclaimer, in %s", (locale) => {
    expect(
      startPage(locale)
        .filter(({ heading }) => !heading)
        .map(({ blockType }) => blockType),
    ).toEqual(["disclaimer"]);
    expect(startPage("fr").some(({ heading }) => heading)).toBe(false);
  });

  it.each(["en", "es", "fr"])("is recognised as long as nobody changed it, in %s", (locale) => {
    expect(isStartPage(stored(locale))).toBe(true);
  });

  it.each<[string, (rows: Record<string, unknown>[]) => unknown]>([
    ["a block taken away", (rows) => rows.slice(1)],
    ["two in another order", ([first, second, ...others]) => [second, first, ...others]],
    ["another heading", ([first, ...others]) => [{ ...first, heading: { en: "Ours" } }, ...others]],
    [
      "one in another language",
      ([first, ...others]) => [{ ...first, heading: { en: "Cómo ayuda" } }, ...others],
    ],
    ["another view", ([first, second, ...others]) => [first, { ...second, view: "sections" }, ...others]],
    ["a point", (rows) => rows.map((row) => ({ ...row, bullets: [{ text: { en: "a" } }] }))],
    ["no page", () => []],
  ])("is another one with %s", (_, change) => {
    expect(isStartPage(change(stored("en")))).toBe(false);
  });
});
