/** Which language a screen reader is told for each text, where content is translated only in part. */
import { ELEMENT_NAMES } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms } from "../../test/cms.ts";
import { cleanUp, type Mounted, mount, mountRendered, until } from "../../test/mount.ts";
import { type Part, translatePartly } from "../../test/partly-translated.ts";
import { allFilesFor } from "../content/files-for.ts";
import { en } from "../texts/en.ts";
import { es } from "../texts/es.ts";

/** The texts as a reader meets them, each with the language and direction that hold for it. */
function spoken({ root }: Mounted) {
  const walker = document.createTreeWalker(root.querySelector(".content") as Element, NodeFilter.SHOW_TEXT);
  const texts: { text: string; lang: string | null | undefined; direction: string }[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim();
    const around = walker.currentNode.parentElement as Element;
    const lang = around.closest("[lang]")?.getAttribute("lang");
    if (text) texts.push({ text, lang, direction: getComputedStyle(around).direction });
  }
  return texts;
}

/** Our own words; of a sentence with a blank, what stands before it. */
const wordsOf = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "function"
      ? [[value("_", "_")].flat().join("").split("_")[0] as string].filter(Boolean)
      : Object.values(value as object).flatMap(wordsOf);
const english = wordsOf(en).filter((words) => !wordsOf(es).includes(words));
const spanish = wordsOf(es).filter((words) => !wordsOf(en).includes(words));

/** The language that a text is really in, as far as it can be told. */
function languageOf(text: string): string | undefined {
  const told = /\[(\w+)\]/.exec(text)?.[1];
  if (told) return told;
  if (english.some((words) => text.startsWith(words))) return "en";
  return spanish.some((words) => text.startsWith(words)) ? "es" : undefined;
}

const PARTS: [string, Part[]][] = [
  ["the topic", ["topic"]],
  ["the clinic", ["clinic"]],
  ["every item", ["items"]],
  ["all but the disclaimer", ["topic", "clinic", "items"]],
];

describe("A part of an element in Spanish", () => {
  afterEach(cleanUp);

  for (const [element, attributes] of [
    ...["title", "subtitle", "review", "intro"].map((section) => ["topic", { section }] as const),
    ["booking", { compact: "" }],
  ] as const) {
    it(`says which language it is in: clinic-${element} ${JSON.stringify(attributes)}`, async () => {
      const cms = new Cms();
      await translatePartly(cms, allFilesFor(element), "es", ["topic", "clinic"]);
      const it = mount(cms, `clinic-${element}`, { lang: "es", ...attributes });
      await it.event("clinic-load");
      const isReview = "section" in attributes && attributes.section === "review";

      const told = spoken(it).filter(({ text }) => isReview || languageOf(text));

      expect(told).not.to.deep.equal([]);
      expect(told.filter(({ text, lang }) => lang !== (languageOf(text) ?? "es"))).to.deep.equal([]);
    });
  }
});

/** A language that is configured, and that our own words are not translated into. */
describe("An element in Arabic", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  it("writes dates and times in the language of the sentence around them", async () => {
    await translatePartly(cms, allFilesFor("topic"), "ar", []);
    const it = mount(cms, "clinic-topic", { lang: "ar" });
    await it.event("clinic-load");

    const review = it.root.querySelector('.disclaimer [part="review"]')?.textContent;
    const hours = it.root.querySelector('[part="hours"]')?.textContent;

    expect(review).to.equal("Reviewed by a clinician on 12 October 2026\u00a0·\u00a0Next review April 2027");
    expect(hours).to.match(
      /^(?:Open now, until|Closed now, opens(?: [A-Z][a-z]+day)? at) \d+(?::30)?\u00a0[ap]m$/,
    );
  });

  it("says in English, and marked as English, that it waits", async () => {
    await translatePartly(cms, allFilesFor("faq"), "ar", []);
    await cms.answer("faqs", { hold: true }, "ar");
    const it = mount(cms, "clinic-faq", { lang: "ar" });
    await until(() => it.root.querySelector(".loading"), "the room for the answers");

    expect(spoken(it)).to.deep.equal([{ text: en.loading, lang: "en", direction: "ltr" }]);
  });
});

for (const element of ELEMENT_NAMES) {
  describe(`<clinic-${element}> in Spanish`, () => {
    let cms: Cms;

    beforeEach(() => {
      cms = new Cms();
    });
    afterEach(cleanUp);

    const draw = async (locale: string, parts: Part[]): Promise<Mounted[]> => {
      await translatePartly(cms, allFilesFor(element), locale, parts);
      const fromServer = mountRendered(await cms.rendered(element, locale));
      const drawn = mount(cms, `clinic-${element}`, { lang: locale });
      await drawn.event("clinic-load");
      return [drawn, fromServer];
    };

    for (const [name, parts] of PARTS) {
      it(`says of each text which language it is in, where ${name} fell back to English`, async () => {
        for (const it of await draw("es", parts)) {
          const told = spoken(it).filter(({ text }) => languageOf(text));

          expect(told).not.to.deep.equal([]);
          expect(told.filter(({ text, lang }) => lang !== languageOf(text))).to.deep.equal([]);
        }
      });
    }

    it("writes each text in its direction where the page's is from right to left", async () => {
      for (const it of await draw("ar", ["topic", "clinic", "items"])) {
        const told = spoken(it).filter(({ text }) => languageOf(text));

        expect(told).not.to.deep.equal([]);
        expect(told.filter(({ text, lang }) => lang !== languageOf(text))).to.deep.equal([]);
        expect(
          told.filter(({ text, direction }) => direction !== (languageOf(text) === "ar" ? "rtl" : "ltr")),
        ).to.deep.equal([]);
      }
    });
  });
}
