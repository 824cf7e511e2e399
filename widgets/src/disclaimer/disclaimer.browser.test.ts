import type { ClinicFile, TopicFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { describeContentElement } from "../../test/content-element-suite.ts";
import { cleanUp, mount, textOf } from "../../test/mount.ts";

const text = (words: string) => [{ type: "paragraph", children: [{ type: "text", text: words }] }];

describeContentElement({
  element: "disclaimer",
  main: "clinic",
  words: { en: "This website is meant for education", es: "Este sitio web tiene fines educativos" },
  emptied: (file: ClinicFile) => ({ ...file, disclaimer: [] }),
  changed: (file: ClinicFile, words) => ({ ...file, disclaimer: text(words) }),
});

describe("<clinic-disclaimer>", () => {
  afterEach(cleanUp);

  const disclaimer = async (attributes: Record<string, string | undefined>) => {
    const it = mount(new Cms(), "clinic-disclaimer", attributes);
    await it.event("clinic-load");
    return it;
  };

  it("names the emergency number of the clinic's country", async () => {
    expect(textOf(await disclaimer({}))).to.include("Call 911");
  });

  it("lets numbers be tapped, its own and those in the text, and keeps their figures in order from right to left", async () => {
    const cms = new Cms();
    const clinic = await cms.content<ClinicFile>("clinic");
    await cms.answer("clinic", {
      body: { ...clinic, disclaimer: text("Call {{emergency.number}}, or {{clinic.phone}}.") },
    });
    const it = mount(cms, "clinic-disclaimer", { dir: "rtl" });
    await it.event("clinic-load");

    const links = [...it.root.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')];
    expect(links.map((link) => [link.textContent, link.getAttribute("href")])).to.deep.equal([
      ["911", "tel:911"],
      ["911", "tel:911"],
      ["+1 212-555-0134", "tel:+12125550134"],
    ]);
    for (const link of links) {
      expect(getComputedStyle(link).direction).to.equal("ltr");
      expect(getComputedStyle(link).unicodeBidi).to.equal("isolate");
    }
  });

  it("reads neutral without a clinic", async () => {
    expect(textOf(await disclaimer({ clinic: undefined }))).to.include("Call your local emergency number");
  });

  it("has the heading that the topic gives it, on the topic's page too", async () => {
    const cms = new Cms();
    const topic = await cms.content<TopicFile>("topic");
    const body = [{ block: "disclaimer", id: "last", heading: "Please read" }];
    await cms.answer("topic", { body: { ...topic, body } });

    for (const tag of ["clinic-disclaimer", "clinic-topic"]) {
      const it = mount(cms, tag);
      await it.event("clinic-load");
      const headings = [...it.root.querySelectorAll(".disclaimer h2, .disclaimer h3")];
      expect(headings.map((heading) => heading.textContent)).to.deep.equal(["Please read"]);
    }
  });

  it("says when the topic was reviewed", async () => {
    expect(textOf(await disclaimer({}))).to.match(/October (12, )?2026|12 October 2026/);
  });

  it("neither ends nor begins a line with the dot of the review, however narrow it is", async () => {
    const it = await disclaimer({});
    const text = it.root.querySelector("[part=review]") as Element;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const letters: { letter: string; node: Node; at: number }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const [at, letter] of [...(node.textContent ?? "")].entries())
        if (letter.trim()) letters.push({ letter, node, at });
    const dot = letters.findIndex(({ letter }) => letter === "·");
    const topOf = (index: number) => {
      const { node, at } = letters[index] as (typeof letters)[number];
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return Math.round(range.getBoundingClientRect().top);
    };

    const broken: number[] = [];
    for (let width = 180; width <= 620; width += 10) {
      it.container.style.width = `${width}px`;
      if (topOf(dot - 1) !== topOf(dot) || topOf(dot) !== topOf(dot + 1)) broken.push(width);
    }

    expect(dot).to.be.above(0);
    expect(broken).to.deep.equal([]);
  });
});
