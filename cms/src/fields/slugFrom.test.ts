import { describe, expect, it } from "vitest";
import { slugFrom } from "./slugFrom.ts";

describe("a slug", () => {
  it.each([
    ["Runner’s Knee", "runners-knee"],
    ["  ¿Cuántas sesiones?  ", "cuantas-sesiones"],
    ["A  &  B — C", "a-b-c"],
    ["Kużdżał & Søren", "kuzdzal-soren"],
    ["Đau đầu gối, Straße, İğüş", "dau-dau-goi-strasse-igus"],
    ["日本", "ri-ben"],
    ["무릎 통증", "mureup-tongjeung"],
    ["Боль в колене", "bol-v-kolene"],
    ["Ξηρή βελόνα", "xiri-velona"],
    ["दर्द", "drd"],
    ["ปวดเข่า", "pwdekhaa"],
    ["Counts of 10⁵", "counts-of-10-5"],
    ["Pain &amp; function", "pain-function"],
    ["☂ ♥ ?", ""],
  ])("made from %j is %j", (title, slug) => {
    expect(slugFrom(title)).toBe(slug);
  });
});
