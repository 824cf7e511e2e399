import { describe, expect, it } from "vitest";
import studies from "../seed/content/studies.json" with { type: "json" };
import { type CitedStudy, citeStudy } from "./citation.ts";

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
});
