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
    " https://a.example ",
    "HTTPS://A.Example/Path?x=1&y=https://b.example/@c#d@e",
    "https://a.example:8443/path",
    "https://a.example?x=1",
    "https://a.example#part",
    "https://sub.a-b.co.uk/a_b/(c);d,e/%20/é",
    "https://münchen.example/straße",
    "https://例え.テスト/道",
    "https://xn--mnchen-3ya.example",
    "https://клиника.рф/запись",
    "https://हिन्दी.भारत",
    "http://localhost:3000/x",
    "http://server1/x",
    "http://192.168.0.10:8080/",
    "https://doi.org/10.1002/(SICI)1099-0000(199923/24)37:3/4%3C197::AID-EXMP3%3E3.0.CO;2-A",
    "MAILTO:a@b.example?subject=x",
    "tel:+12125550134;ext=5",
    "../up/page.html",
    "page.html?to=//b.example",
    "a@b/c",
    "/a//b",
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
    "https:",
    "https:/",
    "https://",
    "https:h",
    "https:/h",
    "https:///h",
    "HTTPS:///h",
    "https:////h",
    "https:\\\\h",
    "https:/\\h",
    "https:\\\\\\\\h@evil.example",
    "https://\\h",
    "http:a.example",
    "ht\ntps://h.example",
    "ht\ttps://h.example",
    "https\t://h.example",
    "https:/\n/h.example",
    "https://h.\nexample",
    "https://h\u00ad.example",
    "https://h\u200b.example",
    "\u0000https://h.example",
    "\u0001javascript:alert(1)",
    "javascript\u200b:alert(1)",
    "https://clinic.example@evil.example",
    "https://clinic.example:pass@evil.example/",
    "https://clinic.example:443@evil.example",
    "https://@evil.example",
    "https://clinic.example%40evil.example",
    "https://clinic.example%2f.evil.example",
    "https://ev%69l.example",
    "https://clinic.example\\@evil.example",
    "https://clinic.example\\.evil.example",
    "https://clinic.example⁄login.evil.example",
    "https://clinic.example／login.evil.example",
    "https://clinic.example＠evil.example",
    "https://clinic.example？.evil.example",
    "https://ｅvil.example",
    "https://evil。example",
    "https://evil．example",
    "https://ⓔvil.example",
    "https://𝐞vil.example",
    "https://evil.ex\u2122",
    "https://a b.example",
    "https://a\u00a0b.example",
    "https://a.example:/x",
    "https://a.example:0443/x",
    "https://a.example:x",
    "https://2130706433",
    "https://0x7f000001",
    "https://0x7f.1",
    "https://127.1",
    "https://127.0.0.0x1",
    "https://0177.0.0.1",
    "https://127.0.0.01",
    "https://.",
    "https://?x",
    "https://#x",
    "/a\\b",
    "a\\..\\b",
    "ftp://a.example",
    "blob:https://a.example/x",
    "view-source:https://a.example",
  ])("refuses %j", (url) => expect(isSafeUrl(url)).toBe(false));
});

it("agrees with the parser of browsers about every host that it follows", () => {
  const hosts = [
    "a.example",
    "A.Example:8443",
    "xn--mnchen-3ya.example",
    "192.168.0.10",
    "localhost:3000",
    "server1",
  ];

  for (const host of hosts) {
    expect(isSafeUrl(`https://${host}/x`), host).toBe(true);
    expect(new URL(`https://${host}/x`).host).toBe(host.toLowerCase());
  }
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
