import { describe, expect, it } from "vitest";
import studies from "../seed/content/studies.json" with { type: "json" };
import { type CitationStyle, type CitedStudy, citeStudy } from "./citation.ts";

const study = JSON.parse(JSON.stringify(studies[0]), (_, value) =>
  value === null ? undefined : value,
) as CitedStudy;
const words = (style: Parameters<typeof citeStudy>[1]) => JSON.stringify(citeStudy(study, style, "en"));

describe("a reference", () => {
  it("follows Vancouver: every author, the abbreviated journal, the month", () => {
    expect(citeStudy(study, "vancouver", "en")).toEqual([
      {
        type: "paragraph",
        children: [
          {
            type: "text",
            text: "Kużdżał A, Trybulski R, Muracki J, Klich S, Clemente FM, Kawczyński A. Dry Needling in Sports and Sport Recovery: A Systematic Review with an Evidence Gap Map. Sports Med. 2025 Apr;55(4):811–44.",
          },
        ],
      },
    ]);
  });

  it("follows APA and Harvard, with the journal in italics", () => {
    expect(words("apa")).toContain(
      '{"type":"emphasis","children":[{"type":"text","text":"Sports Medicine"}]}',
    );
    expect(words("harvard1")).toContain("pp. 811–844.");
  });

  it("takes a title as words, never as markup", () => {
    const tree = citeStudy({ ...study, title: "A <script>alert(1)</script> & B" }, "vancouver", "en");

    expect(JSON.stringify(tree)).toContain("& B");
    expect(JSON.stringify(tree)).not.toMatch(/"type":"(?!paragraph|text|emphasis|strong)/);
  });

  const textOf = (part: Partial<CitedStudy>, style: CitationStyle, locale = "en"): string =>
    (
      JSON.stringify(citeStudy({ ...study, ...part }, style, locale)).match(
        /(?<="text":")(?:[^"\\]|\\.)*/g,
      ) ?? []
    )
      .join("")
      .replaceAll('\\"', '"');

  it.each([
    ["en", "2025-04-30", "Sports Med. 2025 Apr 30;55(4):811–44."],
    ["es", "2025-04-30", "Sports Med. 2025 abr 30;55(4):811-44."],
    ["es-MX", "2025-09", "Sports Med. 2025 sep;55(4):811-44."],
    ["es", "2025", "Sports Med. 2025;55(4):811-44."],
  ])("follows Vancouver in %s with the year first: %s", (locale, issued, end) => {
    expect(textOf({ issued }, "vancouver", locale)).toContain(end);
  });

  it.each(["vancouver", "apa", "harvard1"] as const)(
    "calls a preprint one after %s, and not an article that is ahead of print",
    (style) => {
      const ahead = { volume: undefined, issue: undefined, pages: undefined };
      expect(textOf(ahead, style)).not.toContain("reprint");

      const preprint = textOf({ ...ahead, studyType: "preprint", containerTitle: "medRxiv" }, style);
      expect(preprint).toContain("[Preprint]");
      expect(preprint).toContain("medRxiv");
    },
  );

  it.each([
    ["apa", "(2025b)."],
    ["harvard1", "(2025b) "],
  ] as const)("after %s has the letter that distinguishes it from another of its year", (style, words) => {
    expect(textOf({ yearLetter: "b" }, style)).toContain(words);
  });

  it.each([
    [{ authors: [], title: "Guideline (2019) on knees" }, "apa", "Guideline (2019) on knees. (2025b)."],
    [{ authors: [], title: "Guideline (2025) on knees" }, "apa", "Guideline (2025) on knees. (2025b)."],
    [{ authors: [{ family: "GBD (2025) Collaborators" }] }, "apa", "GBD (2025) Collaborators. (2025b)."],
    [{ authors: [{ family: "GBD (2019) Collaborators" }] }, "harvard1", "GBD (2019) Collaborators (2025b) "],
    [{ title: "Guideline (2019) on knees" }, "vancouver", "Guideline (2019) on knees. "],
  ] as const)("has it behind the year it came out, and no other: %j after %s", (part, style, words) => {
    expect(
      textOf({ ...part, authors: [...("authors" in part ? part.authors : [])], yearLetter: "b" }, style),
    ).toContain(words);
  });

  it.each(["vancouver", "apa", "harvard1"] as const)("after %s has one full stop behind a title", (style) => {
    expect(textOf({ title: "Dry needling." }, style)).toMatch(/Dry needling(?:\. |,”)/);
  });
});
