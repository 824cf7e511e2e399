import { describe, expect, it } from "vitest";
import { candidateLocales } from "./candidate-locales.ts";

describe("candidateLocales", () => {
  it("asks for the locale itself when the CMS publishes it", () => {
    expect(candidateLocales("es-MX", ["en", "es", "es-MX"])).toEqual(["es-MX", "en"]);
  });

  it("falls back from a region to the language", () => {
    expect(candidateLocales("es-MX", ["en", "es"])).toEqual(["es", "en"]);
  });

  it("reads the underscore that some sites write", () => {
    expect(candidateLocales("es_MX", ["en", "es"])).toEqual(["es", "en"]);
  });

  it("asks once for the default", () => {
    expect(candidateLocales("en-US", ["en", "es"])).toEqual(["en"]);
  });

  it("reads tags in any case", () => {
    expect(candidateLocales("PT-br", ["en", "pt-BR"])).toEqual(["pt-BR", "en"]);
  });

  it("asks for no language that is not published", () => {
    expect(candidateLocales("de-AT", ["es", "en"])).toEqual(["es"]);
  });

  it("tries tag, language and English without a list", () => {
    expect(candidateLocales("es-MX")).toEqual(["es-MX", "es", "en"]);
  });
});
