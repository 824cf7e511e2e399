import { describe, expect, it } from "vitest";
import { directionOf, matchLocale } from "./locales.ts";

describe("matchLocale", () => {
  it("falls back from a region to its language, whatever the case", () => {
    expect(matchLocale("es-MX", ["en", "es"])).toBe("es");
    expect(matchLocale("EN-gb", ["en-GB", "en"])).toBe("en-GB");
  });

  it("finds nothing for a language that is not written", () => {
    expect(matchLocale("fr", ["en", "es"])).toBeUndefined();
  });
});

describe("directionOf", () => {
  it("knows languages written from right to left", () => {
    expect([directionOf("ar-EG"), directionOf("he"), directionOf("es")]).toEqual(["rtl", "rtl", "ltr"]);
  });
});
