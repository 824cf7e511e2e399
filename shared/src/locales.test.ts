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
    expect(["ar-EG", "ar", "HE", "ckb", "ur-PK"].map(directionOf)).toEqual(Array(5).fill("rtl"));
    expect(["es", "en-GB", "arn", "hes"].map(directionOf)).toEqual(Array(4).fill("ltr"));
  });

  it("goes by the script where one is named", () => {
    expect(["pa-Arab", "az-arab-IR"].map(directionOf)).toEqual(["rtl", "rtl"]);
    expect(["ar-Latn", "zh-Hant-TW", "de-1996"].map(directionOf)).toEqual(["ltr", "ltr", "ltr"]);
  });
});
