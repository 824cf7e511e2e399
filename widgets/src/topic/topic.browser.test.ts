import type { FaqsFile, TopicFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { describeContentElement } from "../../test/content-element-suite.ts";
import { cleanUp, mount, mountRendered, textOf, until } from "../../test/mount.ts";

describeContentElement({
  element: "topic",
  main: "topic",
  words: {
    en: "More and more runners are trying dry needling.",
    es: "Cada vez más corredores prueban la punción seca.",
  },
  emptied: ({ keyPoints: _, ...file }: TopicFile) => ({ ...file, intro: [], body: [] }),
  changed: (file: TopicFile, words) => ({
    ...file,
    intro: [{ type: "paragraph", children: [{ type: "text", text: words }] }],
  }),
});

describe("<clinic-topic>", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  const topic = async (attributes: Record<string, string> = {}) => {
    const it = mount(cms, "clinic-topic", attributes);
    await it.event("clinic-load");
    return it;
  };

  it("shows the whole page", async () => {
    const it = await topic();

    expect(textOf(it)).to.include("The Short Version");
    expect(it.root.querySelectorAll("details[data-question]")).to.have.length(7);
    expect(it.root.querySelectorAll("div[part~=study]")).to.have.length(5);
    expect(it.root.querySelectorAll("a[data-booking-link]")).to.have.length(3);
    expect(textOf(it)).to.include("Call 911");
  });

  it("has each id once, also where editors show a list or a call twice, and the anchor of an item for its id", async () => {
    const page = await cms.content<TopicFile>("topic");
    const again = page.body.map((block) => ({ ...block, id: `${block.id}-again` }));
    await cms.answer("topic", { body: { ...page, body: [...page.body, ...again] } });
    const faqs = await cms.content<FaqsFile>("faqs");
    const [first, ...others] = faqs.items;
    await cms.answer("faqs", { body: { ...faqs, items: [{ ...first, anchor: "its-anchor" }, ...others] } });

    for (const it of [await topic(), mountRendered(await cms.rendered("topic"))]) {
      const ids = [...it.root.querySelectorAll("[id]")].map(({ id }) => id);
      expect(ids).to.have.length(new Set(ids).size);
      expect(ids).to.include.members(["book", "questions", "sources", "its-anchor"]);
      expect(ids).not.to.include(first?.slug);
    }
  });

  it("shows one section alone", async () => {
    const it = await topic({ section: "conclusion" });

    expect(textOf(it)).to.include("Dry needling is a promising add-on for runners.");
    expect(textOf(it)).not.to.include("More and more runners");
  });

  it("shows each piece of its head alone, title and subtitle as words for a heading of the page", async () => {
    const title = await topic({ section: "title", prose: "" });
    const subtitle = await topic({ section: "subtitle", prose: "" });
    const review = await topic({ section: "review", prose: "" });

    expect(textOf(title)).to.equal("Dry Needling for Runners");
    expect(title.root.querySelector("h1, h2, h3, h4, h5, h6")).to.equal(null);
    expect(textOf(subtitle)).to.match(/^A research-informed option/);
    expect(textOf(review)).to.match(/^Reviewed by a clinician on 12 October 2026 · Next review April 2027$/);
  });

  it("takes no section for a piece that is only named like a part of every object", async () => {
    expect(textOf(await topic({ section: "constructor" }))).to.equal("");
  });

  it("can be led to by the names of its parts", async () => {
    const it = await topic();

    expect(
      ["book", "questions", "sources", "conclusion"].filter((id) => !it.root.getElementById(id)),
    ).to.deep.equal([]);
  });

  it("keeps the height free that the page reserves, until its content is drawn", async () => {
    await cms.answer("topic", { hold: true });
    const it = mount(cms, "clinic-topic", { section: "title", style: "--clinic-reserve: 321px" });
    await until(() => it.root?.querySelector("slot"), "the waiting state");

    const waiting = it.element.offsetHeight;
    await cms.answer("topic", null);
    await it.event("clinic-load");

    expect(waiting).to.equal(321);
    expect(it.element.offsetHeight).to.be.below(100);
  });

  it("shows its text without the lists, and does not load them", async () => {
    const it = await topic({ prose: "" });

    expect(textOf(it)).to.include("Dry needling is a promising add-on for runners.");
    expect(it.root.querySelectorAll("table, details[data-question]")).to.have.length(0);
    expect((await cms.requests()).filter((path) => path.endsWith("faqs.json"))).to.deep.equal([]);
  });

  it("leaves out a list that cannot be had", async () => {
    await cms.answer("faqs", { drop: true });
    const it = await topic();

    expect(it.root.querySelectorAll("details[data-question]")).to.have.length(0);
    expect(textOf(it)).to.include("Benefits at a Glance");
  });

  it("reports toggles and bookings as the single elements do", async () => {
    const it = await topic();
    it.container.addEventListener("click", (event) => event.preventDefault());

    it.root.querySelector<HTMLElement>("a[data-booking-link]")?.click();

    expect((await it.event("clinic-book")).detail).to.deep.equal({
      link: "first-visit",
      kind: "new-patient",
      url: "https://example.com/book/first-visit",
    });
  });
});
