import { describe, expect, it } from "vitest";
import {
  checkColor,
  checkColumnHeads,
  checkCountry,
  checkEmergencyNumber,
  checkPhone,
  checkTime,
  checkTimezone,
  checkUrl,
  checkWebUrl,
  checkWholeNumber,
} from "./checks.ts";
import { contrast } from "./contrast.ts";

/** A refusal is a sentence that ends. */
const sentence = expect.stringMatching(/^.{20,}\.$/s);

describe("rules of one value", () => {
  it.each([
    [
      checkUrl,
      "/contact",
      [
        "javascript:alert(1)",
        "data:text/html,x",
        "www.example.com",
        "https://",
        "https://a b",
        "https://example.com/{{clinic.city}}",
      ],
    ],
    [
      checkWebUrl,
      "https://example.com/book",
      [
        "example.com",
        "mailto:a@b.example",
        "https://",
        "https://example.com/a b",
        "https://example.com/{{clinic.city}}",
      ],
    ],
    [checkEmergencyNumber, "911", ["call us", "9", "110 / 112", ""]],
    [checkCountry, "ES", ["es", "Spain", "XX1", "UK"]],
    [checkTimezone, "America/New_York", ["America/Gotham", "EST5"]],
    [checkColor, "#0b6355", ["green", "#fff", "0b6355"]],
    [checkTime, "09:00", ["9:00", "24:00", "09.00"]],
  ])("%o takes %s, and names what is wrong with others", (check, good, bad) => {
    expect(check(good)).toBe(true);
    for (const value of bad) expect(check(value), value).toEqual(sentence);
  });

  it.each([
    ["https:/evil.example/x", "evil.example", "https://evil.example/x"],
    ["https:evil.example", "evil.example", "https://evil.example/"],
    ["HTTPS:///evil.example", "evil.example", "https://evil.example/"],
    ["https:\\\\evil.example\\x", "evil.example", "https://evil.example/x"],
    ["ht\ntps://evil.example", "evil.example", "https://evil.example/"],
    ["https://evil\u00ad.example", "evil.example", "https://evil.example/"],
    ["https://clinic.example@evil.example/a?b#c", "evil.example", "https://evil.example/a?b#c"],
    ["https://ｅvil。example", "evil.example", "https://evil.example/"],
    ["https://0x7f.1", "127.0.0.1", "https://127.0.0.1/"],
  ])("says of %j where browsers would go, and how that is written", (url, host, plain) => {
    for (const check of [checkUrl, checkWebUrl])
      expect(check(url)).toContain(
        `leads browsers to ${host}, which it does not say plainly. Write ${plain} if that is what you mean.`,
      );
  });

  it("says the same of what looks like a path", () => {
    for (const url of ["//evil.example/x", "/\\evil.example/x", "\\\\evil.example/x"])
      expect(checkUrl(url), url).toContain("Write https://evil.example/x if that is what you mean.");
    for (const url of ["/a\\b", "https://[::1]/", "javascript:alert(1)"])
      expect(checkUrl(url), url).toEqual(sentence);
  });

  it("takes a telephone link that dials what it should, and tells which one does", () => {
    for (const good of [
      "tel:+442079460000",
      "tel:+44(20)7946-0000",
      "tel:(020)79460000",
      "tel:+39(0)6123456",
      "tel:+12125550134;ext=5",
      "TEL:+442079460000",
      "tel:911",
      "tel:{{clinic.phone}}",
      "tel:{{ emergency.number }}",
    ])
      expect(checkUrl(good)).toBe(true);
    for (const bad of ["tel:{{clinic.name}}", "tel:+1{{clinic.phone}}", "tel:{{clinic.phone}};ext=5"])
      expect(checkUrl(bad)).toEqual(sentence);
    expect(checkUrl("tel:+49030123456")).toMatch(/Leave it out: tel:\+4930123456$/);
    expect(checkUrl("tel:+44(0)20.7946.0000")).toMatch(/Leave it out: tel:\+442079460000$/);
  });

  it("takes a phone number that can be dialled, and the one that was saved before", () => {
    expect(checkPhone("+1 212-555-0134", undefined)).toBe(true);
    expect(checkPhone("(212) 555-0134", "US")).toBe(true);
    expect(checkPhone("(212) 555-0134", undefined)).toEqual(sentence);
    expect(checkPhone("(212) 555-0134", undefined, "(212) 555-0134\u00a0")).toBe(true);
    expect(checkPhone(null, undefined)).toBe(true);
  });

  it("takes a head for each of three columns, or none", () => {
    for (const good of [[], ["a", "b", "c"]]) expect(checkColumnHeads(good)).toBe(true);
    for (const bad of [["a"], ["a", "b"], ["a", "b", "c", "d"]])
      expect(checkColumnHeads(bad)).toEqual(sentence);
  });

  it("takes whole numbers within their bounds alone", () => {
    const check = checkWholeNumber(1, 5);

    for (const good of [1, 5, null, undefined]) expect(check(good)).toBe(true);
    for (const bad of [0, 6, 1.5, Number.NaN, -1]) expect(check(bad), String(bad)).toEqual(sentence);
  });

  it("takes a missing value: whether it is needed is another rule", () => {
    for (const missing of ["", null, undefined]) expect(checkWebUrl(missing)).toBe(true);
  });
});

describe("contrast", () => {
  it("is that of WCAG", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });
});
