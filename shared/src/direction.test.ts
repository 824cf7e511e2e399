import { describe, expect, it } from "vitest";
import { directionOf } from "./direction.ts";

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
