import { describe, expect, it } from "vitest";
import { contentUrl, framePath, htmlPath, isSafeUrl, studyLinks } from "./urls.ts";

describe("content addresses", () => {
  it("lie below /embed/v1/ whether or not the origin ends with a slash", () => {
    const address = { kind: "faqs", locale: "en", topic: "running" } as const;

    expect(contentUrl("https://cms.example.org/", address)).toBe(
      "https://cms.example.org/embed/v1/content/en/topics/running/faqs.json",
    );
    expect(contentUrl("https://cms.example.org", address)).toBe(
      contentUrl("https://cms.example.org/", address),
    );
  });

  it("keep a hostile slug inside its folder", () => {
    expect(
      contentUrl("https://c.example", { kind: "clinic", locale: "en", clinic: "../../x" }),
    ).not.toContain("/../");
  });

  it("name an element with its group and view", () => {
    expect(
      htmlPath({
        locale: "es",
        clinic: "riverside",
        topic: "running",
        element: "benefits",
        group: "evidence",
        view: "table",
      }),
    ).toBe("html/es/riverside/running/benefits.evidence.table.html");
    expect(framePath({ locale: "en", clinic: "riverside", topic: "running", element: "faq" })).toBe(
      "frame/en/riverside/running/faq.html",
    );
  });
});

describe("isSafeUrl", () => {
  it.each([
    "https://a.example",
    "http://a.example",
    "mailto:a@b.example",
    "tel:+12125550134",
    "/path",
    "page.html",
    "#part",
    "?q=a:b",
  ])("follows %s", (url) => expect(isSafeUrl(url)).toBe(true));

  it.each([
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "",
    "  ",
    "\\\\evil.example",
    "//evil.example",
    " //evil.example/path",
    "/\\evil.example",
    "/\\/evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\u200b/evil.example",
    "https://a.example/\u202egro.live",
    "///evil.example",
  ])("refuses %j", (url) => expect(isSafeUrl(url)).toBe(false));
});

describe("studyLinks", () => {
  it("lists DOI, PubMed and free full text, as far as they exist", () => {
    expect(studyLinks({ doi: "10.1007/s40279-025-02175-9", pmid: "39928077", pmcid: "PMC12011942" })).toEqual(
      [
        { kind: "doi", url: "https://doi.org/10.1007/s40279-025-02175-9" },
        { kind: "pubmed", url: "https://pubmed.ncbi.nlm.nih.gov/39928077/" },
        { kind: "pmc", url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC12011942/" },
      ],
    );
    expect(studyLinks({ doi: null, pmid: "1" }).map((link) => link.kind)).toEqual(["pubmed"]);
  });

  it.each([
    [
      "10.1002/(SICI)1099-0000(199923/24)37:3/4<197::AID-EXMP3>3.0.CO;2-A",
      "10.1002/(SICI)1099-0000(199923/24)37:3/4%3C197::AID-EXMP3%3E3.0.CO;2-A",
    ],
    ["10.1000/456#789", "10.1000/456%23789"],
    ["10.1000/a?b", "10.1000/a%3Fb"],
    ["10.1000/100%", "10.1000/100%25"],
    ['10.1000/a"b[c]{d}^e`f|g\\h+i', "10.1000/a%22b%5Bc%5D%7Bd%7D%5Ee%60f%7Cg%5Ch%2Bi"],
  ])("encodes of the DOI %s what its handbook names", (doi, path) => {
    expect(studyLinks({ doi })).toEqual([{ kind: "doi", url: `https://doi.org/${path}` }]);
  });
});
