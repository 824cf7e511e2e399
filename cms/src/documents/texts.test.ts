import { describe, expect, it } from "vitest";
import { richText } from "../seed/lexical.ts";
import { hasText, isEmpty, isUnset } from "./texts.ts";

describe("a value of one language", () => {
  it.each([null, undefined, "", [], richText(""), richText("  "), { root: { children: [] } }])(
    "is empty: %j",
    (value) => {
      expect(isEmpty(value)).toBe(true);
    },
  );

  it.each(["a word", " ", ["a"], 0, false, {}, richText("A word")])("says something: %j", (value) => {
    expect(isEmpty(value)).toBe(false);
  });

  it("is not called empty when it is damaged", () => {
    expect(() => isEmpty({ root: { children: [null] } })).toThrow(TypeError);
  });

  it("was left as it is only where nothing was filled in", () => {
    expect([null, undefined, ""].every(isUnset)).toBe(true);
    expect([0, false, [], " ", {}].some(isUnset)).toBe(false);
  });
});

it("finds a word at any depth of a rich text", () => {
  const list = { children: [{ children: [{ text: " " }, { children: [{ text: "word" }] }] }] };

  expect(hasText(list)).toBe(true);
  expect(hasText({ children: [{ text: " " }, {}] })).toBe(false);
});
