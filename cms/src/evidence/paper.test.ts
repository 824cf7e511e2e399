import { describe, expect, it } from "vitest";
import { differentIn, keysOf, type PaperRecord, Papers, papersWithSeveral, sharedBy } from "./paper.ts";

const idsOf = (records: PaperRecord[]) =>
  papersWithSeveral(records).map((paper) => paper.map(({ id }) => id));

describe("the identity of a paper", () => {
  it.each([
    [{ doi: "10.1000/Example.1" }, { doi: "https://doi.org/10.1000/example.1." }],
    [{ doi: "10.1000/a%3Cb%3E" }, { doi: "doi:10.1000/A<B>" }],
    [{ doi: "10.1000/a‐b" }, { doi: "10.1000/a-b" }],
    [{ pmid: "PMID: 39928077" }, { pmid: "https://pubmed.ncbi.nlm.nih.gov/39928077/" }],
    [{ pmcid: "pmc12011942" }, { pmcid: "PMCID: PMC12011942.1" }],
    [{ url: "https://doi.org/10.1000/example.1" }, { doi: "10.1000/EXAMPLE.1" }],
    [{ url: "https://pubmed.ncbi.nlm.nih.gov/39928077" }, { pmid: "39928077" }],
    [
      { doi: "10.1000/a", pmid: "1" },
      { doi: "10.1000/b", pmid: "1" },
    ],
  ])("is the same of %j and %j", (one, other) => {
    expect(sharedBy(keysOf(one), keysOf(other))).not.toEqual([]);
    expect(idsOf([{ id: "1", ...one }, { id: "2" }, { id: "3", ...other }])).toEqual([["1", "3"]]);
  });

  it.each([
    [{ doi: "10.1000/a" }, { doi: "10.1000/ab" }],
    [{ pmid: "12011942" }, { pmcid: "PMC12011942" }],
    [{ doi: "unknown" }, { doi: "unknown" }],
    [{ url: "https://example.org/paper" }, { url: "https://example.org/paper" }],
    [{ doi: "" }, { doi: null }],
    [{}, {}],
  ])("is not told to be the same of %j and %j", (one, other) => {
    expect(
      idsOf([
        { id: "1", ...one },
        { id: "2", ...other },
      ]),
    ).toEqual([]);
  });

  it("is found through a record that has the identifiers of two others", () => {
    expect(
      idsOf([
        { id: "1", doi: "10.1000/a" },
        { id: "2", pmid: "2" },
        { id: "3", pmcid: "PMC3" },
        { id: "4", doi: "10.1000/A", pmid: "2" },
        { id: "5", pmid: "2", pmcid: "PMC3" },
      ]),
    ).toEqual([["1", "2", "4", "3", "5"]]);
  });

  it("is doubted where two records differ in an identifier that both have", () => {
    const one = keysOf({ doi: "10.1000/a", pmid: "1", pmcid: "PMC1" });

    expect(differentIn(one, keysOf({ doi: "10.1000/A", pmid: "2" }))).toEqual(["pmid"]);
    expect(differentIn(one, keysOf({ doi: "10.1000/a" }))).toEqual([]);
  });
});

it("a retraction counts for every record of the paper, and for no other", () => {
  const papers = new Papers([
    { id: "a", doi: "10.1000/a", pmid: "1" },
    { id: "b", pmid: "1", status: "current" },
    { id: "c", doi: "10.1000/A", status: "retracted" },
    { id: "d", doi: "10.1000/d", status: "retracted" },
    { id: "e" },
  ]);

  expect(["a", "b", "c", "d", "e"].filter((id) => papers.isRetractedElsewhere(id))).toEqual(["a", "b"]);
  expect(papers.othersOf("b")).toEqual(["a", "c"]);
  expect(papers.othersOf("d")).toEqual([]);
});
