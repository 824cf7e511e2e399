/** Pages that a library swaps for others without a new document: Turbo, htmx, Astro and their like. */
import type { FaqsFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { CLINIC, Cms, pathOf, TOPIC } from "../../test/cms.ts";
import { until } from "../../test/mount.ts";
import { PartnerFrame } from "../../test/partner-frame.ts";

const OLD = "What does dry needling involve";
const NEW = "Of the other topic?";

/** The page's own way from one page to the next. `next` is the new page's body, with a loader script at its start. */
const SWAPS: Record<string, (page: Document, next: HTMLBodyElement) => void> = {
  "a new body whose scripts are run again (Turbo)": (page, next) => {
    page.documentElement.replaceChild(next, page.body);
    for (const script of next.querySelectorAll("script")) script.replaceWith(copyOf(script));
  },
  "new content in the same body, in front of the old (htmx)": (page, next) => {
    const old = [...page.body.childNodes];
    const [first] = old;
    for (const node of [...next.childNodes]) page.body.insertBefore(node, first ?? null);
    for (const node of old) node.remove();
    for (const script of page.body.querySelectorAll("script")) script.replaceWith(copyOf(script));
  },
  "a new body whose scripts are not run, because they ran already (Astro)": (page, next) => {
    page.body.replaceWith(page.adoptNode(next));
  },
  "markup that is written into the body": (page, next) => {
    page.body.innerHTML = next.innerHTML;
  },
  "a script that is added to the head, where the old one stays": (page, next) => {
    const script = next.querySelector("script") as HTMLScriptElement;
    page.head.append(copyOf(script));
    script.remove();
    page.documentElement.replaceChild(next, page.body);
  },
};

/** A script that the browser will run, as libraries make it of one that it will not. */
function copyOf(script: HTMLScriptElement): HTMLScriptElement {
  const copy = script.ownerDocument.createElement("script");
  for (const { name, value } of script.attributes) copy.setAttribute(name, value);
  return copy;
}

describe("a page swap", () => {
  let cms: Cms;
  let frame: PartnerFrame;

  beforeEach(async () => {
    cms = new Cms();
    frame = new PartnerFrame();
    const { items, ...file } = await cms.content<FaqsFile>("faqs");
    const item = { ...(items[0] as FaqsFile["items"][0]), question: NEW };
    await cms.answerAt("en/topics/other/faqs.json", { body: { ...file, revision: "other", items: [item] } });
    await cms.answerAt("en/clinics/hillside.json", { body: await cms.content("clinic") });
  });
  afterEach(() => frame.remove());

  const snippet = (attributes: string) =>
    `<script async src="${cms.origin}/embed/v1/loader.js" ${attributes}></script>`;
  const OF_OLD = `data-topic="${TOPIC}" data-clinic="${CLINIC}"`;

  const visit = async (html: string): Promise<Document> =>
    frame.visit(await cms.page(`<!doctype html><html lang="en"><head><title>A partner</title>${html}`));
  const textIn = (page: Document, selector = "clinic-faq") =>
    page.querySelector(selector)?.shadowRoot?.querySelector(".content")?.textContent ?? "";
  const shown = (page: Document, words: string, selector?: string) =>
    until(() => textIn(page, selector).includes(words), `"${words}" on the page`);
  const bodyOf = (html: string) =>
    new DOMParser().parseFromString(`<body>${html}`, "text/html").body as HTMLBodyElement;

  for (const [name, swap] of Object.entries(SWAPS)) {
    for (const place of ["head", "body"]) {
      it(`brings the topic and the clinic of the new page: ${name}, from a page with the script in its ${place}`, async () => {
        const [inHead, inBody] = place === "head" ? [snippet(OF_OLD), ""] : ["", snippet(OF_OLD)];
        const page = await visit(`${inHead}<body>${inBody}<h1>Old</h1><clinic-faq></clinic-faq>`);
        await shown(page, OLD);
        // Where scripts are not run again, the library brings the new head too.
        if (/Astro|markup/.test(name)) page.head.querySelector("script")?.remove();

        swap(
          page,
          bodyOf(
            `${snippet('data-topic="other" data-clinic="hillside"')}<h1>New</h1><clinic-faq></clinic-faq>`,
          ),
        );

        await shown(page, NEW);
        expect(textIn(page)).not.to.include(OLD);
        expect(await cms.requests()).to.include("en/clinics/hillside.json");
      });
    }
  }

  it("lets elements that stay on the page ask again, unless they say themselves what they show", async () => {
    const page = await visit(
      `<body><clinic-faq id="relies"></clinic-faq><clinic-faq id="own" topic="${TOPIC}" clinic="${CLINIC}"></clinic-faq><main>${snippet(OF_OLD)}</main>`,
    );
    await shown(page, OLD, "#relies");
    await shown(page, OLD, "#own");
    const own = page.querySelector("#own")?.shadowRoot?.querySelector("details");
    let sent = 0;
    page.querySelector("#own")?.addEventListener("clinic-load", () => sent++);

    const next = bodyOf(snippet('data-topic="other" data-clinic="hillside"')).firstElementChild;
    page.querySelector("main")?.replaceChildren(copyOf(next as HTMLScriptElement));

    await shown(page, NEW, "#relies");
    expect(page.querySelector("#own")?.shadowRoot?.querySelector("details")).to.equal(own);
    expect(sent).to.equal(0);
  });

  it("shows nothing of the old topic while the new one's content is on its way", async () => {
    await cms.hold("en/topics/other/faqs.json", true);
    const page = await visit(`<body><clinic-faq></clinic-faq><main>${snippet(OF_OLD)}</main>`);
    await shown(page, OLD);

    const next = bodyOf(snippet('data-topic="other"')).firstElementChild;
    page.querySelector("main")?.replaceChildren(copyOf(next as HTMLScriptElement));

    await until(() => !textIn(page).includes(OLD), "the old topic to go");
    await cms.hold("en/topics/other/faqs.json", false);
  });

  it("to a page of which the script names no clinic takes the old one's away", async () => {
    const page = await visit(`<body>${snippet(OF_OLD)}<clinic-faq></clinic-faq>`);
    await shown(page, OLD);

    SWAPS["a new body whose scripts are run again (Turbo)"]?.(
      page,
      bodyOf(
        `${snippet("")}<clinic-faq topic="other"></clinic-faq><clinic-booking>Call us.</clinic-booking>`,
      ),
    );

    await shown(page, NEW);
    await until(() => textIn(page, "clinic-booking") === "", "the fallback");
    expect(page.querySelector("clinic-booking")?.checkVisibility()).to.equal(true);
  });

  it("brings the language that the new page asks for", async () => {
    const page = await visit(`${snippet(OF_OLD)}<clinic-faq></clinic-faq>`);
    await shown(page, OLD);

    page.head.append(
      copyOf(bodyOf(snippet(`${OF_OLD} data-lang="es"`)).firstElementChild as HTMLScriptElement),
    );

    await shown(page, "¿En qué consiste la punción seca");
  });

  it("is not what a copy of the script is that comes later and says nothing", async () => {
    const page = await visit(`${snippet(OF_OLD)}<clinic-faq></clinic-faq>`);
    await shown(page, OLD);

    page.body.append(copyOf(bodyOf(snippet("")).firstElementChild as HTMLScriptElement));
    page.body.insertAdjacentHTML("beforeend", "<clinic-timings></clinic-timings>");

    await shown(page, "After Hard Training or Races", "clinic-timings");
    expect(textIn(page)).to.include(OLD);
  });

  it("is not what another CMS's script is", async () => {
    const other = new Cms();
    const page = await visit(`${snippet(OF_OLD)}<clinic-faq></clinic-faq>`);
    await shown(page, OLD);

    const script = copyOf(bodyOf(snippet('data-topic="other"')).firstElementChild as HTMLScriptElement);
    script.src = `${other.origin}/embed/v1/loader.js`;
    const loaded = new Promise((resolve) => script.addEventListener("load", resolve));
    page.body.append(script);
    await loaded;
    page.body.insertAdjacentHTML("beforeend", "<clinic-timings></clinic-timings>");

    await shown(page, "After Hard Training or Races", "clinic-timings");
    expect(await other.requests()).to.deep.equal(["loader.js"]);
    expect((await cms.requests()).filter((path) => path === pathOf("faqs"))).to.have.length(1);
  });

  it("is noticed also where the page pins the code itself, which runs once", async () => {
    const { script } = await (await fetch("/widgets/dist/embed/manifest.json")).json();
    const pinned = (topic: string) =>
      `<script type="module" src="${cms.origin}/embed/v1/${script}" data-topic="${topic}"></script>`;
    const page = await visit(`<body>${pinned(TOPIC)}<clinic-faq></clinic-faq>`);
    await shown(page, OLD);

    SWAPS["a new body whose scripts are run again (Turbo)"]?.(
      page,
      bodyOf(`${pinned("other")}<clinic-faq></clinic-faq>`),
    );

    await shown(page, NEW);
  });
});
