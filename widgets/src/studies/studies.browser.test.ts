import type { StudiesFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { describeContentElement } from "../../test/content-element-suite.ts";
import { cleanUp, mount } from "../../test/mount.ts";

describeContentElement({
  element: "studies",
  main: "studies",
  // Titles are not translated; the plain summary is.
  words: { en: "This review looked at 24 studies", es: "Esta revisión analizó 24 estudios" },
  emptied: (file: StudiesFile) => ({ ...file, items: [] }),
  changed: (file: StudiesFile, words) => ({
    ...file,
    items: file.items.map((study, index) => (index === 0 ? { ...study, plainSummary: words } : study)),
  }),
});

describe("<clinic-studies>", () => {
  afterEach(cleanUp);

  it("cites three sources, each with its links", async () => {
    const it = mount(new Cms(), "clinic-studies");
    await it.event("clinic-load");

    const links = [...it.root.querySelectorAll<HTMLAnchorElement>("ol > li a")].map(({ href }) => href);

    expect(it.root.querySelectorAll("ol > li")).to.have.length(3);
    expect(links.filter((href) => href.startsWith("https://doi.org/"))).to.have.length(3);
    expect(links.filter((href) => href.startsWith("https://pubmed.ncbi.nlm.nih.gov/"))).to.have.length(3);
    expect(links.filter((href) => href.startsWith("https://pmc.ncbi.nlm.nih.gov/"))).to.have.length(2);
  });

  it("says that its sources are a list, which a browser may not believe of one without marks", async () => {
    const it = mount(new Cms(), "clinic-studies");
    await it.event("clinic-load");
    const list = it.root.querySelector("ol") as Element;

    expect(getComputedStyle(list).listStyleType).to.equal("none");
    expect(list.getAttribute("role")).to.equal("list");
  });

  it("has each reference in the language and direction of its paper", async () => {
    const cms = new Cms();
    const file = await cms.content<StudiesFile>("studies");
    const languages = ["ar", "en", "en-GB"];
    const items = file.items.map((study, index) => ({ ...study, language: languages[index] }));
    await cms.answer("studies", { body: { ...file, items } });
    const it = mount(cms, "clinic-studies");
    await it.event("clinic-load");

    const citations = [...it.root.querySelectorAll<HTMLElement>('[part="citation"]')];

    expect(citations.map(({ lang, dir }) => [lang, dir])).to.deep.equal([
      ["ar", "rtl"],
      ["en", "ltr"],
      ["en-GB", "ltr"],
    ]);
  });
});
