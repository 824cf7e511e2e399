/** What becomes of markup: the server's, and our own when newer content comes. */
import type { ClinicFile, FaqsFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms, pathOf } from "../test/cms.ts";
import { ageCopies, reload, visit } from "../test/copies.ts";
import { cleanUp, focused, type Mounted, mount, mountRendered, textOf, until } from "../test/mount.ts";

const DAY = 24 * 60 * 60 * 1000;
const AWAY = { status: 503, body: { error: { code: "away", message: "Away." } } };
const NAME = "Riverside Acupuncture & Dry Needling";
const QUESTION = "How does dry needling differ from acupuncture?";

const questions = ({ root }: Mounted) => [
  ...root.querySelectorAll<HTMLDetailsElement>("details[data-question]"),
];
const openSlugs = (it: Mounted) => questions(it).flatMap(({ open, id }) => (open ? [id] : []));
const comeBack = () => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));

describe("the server's markup", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  const renderedBefore = async (days: number, element = "faq") => {
    const day = new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
    return (await cms.rendered(element)).replace(/data-rendered="[^"]*"/, `data-rendered="${day}"`);
  };

  it("is not touched when its content is what the CMS says", async () => {
    const it = mountRendered(await cms.rendered("faq"));
    const before = it.root.querySelector(".content");

    await it.event("clinic-load");

    expect(it.root.querySelector(".content")).to.equal(before);
  });

  it("gives way to a neutral line when nobody could confirm it for more than 30 days", async () => {
    const html = await renderedBefore(32);
    await cms.answer("faqs", AWAY);
    const it = mountRendered(html);

    await it.event("clinic-error");

    expect(textOf(it)).not.to.include(QUESTION);
    expect(it.root.querySelector("[part~=stale]")?.checkVisibility()).to.equal(true);
  });

  it("stays for 30 days while the CMS is away", async () => {
    const html = await renderedBefore(29);
    await cms.answer("faqs", AWAY);
    const it = mountRendered(html);

    await it.event("clinic-error");

    expect(textOf(it)).to.include(QUESTION);
  });

  it("stays however old it is when the CMS confirms it", async () => {
    const it = mountRendered(await renderedBefore(300));

    await it.event("clinic-load");

    expect(textOf(it)).to.include(QUESTION);
    expect(it.root.querySelector("[part~=stale]")).to.equal(null);
  });

  it("that is too old gives way to a younger copy", async () => {
    await visit(cms, "clinic-faq");
    const html = await renderedBefore(40);
    await cms.answer("faqs", AWAY);
    const it = mountRendered(html);

    await it.event("clinic-load");

    expect(textOf(it)).to.include(QUESTION);
    expect(it.root.querySelector("[part~=stale]")).not.to.equal(null);
  });

  it("keeps the clinic's name when the clinic alone cannot be had", async () => {
    const html = await cms.rendered("faq");
    await cms.answer("clinic", AWAY);
    const it = mountRendered(html);

    await it.event("clinic-load");

    expect(textOf(it)).to.include(`At ${NAME} in New York City`);
  });

  it("keeps a topic's lists when one of them cannot be had", async () => {
    const html = await cms.rendered("topic");
    await cms.answer("faqs", AWAY);
    const it = mountRendered(html);

    await it.event("clinic-load");

    expect(textOf(it)).to.include(QUESTION);
  });

  it("loses the clinic's name when there is no such clinic any more", async () => {
    const html = await cms.rendered("faq");
    await cms.answer("clinic", { status: 404, body: { error: { code: "not-found", message: "No." } } });
    const it = mountRendered(html);

    await it.event("clinic-load");

    expect(textOf(it)).not.to.include(NAME);
    expect(textOf(it)).to.include("At our clinic in your area");
  });

  it("of one topic goes when the page asks for another that cannot be had", async () => {
    const it = mountRendered(await cms.rendered("faq"));
    await it.event("clinic-load");
    await cms.answerAt("en/topics/other/faqs.json", AWAY);

    it.element.setAttribute("topic", "other");
    await it.event("clinic-error");

    expect(textOf(it)).to.equal("");
  });

  it("with a linked style sheet looks the same once it is replaced", async () => {
    const look = (it: Mounted) => {
      const { display, minHeight, paddingBlockStart } = getComputedStyle(
        it.root.querySelector(".faq summary") as Element,
      );
      return [display, minHeight, paddingBlockStart];
    };
    const html = await cms.rendered("faq", "en", "?styles=link");
    await cms.answer("faqs", { hold: true });
    const it = mountRendered(html);
    await until(() => look(it)[0] === "flex", "the style sheet");
    const before = look(it);
    const file = await cms.content<FaqsFile>("faqs");
    await cms.answer("faqs", { body: { ...file, revision: "later" } });

    await it.event("clinic-load");

    expect(it.root.querySelector("link")).to.equal(null);
    expect(look(it)).to.deep.equal(before);
  });

  it("is drawn anew where it tells the time, with what the reader opened", async () => {
    const html = await cms.rendered("topic");
    await cms.answer("topic", { hold: true });
    const it = mountRendered(html);
    (questions(it)[2] as HTMLDetailsElement).open = true;
    const before = openSlugs(it);
    await cms.answer("topic", null);

    await it.event("clinic-load");

    expect(it.root.querySelector("[part~=hours]")).not.to.equal(null);
    expect(openSlugs(it)).to.deep.equal(before);
    expect(it.root.querySelectorAll(".content")).to.have.length(1);
  });

  it("is the same as what the element draws", async () => {
    for (const element of ["faq", "benefits", "injuries", "timings", "studies", "key-points", "disclaimer"]) {
      const rendered = mountRendered(await cms.rendered(element));
      const markup = shapeOf(rendered);
      rendered.remove();
      const drawn = mount(cms, `clinic-${element}`);
      await drawn.event("clinic-load");

      expect(difference(markup, shapeOf(drawn)), element).to.equal(undefined);
    }
  });

  it("is the same as what the element draws but for the time of day", async () => {
    for (const element of ["booking", "topic"]) {
      const rendered = mountRendered(await cms.rendered(element));
      const markup = shapeOf(rendered);
      rendered.remove();
      const drawn = mount(cms, `clinic-${element}`);
      await drawn.event("clinic-load");
      for (const hours of drawn.root.querySelectorAll("[part~=hours]")) hours.replaceChildren();

      expect(difference(markup, shapeOf(drawn)), element).to.equal(undefined);
    }
  });
});

/** Where two markups part, with a little around; `undefined` when they are the same. */
function difference(one: string, other: string): string | undefined {
  if (one === other) return undefined;
  const at = [...one].findIndex((character, index) => character !== other[index]);
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 120);
  return `${around(one)} <-> ${around(other)}`;
}

/** The markup of the content, without the rendering library's marks, in one order of attributes and with white space as it shows. */
function shapeOf({ root }: Mounted): string {
  const content = root.querySelector(".content")?.cloneNode(true) as Element;
  for (const element of [content, ...content.querySelectorAll("*")]) {
    const attributes = [...element.attributes].sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const { name } of attributes) element.removeAttribute(name);
    for (const { name, value } of attributes) element.setAttribute(name, value);
  }
  return content.outerHTML
    .replace(/<!--.*?-->/g, "")
    .replace(/\s+/g, " ")
    .replace(/> </g, "><");
}

describe("newer content", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  const faq = async (attributes: Record<string, string> = {}) => {
    const it = mount(cms, "clinic-faq", attributes);
    await it.event("clinic-load");
    return it;
  };

  /** Publishes the questions in another order, with a new one in front. */
  const reorder = async () => {
    const file = await cms.content<FaqsFile>("faqs");
    const [first, ...others] = file.items.toReversed();
    const items = [{ ...first, slug: "brand-new", question: "Brand new?" }, first, ...others];
    await cms.answer("faqs", { body: { ...file, revision: "reordered", items } });
  };
  const reordered = (it: Mounted) => until(() => questions(it)[0]?.id === "brand-new", "the new order");

  it("leaves open what the reader opened, wherever it now stands", async () => {
    const it = await faq();
    (questions(it)[1] as HTMLDetailsElement).open = true;
    (questions(it)[4] as HTMLDetailsElement).open = true;
    const before = openSlugs(it);
    await reorder();

    comeBack();
    await reordered(it);

    expect(openSlugs(it)).to.deep.equal(before.toReversed());
  });

  it("leaves closed what the reader closed, and begins new questions as the page asks", async () => {
    const it = await faq({ open: "all" });
    const closed = questions(it)[3] as HTMLDetailsElement;
    closed.open = false;
    await reorder();

    comeBack();
    await reordered(it);

    expect(openSlugs(it)).to.include("brand-new");
    expect(openSlugs(it)).to.have.length(7);
    expect(openSlugs(it)).not.to.include(closed.id);
  });

  it("leaves one open with `single`", async () => {
    const it = await faq({ single: "" });
    questions(it)[5]?.querySelector("summary")?.click();
    await reorder();
    const before = openSlugs(it);

    comeBack();
    await reordered(it);

    expect(openSlugs(it)).to.deep.equal(before);
    expect(before).to.have.length(1);
  });

  it("leaves the focus where it was", async () => {
    const it = await faq();
    const { id } = questions(it)[2] as HTMLElement;
    questions(it)[2]?.querySelector("summary")?.focus();
    await reorder();

    comeBack();
    await reordered(it);

    expect(focused()?.closest("details")?.id).to.equal(id);
  });

  it("in another language leaves open what was open", async () => {
    const it = await faq();
    (questions(it)[1] as HTMLDetailsElement).open = true;
    const before = openSlugs(it);

    it.element.lang = "es";
    await until(() => textOf(it).includes("¿En qué"), "the Spanish text");

    expect(openSlugs(it)).to.deep.equal(before);
  });

  it("does not confuse a question with a menu that has no name", async () => {
    const clinic = await cms.content<ClinicFile>("clinic");
    expect(clinic.bookingLinks.length).to.be.greaterThan(1);
    const it = mount(cms, "clinic-topic");
    await it.event("clinic-load");
    (it.root.querySelector("details.menu") as HTMLDetailsElement).open = true;
    await reorder();

    comeBack();
    await reordered(it);

    expect(openSlugs(it)).to.deep.equal([]);
    expect(it.root.querySelector<HTMLDetailsElement>("details.menu")?.open).to.equal(true);
  });

  it("that is the same as before changes nothing on the page", async () => {
    const it = await faq();
    const before = questions(it)[0];
    reload();

    comeBack();
    await until(
      async () => (await cms.requests()).filter((path) => path === pathOf("faqs")).length === 2,
      "the second answer",
    );
    await new Promise((resolve) => setTimeout(resolve, 100));

    expect(questions(it)[0]).to.equal(before);
  });
});

describe("white space between the tags", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  const BLANK = "\n  <!-- nothing -->\n";
  const isSeen = ({ root }: Mounted, part: string) =>
    root?.querySelector(`[part~=${part}]`)?.checkVisibility() === true;

  it("is no fallback: the element says that it loads", async () => {
    await cms.answer("faqs", { hold: true });
    const it = mount(cms, "clinic-faq", {}, { fallback: BLANK });

    await until(() => isSeen(it, "loading"), "the waiting state");
    await cms.answer("faqs", null);
    await it.event("clinic-load");
  });

  it("does not hide the neutral line for content that is too old", async () => {
    await visit(cms, "clinic-faq");
    await ageCopies(31);
    await cms.answer("faqs", AWAY);
    const it = mount(cms, "clinic-faq", {}, { fallback: BLANK });

    await it.event("clinic-error");

    expect(isSeen(it, "stale")).to.equal(true);
  });

  it("may become a fallback later, which then takes the line's place", async () => {
    await visit(cms, "clinic-faq");
    await ageCopies(31);
    await cms.answer("faqs", AWAY);
    const it = mount(cms, "clinic-faq", {}, { fallback: BLANK });
    await it.event("clinic-error");

    it.element.append("Please call us.");

    await until(() => !isSeen(it, "stale"), "the fallback alone");
    expect(it.root.querySelector("slot")?.assignedNodes()).to.have.length.greaterThan(0);
  });

  it("has no place of its own once the content is there", async () => {
    const it = mount(cms, "clinic-faq", {}, { fallback: BLANK });
    await it.event("clinic-load");

    expect(it.root.querySelector("slot")).to.equal(null);
  });
});
