/** Where a reader is on a partner's page that names a place in its address, while the content comes late. */
import { expect } from "@open-wc/testing";
import { CLINIC, Cms, pathOf, TOPIC } from "../../test/cms.ts";
import { until as wait } from "../../test/mount.ts";
import { PartnerFrame, partnerPage } from "../../test/partner-frame.ts";

/** What comes late. Browsers ask a host six questions at once, and one of them must be left for the test's own. */
const KINDS = ["benefits", "faqs", "studies", "clinic"];

/** A long page: lists above and below what an address may name. */
const BODY = `<p style="height: 300px">Above</p>
  <h2 id="benefits-heading">Benefits</h2><clinic-benefits></clinic-benefits><clinic-injuries></clinic-injuries>
  <clinic-timings id="times"></clinic-timings>
  <h2 id="own-heading" style="scroll-margin-top: 40px">Questions</h2><clinic-faq></clinic-faq>
  <clinic-studies></clinic-studies><clinic-booking></clinic-booking>
  <p style="height: 3000px">Below</p>`;

/** Short, because a place that is wrong stays so. */
const until = <T>(look: () => T | Promise<T>, what: string) => wait(look, what, 3_000);

describe("the place on a page", () => {
  let cms: Cms;
  let frame: PartnerFrame;

  beforeEach(() => {
    cms = new Cms();
    frame = new PartnerFrame();
  });
  afterEach(() => frame.remove());

  const view = () => frame.view;
  const page = () => frame.page;

  /** Shows the page, whose content does not come yet. */
  const enter = async (hash: string, style = ""): Promise<void> => {
    await hold(...KINDS);
    const snippet = `<script async src="${cms.origin}/embed/v1/loader.js" data-topic="${TOPIC}" data-clinic="${CLINIC}"></script>`;
    const url = await cms.page(partnerPage(snippet + BODY, { head: `<style>${style}</style>` }));
    await frame.visit(url + hash);
    await connected();
  };
  const connected = () =>
    until(() => page().querySelector("clinic-faq")?.shadowRoot?.querySelector(".content"), "the elements");

  const hold = async (...kinds: string[]) => {
    for (const kind of kinds) await cms.answer(kind, { hold: true });
  };
  /** Lets the lists come one after the other, those of `kinds` first. */
  const release = async (...kinds: string[]) => {
    for (const kind of [...kinds, ...KINDS.filter((each) => !kinds.includes(each))]) {
      await cms.answer(kind, null);
      if (kind === "clinic") continue;
      await until(async () => (await cms.requests()).includes(pathOf(kind)), `the question for ${kind}`);
    }
    await until(
      () =>
        [
          ...page().querySelectorAll(
            "clinic-faq, clinic-benefits, clinic-injuries, clinic-timings, clinic-studies",
          ),
        ].every(({ shadowRoot }) => shadowRoot?.querySelector("details, table, h2, h3")),
      "all lists",
    );
    await frames();
  };
  /** Long enough for what is drawn, and for the events of scrolling. (In a frame WebKit asks for no animation frames.) */
  const frames = () => new Promise((resolve) => setTimeout(resolve, 60));
  const find = (id: string): Element =>
    page().getElementById(id) ??
    ([...page().querySelectorAll("*")]
      .map(({ shadowRoot }) => shadowRoot?.getElementById(id))
      .find(Boolean) as Element);
  const top = (id: string) => Math.round(find(id).getBoundingClientRect().top);
  /** What the browser itself would do, were the element its own and all there. */
  const rightTop = (id: string): number => {
    const { scrollY } = view();
    find(id).scrollIntoView({ behavior: "instant" });
    const right = top(id);
    view().scrollTo({ top: scrollY, behavior: "instant" });
    return right;
  };

  for (const first of ["faqs", "benefits", "studies"])
    for (const id of [
      "own-heading",
      "benefits-heading",
      "times",
      "questions",
      "sources",
      "book",
      "how-many-sessions",
    ])
      it(`is #${id}, when of the lists ${first} come first`, async () => {
        await enter(`#${id}`);

        await release(first);

        await until(() => Math.abs(top(id) - rightTop(id)) < 3, `#${id} in its place`);
        expect(view().scrollY).to.be.greaterThan(250);
      });

  it("is the same where the body has a fixed height, and where the browser is told not to hold anything", async () => {
    await enter("#own-heading", "html, body { height: 100% } * { overflow-anchor: none }");

    await release();

    await until(() => Math.abs(top("own-heading") - 40) < 3, "the heading in its place");
  });

  it("is the same on a page that scrolls smoothly", async () => {
    await enter("#questions", "html { scroll-behavior: smooth }");

    await release("faqs");

    await until(() => Math.abs(top("questions") - rightTop("questions")) < 3, "the questions in their place");
  });

  for (const hash of ["#how-many-sessions", "#own-heading", "#book", "#times", ""])
    it(`is where the reader scrolled to meanwhile, not "${hash}"`, async () => {
      await enter(hash);

      view().scrollTo({ top: 120, behavior: "instant" });
      await frames();
      await release("faqs");

      expect(view().scrollY).to.be.closeTo(120, 2);
    });

  // Not of parts of the page itself: in a frame, unlike in a window, the browsers go there again.
  for (const hash of ["#how-many-sessions", "#questions", ""]) {
    const leave = async () => {
      await enter(hash);
      await release("faqs");
      await until(() => !hash || Math.abs(top(hash.slice(1)) - rightTop(hash.slice(1))) < 3, "the place");
      view().scrollTo({ top: 2222, behavior: "instant" });
      await frames();
      await frames();
      expect(view().scrollY).to.be.closeTo(2222, 2);
    };
    const isBack = async () => {
      await frame.loaded();
      await connected();
      await until(() => Math.abs(view().scrollY - 2222) < 3, `2222, not ${view().scrollY}`);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(view().scrollY).to.be.closeTo(2222, 2);
    };

    it(`is where the reader was who comes back to "${hash}" from another page`, async () => {
      await leave();
      frame.element.src = await cms.page("<!doctype html><title>Away</title>", "away.html");
      await frame.loaded();

      view().history.back();

      await isBack();
    });

    it(`is where the reader was who loads "${hash}" again`, async () => {
      await leave();

      view().location.reload();

      await isBack();
    });

    it(`is where the reader was for whom the browser has kept the page with "${hash}"`, async () => {
      await leave();
      const before = (await cms.requests()).length;

      view().dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      await until(async () => (await cms.requests()).length > before, "the question");
      await new Promise((resolve) => setTimeout(resolve, 100));

      expect(view().scrollY).to.be.closeTo(2222, 2);
    });
  }

  it("is that of the next link, once the reader has come back", async () => {
    await enter("#how-many-sessions");
    await release();
    view().location.reload();
    await frame.loaded();
    await until(() => find("sources"), "the content");

    view().location.hash = "#sources";

    await until(() => find("sources") && Math.abs(top("sources") - rightTop("sources")) < 3, "the sources");
  });
});
