import { describe, expect, it } from "vitest";
import { isVersionOf, versionNamed } from "./startedFrom.ts";

const NOW = "2026-11-30T20:00:00.123Z";

describe("versionNamed", () => {
  it.each<[string | undefined, string | undefined]>([
    [undefined, undefined],
    ["", undefined],
    ["*", undefined],
    ['"*"', undefined],
    [`"${NOW}"`, NOW],
    [` W/"${NOW}" `, NOW],
    [NOW, NOW],
    ['"none"', "none"],
  ])("reads %j as %j", (header, version) => {
    expect(versionNamed(new Headers(header === undefined ? {} : { "if-match": header }))).toBe(version);
  });
});

describe("isVersionOf", () => {
  it.each<[unknown, unknown, boolean]>([
    [NOW, NOW, true],
    [new Date(NOW), "2026-11-30T21:00:00.123+01:00", true],
    [NOW, "2026-11-30T20:00:00.124Z", false],
    [NOW, "yesterday", false],
    [NOW, "none", false],
    [undefined, "none", true],
    [undefined, NOW, false],
  ])("of what was saved at %j: %j is %j", (updatedAt, version, expected) => {
    expect(isVersionOf(updatedAt, version)).toBe(expected);
  });
});
