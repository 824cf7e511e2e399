/** Addresses with a fragment, shown with the questions. */

import type { BenefitsFile, FaqsFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { press } from "../../test/commands.ts";
import { cleanUp, focused, type Mounted, mount, until } from "../../test/mount.ts";

const SLUG = "marathon-safety";

describe("a link to an answer", () => {
  let cms: Cms;
  const fillers: HTMLElement[] = [];

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(async () => {
    for (const filler of fillers.splice(0)) filler.remove();
    scrollTo(0, 0);
    await cleanUp();
  });

  /** A page's worth of something else. */
  const fill = () => {
    const filler = document.createElement("div");
    filler.style.height = "3000px";
    document.body.append(filler);
    fillers.push(filler);
  };
  const faq = async (attributes: Record<string, string | undefined> = {}) => {
    const it = mount(cms, "clinic-faq", attributes);
    await it.event("clinic-load");
    return it;
  };
  const answer = ({ root }: Mounted, slug = SLUG) => root.getElementById(slug) as HTMLDetailsElement;
  const isInView = (element: Element) => {
    const { top } = element.getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  };

  it("opens it when the content comes long after the address changed", async () => {
    await cms.answer("faqs", { hold: true });
    fill();
    const it = mount(cms, "clinic-faq");
    location.hash = `#${SLUG}`;
    await new Promise((resolve) => setTimeout(resolve, 100));

    await cms.answer("faqs", null);
    await it.event("clinic-load");

    expect(answer(it).open).to.equal(true);
    expect(isInView(answer(it))).to.equal(true);
  });

  it("holds it in view while the page grows above it, until the reader acts", async () => {
    fill();
    history.replaceState(null, "", `#${SLUG}`);
    const it = await faq();
    fill();
    await until(() => isInView(answer(it)), "the answer");

    const above = document.createElement("div");
    fillers.push(above);
    above.style.height = "4000px";
    document.body.prepend(above);

    await until(() => above.getBoundingClientRect().bottom < innerHeight, "the page to follow");
    await until(() => isInView(answer(it)), "the answer again");

    window.dispatchEvent(new WheelEvent("wheel"));
    scrollTo(0, 0);
    above.style.height = "4500px";
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(scrollY).to.equal(0);
  });

  it("opens an answer that is not there yet once it is published", async () => {
    const it = await faq();
    location.hash = `#${SLUG}`;
    await until(() => answer(it).open, "the first answer");
    location.hash = "#brand-new";
    await new Promise((resolve) => setTimeout(resolve, 50));
    const file = await cms.content<FaqsFile>("faqs");
    const items = [...file.items, { ...(file.items[0] as FaqsFile["items"][0]), slug: "brand-new" }];
    await cms.answer("faqs", { body: { ...file, revision: "more", items } });

    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));

    await until(() => answer(it, "brand-new")?.open, "the new answer");
  });

  it("may be percent-encoded", async () => {
    const file = await cms.content<FaqsFile>("faqs");
    const items = file.items.map((item, index) => (index === 3 ? { ...item, slug: "qué-es" } : item));
    await cms.answer("faqs", { body: { ...file, items } });
    history.replaceState(null, "", "#qu%C3%A9-es");

    const it = await faq();

    expect(answer(it, "qué-es").open).to.equal(true);
  });

  it("works again on the way back", async () => {
    const it = await faq({ single: "" });
    location.hash = `#${SLUG}`;
    await until(() => answer(it).open, "the first answer");
    location.hash = "#how-many-sessions";
    await until(() => answer(it, "how-many-sessions").open && !answer(it).open, "the second answer");

    history.back();

    await until(() => answer(it).open, "the first answer again");
  });

  it("leads to the first of two elements that have it, whichever was there first", async () => {
    fill();
    const second = await faq();
    fill();
    const first = mount(cms, "clinic-faq");
    document.body.prepend(first.container);
    await first.event("clinic-load");

    location.hash = `#${SLUG}`;

    await until(() => answer(first).open && answer(second).open, "both answers");
    await until(() => isInView(answer(first)), "the first one in view");
    expect(isInView(answer(second))).to.equal(false);
  });

  it("leads to the first of two elements also when both come late", async () => {
    fill();
    history.replaceState(null, "", `#${SLUG}`);
    const first = mount(cms, "clinic-faq");
    fill();
    const second = mount(cms, "clinic-faq");
    await Promise.all([first.event("clinic-load"), second.event("clinic-load")]);

    expect(answer(second).open).to.equal(true);
    expect(isInView(answer(first))).to.equal(true);
  });

  it("leads to a row of a table where no list has the item, and to the list where one has", async () => {
    fill();
    const { root, event } = mount(cms, "clinic-benefits");
    await event("clinic-load");
    const { items } = await cms.content<BenefitsFile>("benefits");
    const slugs = ["overview", "evidence"].map((group) => items.find((item) => item.group === group)?.slug);
    const [inTable, inSections] = slugs as [string, string];
    const row = root.querySelector(`[data-row="${inTable}"]`) as Element;
    const section = root.getElementById(inSections) as Element;

    location.hash = `#${inTable}`;
    await until(() => isInView(row), "the row in view");
    location.hash = `#${inSections}`;
    await until(() => isInView(section) && focused() === section, "the section in view, with the focus");

    expect(root.getElementById(inTable)).to.equal(null);
    expect(root.querySelector(`[data-row="${inSections}"]`)).not.to.equal(null);
  });

  it("does not scroll again when its element is moved", async () => {
    const it = await faq();
    fill();
    location.hash = `#${SLUG}`;
    await until(() => answer(it).open, "the answer");
    scrollTo(0, 1500);
    const before = scrollY;

    document.body.prepend(it.container);
    await new Promise((resolve) => setTimeout(resolve, 100));

    expect(isInView(answer(it))).to.equal(false);
    expect(before).to.be.greaterThan(1000);
  });

  describe("brings the keyboard along", () => {
    /** Puts `element` at the top of the page, with a button behind it that is next in line when the keyboard stays there. */
    const putOnTop = <E extends HTMLElement>(element: E): E => {
      const next = document.createElement("button");
      document.body.prepend(element, next);
      fillers.push(element, next);
      return element;
    };
    const linkTo = (id: string) => {
      const link = putOnTop(document.createElement("a"));
      link.href = `#${id}`;
      link.textContent = "On this page";
      return link;
    };
    const follow = async (link: HTMLElement) => {
      link.focus();
      await press("Enter");
    };
    const isAtFirstStop = ({ root }: Mounted) =>
      until(
        () => focused() === root.querySelector("a[href], summary"),
        "the focus on the first link or summary",
      );
    const studies = async (attributes: Record<string, string> = {}) => {
      const it = mount(cms, "clinic-studies", attributes);
      await it.event("clinic-load");
      return it;
    };

    it("to the question", async () => {
      const link = linkTo(SLUG);
      fill();
      const it = await faq();

      await follow(link);

      await until(() => focused() === answer(it).querySelector("summary"), "the focus on the question");
      await press("Enter");
      expect(answer(it).open).to.equal(false);
    });

    it("to a heading, which shows no ring and is no stop of its own", async () => {
      const link = linkTo("sources");
      fill();
      const it = await studies();
      const heading = it.root.getElementById("sources") as HTMLElement;

      await follow(link);
      await until(() => isInView(heading), "the heading in view");
      const ring = getComputedStyle(heading).outlineStyle;
      await press("Tab");

      await isAtFirstStop(it);
      expect(ring).to.equal("none");
      expect(heading.hasAttribute("tabindex")).to.equal(false);
      expect(heading.style.outlineStyle).to.equal("");
    });

    it("to an element that has the name itself", async () => {
      const link = linkTo("of-the-page");
      fill();
      const it = await studies({ id: "of-the-page" });

      await follow(link);
      await until(() => isInView(it.element), "the element in view");
      await press("Tab");

      await isAtFirstStop(it);
    });

    it("when the content comes later than the reader", async () => {
      await cms.answer("studies", { hold: true });
      const link = linkTo("sources");
      fill();
      const it = mount(cms, "clinic-studies");
      await follow(link);
      await until(() => location.hash === "#sources", "the new address");

      await cms.answer("studies", null);
      await it.event("clinic-load");
      await press("Tab");

      await isAtFirstStop(it);
    });

    it("when the page opens there", async () => {
      putOnTop(document.createElement("button"));
      fill();
      history.replaceState(null, "", "#sources");
      const it = await studies();

      // Some browsers let the next Tab go on from what was scrolled to, so that alone would show nothing.
      expect(focused() === it.root.getElementById("sources")).to.equal(true);
      await press("Tab");

      await isAtFirstStop(it);
    });

    it("but leaves a reader alone who does something else when the content comes", async () => {
      const field = putOnTop(document.createElement("input"));
      field.focus();
      history.replaceState(null, "", "#sources");

      await studies();

      expect(focused() === field).to.equal(true);
    });
  });
});
