import { describe, expect, it } from "vitest";
import { richText } from "../seed/lexical.ts";
import { disclaimerOf } from "./disclaimer.ts";

const wordsOf = (texts: unknown[], locale: string) => {
  const { text, lang } = disclaimerOf(texts, { locale, defaultLocale: "en", report: () => {} });
  return [(text[0] as { children?: { text: string }[] })?.children?.[0]?.text, lang];
};
const settings = { en: richText("General."), es: richText("Generales.") };

describe("the disclaimer", () => {
  it("is the clinic's in the reader's language", () => {
    const own = { en: richText("Own."), es: richText("Propias.") };

    expect(wordsOf([own, settings], "es")).toEqual(["Propias.", undefined]);
  });

  it("is the clinic's in the default language before anybody else's", () => {
    expect(wordsOf([{ en: richText("Own.") }, settings], "es")).toEqual(["Own.", "en"]);
  });

  it("is the one of the settings where the clinic's has only another language", () => {
    const spanish = { es: richText("Propias.") };

    expect(wordsOf([spanish, settings], "en")).toEqual(["General.", undefined]);
    expect(wordsOf([spanish, settings], "es")).toEqual(["Propias.", undefined]);
  });

  it.each([
    ["nothing", null],
    ["empty", { en: richText("") }],
    ["blank", { en: richText("   ") }],
    ["damaged", { en: { root: { children: [{ text: "Own." }, null] } } }],
  ])("is the one of the settings when the clinic's is %s", (_, own) => {
    expect(wordsOf([own, settings], "en")).toEqual(["General.", undefined]);
  });

  it("is rather one in another language than none", () => {
    expect(wordsOf([null, { es: richText("Generales.") }], "en")).toEqual(["Generales.", "es"]);
  });
});
