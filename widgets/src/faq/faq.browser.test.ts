import type { FaqsFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { onPaper, press } from "../../test/commands.ts";
import { describeContentElement } from "../../test/content-element-suite.ts";
import { cleanUp, type Mounted, mount, mountRendered, textOf, until } from "../../test/mount.ts";

describeContentElement({
  element: "faq",
  main: "faqs",
  words: {
    en: "How does dry needling differ from acupuncture?",
    es: "¿En qué se diferencia la punción seca",
  },
  emptied: (file: FaqsFile) => ({ ...file, items: [] }),
  changed: (file: FaqsFile, words) => ({
    ...file,
    items: file.items.map((faq, index) => (index === 1 ? { ...faq, question: words } : faq)),
  }),
});

const questions = (it: Mounted) => [
  ...it.root.querySelectorAll<HTMLDetailsElement>("details[data-question]"),
];
const open = (it: Mounted) => questions(it).flatMap(({ open }, index) => (open ? [index] : []));
const summary = (it: Mounted, index: number) => questions(it)[index]?.querySelector("summary") as HTMLElement;

describe("<clinic-faq>", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  it("lets the clinic's number be tapped in an answer, by a link of its own too, and not within other links or the question", async () => {
    const faqs = await cms.content<FaqsFile>("faqs");
    const link = (url: string, words: string) => ({
      type: "link" as const,
      url,
      children: [{ type: "text" as const, text: words }],
    });
    const item = {
      ...faqs.items[0],
      question: "Call {{clinic.phone}}?",
      answer: [
        { type: "paragraph", children: [{ type: "text", text: "Call {{clinic.phone}} now" }] },
        {
          type: "paragraph",
          children: [link("tel:{{clinic.phone}}", "Call us"), link("/contact", "or {{clinic.phone}}")],
        },
      ],
    };
    await cms.answer("faqs", { body: { ...faqs, items: [item] } });

    const drawn = await faq({ open: "all" });

    const answer = [...drawn.root.querySelectorAll<HTMLAnchorElement>(".answer a")].slice(0, 3);
    expect(answer.map((each) => [each.getAttribute("href"), each.textContent])).to.deep.equal([
      ["tel:+12125550134", "+1 212-555-0134"],
      ["tel:+12125550134", "Call us"],
      ["/contact", "or +1 212-555-0134"],
    ]);
    expect(drawn.root.querySelectorAll("a a, summary a")).to.have.length(0);
    expect(drawn.root.querySelectorAll("summary bdi, a bdi")).to.have.length(2);

    const alone = await faq({ open: "all", clinic: "" });
    expect(alone.root.querySelector('[href^="tel:"], [href=""]')).to.equal(null);
    expect(textOf(alone)).to.include("Call us");
  });

  it("goes on with a numbered list, raises and lowers figures, and keeps lines, on the server too", async () => {
    const faqs = await cms.content<FaqsFile>("faqs");
    const words = (text: string) => ({ type: "text", text });
    const answer = [
      {
        type: "paragraph",
        children: [
          words("10"),
          { type: "superscript", children: [words("5")] },
          words(" VO"),
          { type: "subscript", children: [words("2")] },
          words("one\ntwo"),
        ],
      },
      { type: "list", ordered: true, start: 3, items: [{ children: [words("Lie down")] }] },
      { type: "list", ordered: true, items: [{ children: [words("Rest")] }] },
    ];
    await cms.answer("faqs", { body: { ...faqs, items: [{ ...faqs.items[0], answer }] } });

    for (const it of [await faq(), mountRendered(await cms.rendered("faq"))]) {
      const parts = (selector: string) => [...it.root.querySelectorAll(selector)];
      expect(
        parts(".answer :is(sup, sub)").map((each) => each.outerHTML.replace(/<!--.*?-->/g, "")),
      ).to.deep.equal(["<sup>5</sup>", "<sub>2</sub>"]);
      expect(parts(".answer p:first-child br")).to.have.length(1);
      expect(parts(".answer ol").map((list) => list.getAttribute("start"))).to.deep.equal(["3", null]);
    }
  });

  const faq = async (attributes: Record<string, string> = {}) => {
    const it = mount(cms, "clinic-faq", attributes);
    await it.event("clinic-load");
    return it;
  };

  it("asks the seven questions, each a heading in a summary", async () => {
    const it = await faq({ "heading-level": "3" });

    expect(questions(it)).to.have.length(7);
    expect(it.root.querySelectorAll("details > summary :is(h3, h4)")).to.have.length(7);
  });

  for (const [value, wanted] of [
    ["none", []],
    ["first", [0]],
    ["all", [0, 1, 2, 3, 4, 5, 6]],
  ] as const) {
    it(`begins with open="${value}"`, async () => {
      expect(open(await faq({ open: value }))).to.deep.equal(wanted);
    });
  }

  it("opens an answer by keyboard and tells the page its index, nothing else", async () => {
    const it = await faq();
    summary(it, 2).focus();

    await press("Enter");
    const { detail, event } = await it.event("clinic-toggle");

    expect(open(it)).to.deep.equal([2]);
    expect(detail).to.deep.equal({ index: 2, open: true });
    expect(event.bubbles && event.composed).to.equal(true);
  });

  it("does not speak of answers that are open from the start", async () => {
    const it = await faq({ open: "all" });
    await new Promise((resolve) => setTimeout(resolve, 100));

    expect(it.sent.map(({ type }) => type)).to.deep.equal(["clinic-load"]);
  });

  it("keeps one answer open with `single`", async () => {
    const it = await faq({ single: "" });

    summary(it, 1).click();
    summary(it, 4).click();

    await until(() => open(it).length === 1, "one open answer");
    expect(open(it)).to.deep.equal([4]);
  });

  it("opens the answer that the address names, and scrolls to it", async () => {
    history.replaceState(null, "", "#how-many-sessions");
    const filler = document.createElement("div");
    filler.style.height = "3000px";
    document.body.prepend(filler);

    const it = await faq();

    await until(() => open(it).includes(6), "the open answer");
    expect(summary(it, 6).getBoundingClientRect().top).to.be.within(0, innerHeight);
    filler.remove();
  });

  it("follows the address when it changes later", async () => {
    const it = await faq();

    location.hash = "#marathon-safety";

    await until(() => open(it).includes(4), "the open answer");
  });

  it("is not disturbed by an address that names nothing", async () => {
    history.replaceState(null, "", "#%E0%A4%A");

    expect(open(await faq())).to.deep.equal([]);
  });

  it("prints closed answers", async () => {
    const it = await faq();
    const answer = questions(it)[0]?.querySelector("p") as HTMLElement;
    expect(answer.checkVisibility()).to.equal(false);

    const printed = onPaper(
      it.element,
      () => answer.checkVisibility() && answer.getBoundingClientRect().height > 10,
    );

    expect(printed).to.equal(true);
  });

  for (const attributes of [{}, { single: "" }] as Record<string, string>[]) {
    it(`opens all answers for print, and then none more than before, ${"single" in attributes ? "with" : "without"} \`single\``, async () => {
      const it = await faq(attributes);
      summary(it, 2).click();
      await it.event("clinic-toggle");

      window.dispatchEvent(new Event("beforeprint"));
      const printed = open(it);
      window.dispatchEvent(new Event("afterprint"));
      summary(it, 3).click();
      await until(() => it.sent.some(({ detail }) => detail.index === 3), "the next event");

      expect(printed).to.deep.equal([0, 1, 2, 3, 4, 5, 6]);
      expect(open(it)).to.deep.equal("single" in attributes ? [3] : [2, 3]);
      expect(it.sent.map(({ detail }) => detail.index).filter((index) => index !== undefined)).to.include(3);
      expect(it.sent.some(({ detail }) => [0, 1, 4, 5, 6].includes(detail.index as number))).to.equal(false);
    });
  }

  it("fills placeholders with the clinic's own words", async () => {
    const it = await faq({ open: "all" });

    expect(textOf(it)).to.include("At Riverside Acupuncture & Dry Needling in New York City");
  });

  it("reads neutral without a clinic", async () => {
    const it = mount(cms, "clinic-faq", { clinic: undefined, open: "all" });
    await it.event("clinic-load");

    expect(textOf(it)).to.include("At our clinic in your area");
    expect((await cms.requests()).filter((path) => path.includes("clinics/"))).to.deep.equal([]);
  });

  it("keeps what the reader opened and focused when the server's markup is replaced", async () => {
    const html = await cms.rendered("faq");
    await cms.answer("faqs", { hold: true });
    const it = mountRendered(html);
    await until(async () => (await cms.requests()).length > 0, "a request");
    summary(it, 3).focus();
    summary(it, 3).click();
    const file = await cms.content<FaqsFile>("faqs");

    await cms.answer("faqs", { body: { ...file, revision: "another-one", items: file.items.slice(1) } });
    await it.event("clinic-load");

    expect(questions(it)).to.have.length(6);
    expect(open(it)).to.deep.equal([2]);
    expect(it.root.activeElement).to.equal(summary(it, 2));
  });

  it("keeps the server's markup itself when nothing changed", async () => {
    const it = mountRendered(await cms.rendered("faq"));
    const first = questions(it)[0];
    await it.event("clinic-load");

    expect(questions(it)[0]).to.equal(first);
    expect(first?.isConnected).to.equal(true);
  });

  it("hears toggles in the server's markup", async () => {
    const it = mountRendered(await cms.rendered("faq"));
    await it.event("clinic-load");

    summary(it, 5).click();

    expect((await it.event("clinic-toggle")).detail).to.deep.equal({ index: 5, open: true });
  });

  it("marks an answer that fell back to another language with that language", async () => {
    const file = await cms.content<FaqsFile>("faqs", "es");
    const items = file.items.map((one, index) =>
      index === 0 ? { ...one, question: "Only in English", lang: "en" } : one,
    );
    await cms.answer("faqs", { body: { ...file, items } }, "es");
    const it = await faq({ lang: "es" });

    expect(questions(it)[0]?.closest("[lang]")?.getAttribute("lang")).to.equal("en");
    expect(questions(it)[1]?.closest("[lang]")?.getAttribute("lang")).to.equal("es");
  });

  it("says what is missing when it knows no topic", async () => {
    const it = mount(cms, "clinic-faq", { topic: undefined }, { fallback: "<p>Please call us.</p>" });
    const { detail } = await it.event("clinic-error");

    expect(detail).to.deep.equal({ code: "missing-attribute" });
    expect(it.element.querySelector("p")?.checkVisibility()).to.equal(true);
  });
});
