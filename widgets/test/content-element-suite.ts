/** What every content element must do, whatever it shows. Each element's test file runs this suite once. */

import type { ContentFile, ElementName } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { allFilesFor, filesFor } from "../src/content/files-for.ts";
import { CLINIC, Cms } from "./cms.ts";
import { press } from "./commands.ts";
import { ageCopies, reload, visit } from "./copies.ts";
import { hostile } from "./hostile.ts";
import { cleanUp, focused, mount, mountRendered, textOf, until } from "./mount.ts";
import { withPlaceholders } from "./placeholders.ts";

type Subject<F extends ContentFile> = {
  /** The element's name without the prefix. */
  element: ElementName;
  /** The file it cannot do without. */
  main: "site" | "clinic" | "topic" | "benefits" | "injuries" | "timings" | "faqs" | "studies";
  /** Words that it shows from that file, in English and in Spanish. */
  words: { en: string; es: string };
  /** The same file with nothing in it to show. */
  emptied(file: F): unknown;
  /** The same file with `{words.en}` changed to other words. */
  changed(file: F, words: string): unknown;
};

export function describeContentElement<F extends ContentFile>(subject: Subject<F>): void {
  const { element, main, words, emptied, changed } = subject;
  const tag = `clinic-${element}`;
  const OTHER = "Words from a later edition";

  const changedFile = async (cms: Cms) =>
    changed(structuredClone({ ...(await cms.content<F>(main)), revision: "changed-later" }), OTHER);

  describe(`<${tag}> as a content element`, () => {
    let cms: Cms;

    beforeEach(() => {
      cms = new Cms();
    });
    afterEach(cleanUp);

    it("shows the fallback while it waits, then the content", async () => {
      await cms.answer(main, { hold: true });
      const it = mount(cms, tag, {}, { fallback: "<p>Please call us.</p>" });
      await until(async () => (await cms.requests()).length > 0, "a request");
      const fallback = it.element.querySelector("p") as HTMLElement;
      expect(fallback.checkVisibility()).to.equal(true);

      await cms.answer(main, null);
      await it.event("clinic-load");

      expect(textOf(it)).to.include(words.en);
      expect(fallback.assignedSlot).to.equal(null);
    });

    it("says that it loads where the page gives no fallback", async () => {
      await cms.answer(main, { hold: true });
      const it = mount(cms, tag);
      await until(() => it.root?.querySelector("slot"), "the waiting state");

      const waiting = textOf(it);
      await cms.answer(main, null);
      await it.event("clinic-load");

      expect(waiting).not.to.equal("");
      expect(textOf(it)).not.to.include(waiting);
    });

    it("speaks the language of the page", async () => {
      document.documentElement.lang = "es-MX";
      const it = mount(cms, tag);
      await it.event("clinic-load");

      expect(textOf(it)).to.include(words.es);
      expect(it.root.querySelector(".content")?.getAttribute("lang")).to.equal("es");
    });

    it("draws again when the language around it changes", async () => {
      const it = mount(cms, tag, {}, { attributes: { lang: "en" } });
      await it.event("clinic-load");

      it.container.lang = "es";

      await until(() => textOf(it).includes(words.es), "the Spanish text");
    });

    it("takes empty content as an ordinary state", async () => {
      await cms.answer(main, { body: emptied(await cms.content<F>(main)) });
      const it = mount(cms, tag);
      await it.event("clinic-load");

      expect(textOf(it)).not.to.include(words.en);
      expect(it.sent.map(({ type }) => type)).to.deep.equal(["clinic-load"]);
    });

    for (const [name, rule, code] of [
      ["the connection breaks", { drop: true }, "network"],
      ["the CMS answers 503", { status: 503, body: { error: { code: "away", message: "Away." } } }, "server"],
      ["the answer is not JSON", { text: "<h1>Gateway</h1>" }, "bad-answer"],
      ["the answer is another kind of file", { body: { version: 1, kind: "weather" } }, "bad-answer"],
      ["a proxy answers 404", { status: 404, text: "<h1>Not found</h1>" }, "bad-answer"],
      [
        "there is no such content",
        { status: 404, body: { error: { code: "not-found", message: "No." } } },
        "not-found",
      ],
      ["the content was withdrawn", { body: { version: 1, gone: true } }, "gone"],
    ] as const) {
      it(`keeps the fallback and says "${code}" when ${name}`, async () => {
        await cms.answer(main, rule);
        const it = mount(cms, tag, {}, { fallback: "<p>Please call us.</p>" });
        const { detail } = await it.event("clinic-error");

        expect(detail).to.deep.equal({ code });
        expect((it.element.querySelector("p") as HTMLElement).checkVisibility()).to.equal(true);
        expect(it.sent.filter(({ type }) => type === "clinic-error")).to.have.length(1);
      });
    }

    it("shows the last good copy when the CMS is away on a later visit", async () => {
      await visit(cms, tag);
      await cms.answer(main, { drop: true });

      const second = mount(cms, tag, {}, { fallback: "<p>Please call us.</p>" });
      const { detail } = await second.event("clinic-load");

      expect(detail).to.deep.equal({ stale: true });
      expect(textOf(second)).to.include(words.en);
      expect((await second.event("clinic-error")).detail).to.deep.equal({ code: "network" });
    });

    it("shows a neutral line instead of a copy older than 30 days", async () => {
      await visit(cms, tag);
      await ageCopies(31);
      await cms.answer(main, { drop: true });

      const second = mount(cms, tag);
      await second.event("clinic-error");

      expect(textOf(second)).not.to.include(words.en);
      expect(textOf(second)).not.to.equal("");
    });

    it("deletes its copy when the content was withdrawn", async () => {
      await visit(cms, tag);
      await cms.answer(main, { body: { version: 1, gone: true } });
      const second = mount(cms, tag);
      await second.event("clinic-error");
      second.remove();
      reload();
      await cms.answer(main, { drop: true });

      const third = mount(cms, tag);
      await third.event("clinic-error");

      expect(textOf(third)).to.equal("");
    });

    it("drops a late answer to an old question", async () => {
      await cms.answer(main, { hold: true }, "es");
      const it = mount(cms, tag, { lang: "es" });
      await until(async () => (await cms.requests()).length > 0, "the Spanish question");

      it.element.lang = "en";
      await it.event("clinic-load");
      await cms.answer(main, null, "es");
      await until(async () => (await cms.requests()).length > 1, "both questions");
      await new Promise((resolve) => setTimeout(resolve, 100));

      expect(textOf(it)).to.include(words.en);
      expect(textOf(it)).not.to.include(words.es);
    });

    it("says nothing more once it was removed from the page", async () => {
      await cms.answer(main, { hold: true });
      const it = mount(cms, tag);
      await until(async () => (await cms.requests()).length > 0, "a request");

      it.element.remove();
      await cms.answer(main, null);
      await new Promise((resolve) => setTimeout(resolve, 150));

      expect(it.sent).to.deep.equal([]);
    });

    it("goes on when it is put back", async () => {
      await cms.answer(main, { hold: true });
      const it = mount(cms, tag);
      await until(async () => (await cms.requests()).length > 0, "a request");
      it.element.remove();
      await cms.answer(main, null);

      it.container.append(it.element);
      await it.event("clinic-load");

      expect(textOf(it)).to.include(words.en);
    });

    it("shares one request per file with others on the page", async () => {
      const one = mount(cms, tag);
      const other = mount(cms, tag);
      await Promise.all([one.event("clinic-load"), other.event("clinic-load")]);

      const requests = await cms.requests();

      expect(requests).to.have.length(new Set(requests).size);
    });

    it("is accessible", async () => {
      const it = mount(cms, tag);
      await it.event("clinic-load");

      await expect(it.element).to.be.accessible();
    });

    it("is used by keyboard alone, in the order in which it reads", async () => {
      const it = mount(cms, tag);
      await it.event("clinic-load");
      const wanted = [...it.root.querySelectorAll<HTMLElement>("a[href], summary")].filter((one) =>
        one.checkVisibility(),
      );
      const before = document.createElement("button");
      const after = document.createElement("button");
      it.container.prepend(before);
      it.container.append(after);
      before.focus();

      const reached: Element[] = [];
      for (let presses = 0; presses <= wanted.length + 3 && focused() !== after; presses++) {
        await press("Tab");
        const element = focused();
        if (element && element !== after) reached.push(element);
      }

      expect(reached).to.deep.equal(wanted);
    });

    for (const [name, attributes, outer] of [
      ["left to right", {}, {}],
      ["right to left", { lang: "ar" }, { dir: "rtl" }],
    ] as const) {
      it(`fits 320 px, written ${name}`, async () => {
        await cms.answer(main, { body: { ...(await cms.content<F>(main)), locale: "ar" } }, "ar");
        const it = mount(cms, tag, attributes, { width: "320px", attributes: outer });
        await it.event("clinic-load");

        const box = it.container.getBoundingClientRect();
        const tooWide = [...it.root.querySelectorAll(".content *")]
          .filter((one) => one.checkVisibility() && !isVisuallyHidden(one))
          .filter(
            (one) =>
              one.getBoundingClientRect().right > box.right + 1 ||
              one.getBoundingClientRect().left < box.left - 1,
          );

        expect(tooWide.map((one) => one.outerHTML.slice(0, 200))).to.deep.equal([]);
        expect(getComputedStyle(it.root.querySelector(".content") as Element).direction).to.equal(
          outer.dir ?? "ltr",
        );
      });
    }

    it("starts its headings at the level that the page asks for", async () => {
      const it = mount(cms, tag, { "heading-level": "4" });
      await it.event("clinic-load");

      const levels = [...it.root.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) =>
        Number(one.localName[1]),
      );

      expect(levels.filter((level) => level < 4)).to.deep.equal([]);
    });

    it("is not seen when the page hides it", async () => {
      const it = mount(cms, tag);
      await it.event("clinic-load");

      it.element.hidden = true;

      expect(it.element.checkVisibility()).to.equal(false);
    });

    it("takes odd attribute values as the defaults", async () => {
      const plain = mount(cms, tag);
      const odd = mount(cms, tag, {
        "heading-level": "huge",
        open: "wide",
        view: "9",
        group: "x",
        link: "nowhere",
      });
      await Promise.all([plain.event("clinic-load"), odd.event("clinic-load")]);

      expect(textOf(odd)).to.equal(textOf(plain));
    });

    it("runs nothing that a stored text or address holds", async () => {
      for (const kind of allFilesFor(element)) {
        await cms.answer(kind, { body: hostile(await cms.content(kind), "javascript:hacked()") });
      }
      const it = mount(cms, tag);
      await it.event("clinic-load");

      const addresses = [...it.root.querySelectorAll("[href]")].map(
        (link) => link.getAttribute("href") ?? "",
      );
      expect(addresses.filter((address) => !/^(#|tel:)/.test(address))).to.deep.equal([]);
      expect(it.root.querySelectorAll("script, img")).to.have.length(0);
      expect(textOf(it)).to.include("<script>hacked()");
    });

    for (const [clinic, filled] of [
      [CLINIC, "New York City"],
      [undefined, "your area"],
    ]) {
      const kinds = filesFor(element, { topic: true, clinic });
      // The booking call is nothing without a clinic.
      if (kinds.length === 0) continue;
      it(`fills the placeholders of every text, ${clinic ? "with" : "without"} a clinic`, async () => {
        for (const kind of kinds) await cms.answer(kind, { body: withPlaceholders(await cms.content(kind)) });
        const it = mount(cms, tag, { clinic });
        await it.event("clinic-load");

        expect(it.root.innerHTML).to.include(filled);
        expect(it.root.innerHTML).not.to.include("{{");
      });
    }

    it("breaks long words and addresses rather than leaving a narrow column", async () => {
      const long = ` ${"Kniegelenksbänderdehnung".repeat(4)} https://example.org/${"a".repeat(90)}`;
      for (const kind of allFilesFor(element)) {
        await cms.answer(kind, { body: hostile(await cms.content(kind), "https://example.org/", long) });
      }
      const it = mount(cms, tag, { open: "all" }, { width: "280px" });
      await it.event("clinic-load");
      for (const details of it.root.querySelectorAll("details")) details.open = true;

      const edge = it.container.getBoundingClientRect().right + 1;
      const outside = [...it.root.querySelectorAll(".content *")]
        .filter((one) => one.checkVisibility() && !one.closest(".hidden, thead"))
        .filter((one) => one.getBoundingClientRect().right > edge)
        .map((one) => `${one.localName}.${one.className}`);

      expect([...new Set(outside)]).to.deep.equal([]);
    });

    it("sends no text and no condition in its events", async () => {
      const it = mount(cms, tag);
      await it.event("clinic-load");

      expect(it.sent.map(({ detail }) => detail)).to.deep.equal([{ stale: false }]);
      expect(it.sent.every(({ event }) => event.bubbles && event.composed)).to.equal(true);
    });

    describe("rendered on the server", () => {
      it("can be read before any script runs", async () => {
        const html = await cms.rendered(element);
        const page = document.createElement("iframe");
        page.sandbox.add("allow-same-origin");
        page.srcdoc = `<!doctype html><html lang="en"><body>${html}</body></html>`;
        document.body.append(page);
        await new Promise((resolve) => page.addEventListener("load", resolve));

        const content = page.contentDocument
          ?.querySelector(tag)
          ?.shadowRoot?.querySelector<HTMLElement>(".content");

        expect(content?.textContent).to.include(words.en);
        expect(content?.checkVisibility()).to.equal(true);
        page.remove();
      });

      it("shows its content once, before and after the answer", async () => {
        const html = await cms.rendered(element);
        await cms.answer(main, { hold: true });
        const it = mountRendered(html);
        await until(async () => (await cms.requests()).length > 0, "a request");
        expect(it.root.querySelectorAll(".content")).to.have.length(1);
        expect(textOf(it)).to.include(words.en);

        await cms.answer(main, null);
        await it.event("clinic-load");

        expect(it.root.querySelectorAll(".content")).to.have.length(1);
        expect(textOf(it)).to.include(words.en);
      });

      it("shows newer content", async () => {
        const html = await cms.rendered(element);
        await cms.answer(main, { body: await changedFile(cms) });
        const it = mountRendered(html);
        await it.event("clinic-load");

        expect(textOf(it)).to.include(OTHER);
        expect(textOf(it)).not.to.include(words.en);
      });

      it("stays when the CMS is away", async () => {
        const html = await cms.rendered(element);
        await cms.answer(main, { drop: true });
        const it = mountRendered(html);
        await it.event("clinic-error");

        expect(textOf(it)).to.include(words.en);
      });

      it("goes when the content was withdrawn", async () => {
        const html = await cms.rendered(element);
        await cms.answer(main, { body: { version: 1, gone: true } });
        const it = mountRendered(html);
        await it.event("clinic-error");

        expect(textOf(it)).to.equal("");
        expect(it.root.querySelector("slot")).not.to.equal(null);
      });

      it("follows an attribute that the page changes", async () => {
        const it = mountRendered(await cms.rendered(element));
        await it.event("clinic-load");

        it.element.lang = "es";

        await until(() => textOf(it).includes(words.es), "the Spanish text");
      });
    });
  });
}

/** Text for screen readers only has a box of a pixel somewhere. */
const isVisuallyHidden = (element: Element): boolean => {
  const around = element.closest<HTMLElement>(".hidden, caption, thead");
  return around !== null && around.getBoundingClientRect().width <= 1;
};
