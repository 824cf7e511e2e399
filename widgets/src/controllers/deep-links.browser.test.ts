/** Addresses with a fragment, shown with the questions. */

import type { FaqsFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { cleanUp, type Mounted, mount, until } from "../../test/mount.ts";

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
});
