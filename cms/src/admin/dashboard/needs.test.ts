import { describe, expect, it } from "vitest";
import type { Doc } from "../documents.ts";
import { benefitsLeftOut, describeNeed, type Need, reviewNote, sortNeeds } from "./needs.ts";

const need = (part: Partial<Need>): Need => ({ kind: "drafts", total: 1, items: [], ...part });
const benefit = (part: Partial<Doc>): Doc => ({
  id: "b1",
  group: "evidence",
  findings: [{ study: "s1" }],
  ...part,
});

describe("sortNeeds", () => {
  it("puts what readers miss before what can wait, and leaves out what is done", () => {
    const needs = [
      need({ kind: "translations" }),
      need({ kind: "reviews", total: 0 }),
      need({ kind: "drafts" }),
      need({ kind: "retracted" }),
      need({ kind: "faults" }),
    ];

    expect(sortNeeds(needs).map((entry) => entry.kind)).toEqual([
      "faults",
      "retracted",
      "drafts",
      "translations",
    ]);
  });
});

describe("describeNeed", () => {
  it("speaks of one item in the singular and of several in the plural", () => {
    expect(describeNeed(need({ total: 1 }), "editor").heading).toBe("1 draft waits to be published");
    expect(describeNeed(need({ total: 3 }), "editor").heading).toBe("3 drafts wait to be published");
  });

  it("says that a text which names a retracted study is still there, to be read again", () => {
    const { heading, advice } = describeNeed(need({ kind: "retracted", total: 2 }), "editor");

    expect(heading).toBe("2 public items name a retracted study");
    expect(advice).toMatch(/^Readers see their texts without the study\. Change what rests on it/);
  });

  it("tells an author that an editor publishes", () => {
    expect(describeNeed(need({}), "author").advice).toContain("an editor publishes");
    expect(describeNeed(need({}), "editor").advice).toContain("publish it");
  });

  it("names the language that is not complete", () => {
    expect(
      describeNeed(need({ kind: "translations", total: 2, language: "Español" }), "editor").heading,
    ).toBe("2 items are not complete in Español");
  });
});

describe("reviewNote", () => {
  const now = new Date("2026-11-24T22:00:00Z");

  it.each([
    ["2026-11-20T00:00:00.000Z", "4 days late"],
    ["2026-11-23", "1 day late"],
    ["2026-11-24", "today"],
    ["2026-11-25", "tomorrow"],
    ["2026-12-04", "in 10 days"],
  ])("says of %s: %s", (date, words) => {
    expect(reviewNote(date, now)).toBe(words);
  });
});

describe("benefitsLeftOut", () => {
  it("keeps a benefit with one finding of a study that stands", () => {
    const benefits = [benefit({ findings: [{ study: "gone" }, { study: "s1" }] })];

    expect(benefitsLeftOut(benefits, new Set(["s1"]))).toEqual([]);
  });

  it("names a benefit whose studies do not stand, and one without findings", () => {
    const benefits = [
      benefit({ id: "b1" }),
      benefit({ id: "b2", findings: [] }),
      benefit({ id: "b3", findings: undefined }),
    ];

    expect(benefitsLeftOut(benefits, new Set()).map((entry) => entry.id)).toEqual(["b1", "b2", "b3"]);
  });

  it("asks nothing of a general explanation", () => {
    expect(benefitsLeftOut([benefit({ group: "overview", findings: [] })], new Set())).toEqual([]);
  });
});
