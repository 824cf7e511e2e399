/** What the controllers do for every element, shown with one. */
import type { TimingsFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { CLINIC, Cms, pathOf, TOPIC } from "../../test/cms.ts";
import { cleanUp, mount, textOf, until } from "../../test/mount.ts";
import { registerClinicWidgets } from "../register.ts";

const ENGLISH = "After Hard Training or Races";
const SPANISH = "Después de entrenamientos intensos o competencias";

describe("content", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  const republish = async (words: string) => {
    const file = await cms.content<TimingsFile>("timings");
    const items = file.items.map((timing) => ({ ...timing, timing: words }));
    await cms.answer("timings", { body: { ...file, revision: words, items } });
  };
  const comeBack = () => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));

  it("is asked for again when the page comes back from the back/forward cache", async () => {
    const it = mount(cms, "clinic-timings");
    await it.event("clinic-load");
    await republish("Changed meanwhile");

    comeBack();

    await until(() => textOf(it).includes("Changed meanwhile"), "the new text");
  });

  it("stays while newer content loads, and when that fails", async () => {
    const it = mount(cms, "clinic-timings");
    await it.event("clinic-load");
    await cms.answer("timings", { hold: true });

    comeBack();
    await until(
      async () => (await cms.requests()).filter((path) => path === pathOf("timings")).length === 2,
      "the second request",
    );
    const meanwhile = textOf(it);
    await cms.answer("timings", { drop: true });
    await it.event("clinic-error");

    expect(meanwhile).to.include(ENGLISH);
    expect(textOf(it)).to.include(ENGLISH);
  });

  it("goes at once when it was withdrawn meanwhile", async () => {
    const it = mount(cms, "clinic-timings");
    await it.event("clinic-load");
    await cms.answer("timings", { body: { version: 1, gone: true } });

    comeBack();
    await it.event("clinic-error");

    expect(textOf(it)).to.equal("");
  });

  it("of another topic is not shown when the one asked for fails", async () => {
    const it = mount(cms, "clinic-timings");
    await it.event("clinic-load");

    it.element.setAttribute("topic", "unknown-topic");
    await it.event("clinic-error");

    expect(textOf(it)).to.equal("");
  });

  it("counts as away when the CMS does not answer in time", async () => {
    await cms.answer("timings", { hold: true });
    const it = mount(cms, "clinic-timings", {}, { fallback: "<p>Please call us.</p>" });

    const { detail } = await it.event("clinic-error");

    expect(detail).to.deep.equal({ code: "network" });
    expect(it.element.querySelector("p")?.checkVisibility()).to.equal(true);
    await cms.answer("timings", null);
  });

  it("that cannot be drawn gives way to the fallback and throws nothing into the page", async () => {
    const errors: Event[] = [];
    const hear = (event: Event) => errors.push(event);
    for (const type of ["error", "unhandledrejection"]) window.addEventListener(type, hear);
    await cms.answer("timings", { body: { ...(await cms.content<TimingsFile>("timings")), items: [null] } });
    const it = mount(cms, "clinic-timings", {}, { fallback: "<p>Please call us.</p>" });

    const { detail } = await it.event("clinic-error");
    for (const type of ["error", "unhandledrejection"]) window.removeEventListener(type, hear);

    expect(detail).to.deep.equal({ code: "bad-answer" });
    expect(it.element.querySelector("p")?.checkVisibility()).to.equal(true);
    expect(errors).to.deep.equal([]);
  });

  it("of a draft's preview, which nobody may store, leaves no copy", async () => {
    await cms.answer("timings", { noStore: true });
    const it = mount(cms, "clinic-timings");
    await it.event("clinic-load");

    const urls = await until(async () => {
      const kept = await (await caches.open("clinic-widgets-1")).keys();
      return kept.length > 0 && kept.map(({ url }) => url);
    }, "the clinic's copy");

    expect(urls.filter((url) => url.endsWith("timings.json"))).to.deep.equal([]);
  });

  it("is not kept waiting by what it can do without", async () => {
    await cms.answer("clinic", { drop: true });
    const it = mount(cms, "clinic-timings");
    await it.event("clinic-load");

    expect(textOf(it)).to.include(ENGLISH);
  });

  it("says what is missing when nobody names the CMS", async () => {
    const it = mount(cms, "clinic-timings", { src: undefined });

    expect((await it.event("clinic-error")).detail).to.deep.equal({ code: "missing-attribute" });
  });

  it("comes when the missing attribute is given later", async () => {
    const it = mount(cms, "clinic-timings", { topic: undefined });
    await it.event("clinic-error");

    it.element.setAttribute("topic", TOPIC);
    await it.event("clinic-load");

    expect(textOf(it)).to.include(ENGLISH);
  });
});

describe("language", () => {
  let cms: Cms;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(cleanUp);

  it("follows the page when its language changes", async () => {
    const it = mount(cms, "clinic-timings");
    await it.event("clinic-load");

    document.documentElement.lang = "es";

    await until(() => textOf(it).includes(SPANISH), "the Spanish text");
  });

  for (const [name, mark, unmark] of [
    [
      "Chrome",
      () => document.documentElement.classList.add("translated-ltr"),
      () => document.documentElement.classList.remove("translated-ltr"),
    ],
    [
      "Chrome, to a language that is written from the right",
      () => document.documentElement.classList.add("translated-rtl"),
      () => document.documentElement.classList.remove("translated-rtl"),
    ],
    [
      "Edge",
      () => document.body.setAttribute("_msttexthash", "1"),
      () => document.body.removeAttribute("_msttexthash"),
    ],
  ] as const)
    for (const lang of ["fr", "en", "es-MX"])
      it(`stays the one that the page was written in, when ${name} translates it to ${lang}`, async () => {
        document.documentElement.lang = "es";
        const it = mount(cms, "clinic-timings");
        await it.event("clinic-load");
        const before = await cms.requests();

        document.documentElement.lang = lang;
        mark();
        await until(() => textOf(it).includes(SPANISH), "the Spanish text");
        const late = mount(cms, "clinic-timings");
        await late.event("clinic-load");
        const meanwhile = [textOf(it), textOf(late)];
        const asked = (await cms.requests()).slice(before.length);
        document.documentElement.lang = "es";
        unmark();
        await new Promise((resolve) => setTimeout(resolve, 50));

        for (const text of [...meanwhile, textOf(it)]) expect(text).to.include(SPANISH);
        expect(asked.filter((path) => path.startsWith("fr"))).to.deep.equal([]);
      });

  it("is the element's own before the page's", async () => {
    document.documentElement.lang = "es";
    const it = mount(cms, "clinic-timings", { lang: "en" });
    await it.event("clinic-load");

    expect(textOf(it)).to.include(ENGLISH);
  });

  it("is found outside of shadow roots", async () => {
    const host = document.createElement("div");
    host.lang = "es";
    document.body.append(host);
    const root = host.attachShadow({ mode: "open" });
    root.innerHTML = `<p><clinic-timings src="${cms.origin}" topic="${TOPIC}" clinic="${CLINIC}"></clinic-timings></p>`;
    const element = root.querySelector("clinic-timings");

    await until(() => element?.shadowRoot?.textContent?.includes(SPANISH), "the Spanish text");

    host.lang = "en";
    await until(() => element?.shadowRoot?.textContent?.includes(ENGLISH), "the English text");
    host.remove();
  });
});

describe("registration", () => {
  const registry = (taken: Record<string, unknown>) => {
    const defined: string[] = [];
    return {
      defined,
      get: (tag: string) => taken[tag],
      define: (tag: string) => defined.push(tag),
    };
  };
  const warnings = (act: () => void): string[] => {
    const { warn } = console;
    const told: string[] = [];
    console.warn = (text: string) => told.push(text);
    try {
      act();
    } finally {
      console.warn = warn;
    }
    return told;
  };

  it("defines the nine tags", () => {
    const empty = registry({});

    registerClinicWidgets(empty as unknown as CustomElementRegistry);

    expect(empty.defined).to.have.length(9);
  });

  it("steps aside where a tag is taken, and says so", () => {
    const full = registry({ "clinic-faq": class {} });

    const told = warnings(() => registerClinicWidgets(full as unknown as CustomElementRegistry));

    expect(full.defined).not.to.include("clinic-faq");
    expect(full.defined).to.have.length(8);
    expect(told.join()).to.include("<clinic-faq>");
  });

  it("says nothing about a second copy of the same version", () => {
    expect(warnings(() => registerClinicWidgets())).to.deep.equal([]);
  });
});
