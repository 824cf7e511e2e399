import { describe, expect, it } from "vitest";
import type { Localized } from "../documents/types.ts";
import { yearLetters } from "./sourceLabels.ts";

const study = (family: string, issued: string): Localized<"studies"> => ({
  id: "",
  authors: [{ family }],
  issued,
});
const lettersOf = (...studies: Localized<"studies">[]) =>
  Object.fromEntries(yearLetters(new Map(studies.map((each, index) => [String(index + 1), each])), "en"));

describe("the letters behind years", () => {
  it("distinguish sources of one name and year, in their order, and no others", () => {
    const [first, second] = [study("Example", "2025-04"), study("Example", "2025 Nov-Dec")];

    expect(lettersOf(first, study("Example", "2024"), second, study("Other", "2025"))).toEqual({
      "1": "a",
      "3": "b",
    });
    expect(lettersOf(first)).toEqual({});
  });

  it("go on behind z", () => {
    const letters = Object.values(lettersOf(...Array.from({ length: 29 }, () => study("Example", "2025"))));

    expect([letters[25], letters[26], letters[28]]).toEqual(["z", "aa", "ac"]);
  });
});
