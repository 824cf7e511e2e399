import { describe, expect, it } from "vitest";
import { agoWords } from "./time.ts";

describe("agoWords", () => {
  const now = new Date("2026-11-24T12:00:00Z");

  it.each([
    ["2026-11-24T11:59:40Z", "now"],
    ["2026-11-24T11:55:00Z", "5 minutes ago"],
    ["2026-11-24T09:30:00Z", "2 hours ago"],
    ["2026-11-23T11:00:00Z", "yesterday"],
    ["2026-11-20T11:00:00Z", "4 days ago"],
    ["2026-10-12T11:00:00Z", "Oct 12, 2026"],
  ])("says of %s: %s", (at, words) => {
    expect(agoWords(at, now)).toBe(words);
  });

  it("says nothing of a time that it cannot read", () => {
    expect(agoWords("", now)).toBe("");
  });
});
