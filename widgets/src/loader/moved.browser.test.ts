/** The loader as optimizers, bundlers and people leave it on partners' pages. */
import { expect } from "@open-wc/testing";
import { CLINIC, Cms, pathOf, TOPIC } from "../../test/cms.ts";
import { until } from "../../test/mount.ts";
import { PartnerFrame, partnerPage } from "../../test/partner-frame.ts";

const DATA = `data-topic="${TOPIC}" data-clinic="${CLINIC}"`;
const SPY = `<script>window.spied = []; window.warned = [];
  for (const type of ["error", "unhandledrejection"]) addEventListener(type, () => spied.push(type), true);
  console.warn = (...words) => warned.push(words.join(" "));
</script>`;

type Place = { loader: string; copy: string; text: string; cms: Cms };

/** The lines of a page, by what was done to the loader. `copy` is on another host. */
const FORMS: Record<string, (place: Place) => string> = {
  "a module": ({ loader }) => `<script type="module" src="${loader}" ${DATA}></script>`,
  "a module of another host": ({ copy }) => `<script type="module" src="${copy}" ${DATA}></script>`,
  "imported by a script that says the defaults": ({ copy }) =>
    `<script type="module" ${DATA}>import "${copy}";</script>`,
  "imported later": ({ copy }) => `<script ${DATA}>import("${copy}");</script>`,
  "copied to another host": ({ copy }) => `<script async src="${copy}" ${DATA}></script>`,
  "copied to another host under our path": ({ copy, cms }) =>
    `<script async src="${copy.replace("copy.js", "loader.js")}" ${DATA} data-origin="${cms.origin}/"></script>`,
  "combined with other scripts": ({ text }) => `<script ${DATA}>var a = 1;\n${text};\nvar b = 2;</script>`,
  "written into the page": ({ text }) => `<script ${DATA}>${text}</script>`,
  "evaluated, where the script has become an inert one": ({ copy, loader }) =>
    `<script type="text/plain" src="${loader}" ${DATA}></script>
    <script>fetch("${copy}").then((answer) => answer.text()).then((text) => (0, eval)(text));</script>`,
  "evaluated by a script that is running": ({ copy, loader }) =>
    `<script type="text/plain" data-src="${loader}" ${DATA}></script>
    <script>const request = new XMLHttpRequest();
      request.open("GET", "${copy}", false);
      request.send();
      new Function(request.responseText)();</script>`,
  "added by a script of the page": ({ loader }) =>
    `<script>const script = document.createElement("script");
      Object.assign(script.dataset, { topic: "${TOPIC}", clinic: "${CLINIC}" });
      script.src = "${loader}";
      document.head.append(script);</script>`,
};

const QUERIES = ["?ver=1.2.3", "?", "?a=/b/c/d.js", "?https://example.org/embed/v1/x", "?v=1#part/of", "#x"];

const NAMESAKES = [
  '<div id="clinicWidgets"></div>',
  '<form id="clinicWidgets"><input name="origin"><input name="answers"></form>',
  '<a id="clinicWidgets" href="https://example.org/"></a>',
  '<iframe name="clinicWidgets" srcdoc=""></iframe>',
];

describe("the loader", () => {
  let cms: Cms;
  let other: Cms;
  let frame: PartnerFrame;

  beforeEach(async () => {
    cms = new Cms();
    other = new Cms();
    frame = new PartnerFrame();
  });
  afterEach(() => frame.remove());

  /** The file as delivery serves it. */
  const served = async () =>
    (await (await fetch("/widgets/dist/embed/loader.js")).text()).replace('"en,es"', `"en,es ${cms.origin}"`);

  const place = async (): Promise<Place> => {
    const text = await served();
    await other.answerAt("copy.js", { text });
    await other.answerAt("loader.js", { text });
    return {
      loader: `${cms.origin}/embed/v1/loader.js`,
      copy: `${other.origin}/embed/v1/copy.js`,
      text,
      cms,
    };
  };
  const visit = async (body: string): Promise<Document> =>
    frame.visit(await cms.page(partnerPage(SPY + body)));
  const on = (page: Document) => page.defaultView as unknown as { spied: string[]; warned: string[] };
  const shown = (page: Document) =>
    until(
      () =>
        page.querySelector("clinic-faq")?.shadowRoot?.textContent?.includes("What does dry needling involve"),
      "the questions",
    );

  for (const [name, lines] of Object.entries(FORMS))
    it(`works when it is ${name}, with the page's defaults`, async () => {
      const page = await visit(`<clinic-faq><p>Please call us.</p></clinic-faq>${lines(await place())}`);

      await shown(page);
      expect(await cms.requests()).to.include(pathOf("clinic"));
      expect(on(page).spied).to.deep.equal([]);
      expect(on(page).warned).to.deep.equal([]);
    });

  for (const query of QUERIES)
    it(`works with "${query}" behind its address`, async () => {
      const page = await visit(
        `<clinic-faq></clinic-faq><script async src="${cms.origin}/embed/v1/loader.js${query}" ${DATA}></script>`,
      );

      await shown(page);
    });

  for (const namesake of NAMESAKES)
    it(`is not stopped by ${namesake}`, async () => {
      const page = await visit(
        `${namesake}<clinic-faq></clinic-faq><script async src="${cms.origin}/embed/v1/loader.js" ${DATA}></script>`,
      );

      await shown(page);
      expect(on(page).spied).to.deep.equal([]);
    });

  it("lets the elements ask another address than its own with data-origin", async () => {
    const page = await visit(
      `<clinic-faq></clinic-faq><script async src="${other.origin}/embed/v1/loader.js" ${DATA} data-origin="${cms.origin}"></script>`,
    );

    await shown(page);
    expect(await other.requests()).to.deep.equal(["loader.js"]);
  });

  it("says in the console that it does not know the CMS, and leaves the fallback", async () => {
    const text = await (await fetch("/widgets/dist/embed/loader.js")).text();
    const page = await visit(
      `<clinic-faq><p>Please call us.</p></clinic-faq><script ${DATA}>${text}</script>`,
    );

    expect(on(page).warned.join()).to.include("data-origin");
    expect(page.querySelector("clinic-faq p")?.checkVisibility()).to.equal(true);
    expect(on(page).spied).to.deep.equal([]);
  });

  it("says in the console that the code cannot be had", async () => {
    const { script } = await (await fetch("/widgets/dist/embed/manifest.json")).json();
    await cms.answerAt(script, { drop: true });
    const page = await visit(
      `<clinic-faq></clinic-faq><script async src="${cms.origin}/embed/v1/loader.js" ${DATA}></script>`,
    );

    await until(() => on(page).warned.length > 0, "the warning");

    expect(on(page).warned.join()).to.include("code");
    expect(on(page).spied).to.deep.equal([]);
  });
});
