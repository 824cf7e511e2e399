import { expect, it } from "vitest";
import { withoutHidden } from "./hidden.ts";

it.each([
  ["a soft hyphen", "nee\u00addle"],
  ["joiners", "nee\u200b\u200c\u200d\u2060dle"],
  ["marks of direction", "\u200enee\u202edl\u2069e\u061c"],
  ["a mark of byte order", "\ufeffneedle"],
  ["fillers", "nee\u3164\u115f\uffa0dle"],
  ["a selector", "nee\ufe0fdle"],
  ["controls", "nee\u0000\u0007\u0085dle"],
  ["tags", "needle\u{e0041}"],
])("takes %s away", (_, text) => expect(withoutHidden(text)).toBe("needle"));

it("leaves what is seen, and the breaks between lines", () => {
  const text = "Año 1\t–\u00a0“ﬁ”\r\nनी\u2028";

  expect(withoutHidden(text)).toBe(text);
});
