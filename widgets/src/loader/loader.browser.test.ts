import type { FaqsFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { CLINIC, Cms, pathOf, TOPIC } from "../../test/cms.ts";
import { until } from "../../test/mount.ts";
import { PartnerFrame, partnerPage } from "../../test/partner-frame.ts";

const FAQ = `<clinic-faq topic="${TOPIC}" clinic="${CLINIC}"><p>Please call us.</p></clinic-faq>`;
const isCode = (path: string) => path.startsWith("clinic-widgets-");

/** Notes what goes wrong on the page: errors, rejections, violations of its policy, and what elements tell. */
const SPY = `<script nonce="spy">window.spied = [];
  for (const type of ["error", "unhandledrejection", "securitypolicyviolation", "clinic-error"])
    addEventListener(type, ({ detail, violatedDirective }) => spied.push([type, detail?.code ?? violatedDirective].join(" ").trim()), true);
</script>`;
const spied = (page: Document) => (page.defaultView as unknown as { spied: string[] }).spied;

describe("the loader", () => {
  let cms: Cms;
  let frame: PartnerFrame;

  beforeEach(() => {
    cms = new Cms();
    frame = new PartnerFrame();
  });
  afterEach(() => frame.remove());

  const snippet = (attributes = "") =>
    `<script async src="${cms.origin}/embed/v1/loader.js" ${attributes}></script>`;

  /** A partner's page with `body`, shown in a frame. */
  const visit = async (body: string, { lang = "en", hash = "" } = {}): Promise<Document> => {
    await enter(body, { lang, hash });
    await frame.loaded();
    return frame.page;
  };

  /** The same, without waiting for the end of the page. */
  const enter = async (body: string, { lang = "en", hash = "" } = {}): Promise<void> => {
    frame.enter((await cms.page(partnerPage(body, { lang }))) + hash);
  };

  /** A partner's page that the browser reads as far as a script that does not come: up to the first word of `rest`. */
  const enterUpTo = async (rest: string, body: string): Promise<Document> => {
    await cms.hold("ad.js", true);
    const held = body.replace(rest, `<script src="${cms.origin}/embed/v1/ad.js"></script>${rest}`);
    expect(held).not.to.equal(body);
    await enter(held);
    await until(
      () => frame.element.contentWindow?.customElements.get("clinic-faq"),
      "the code, before the end of the page",
      // While a page is being read, Firefox puts off asynchronous scripts for seconds.
      12_000,
    );
    const page = frame.page;
    expect(page.readyState).to.equal("loading");
    return page;
  };

  /** Lets the page go on after the script. */
  const finish = async () => {
    const loaded = frame.loaded();
    await cms.answerAt("ad.js", { text: "" });
    await loaded;
  };

  /** The name of the file with the elements' code. */
  const codeFile = async (): Promise<string> =>
    (await (await fetch("/widgets/dist/embed/manifest.json")).json()).script;

  const textIn = (page: Document, tag = "clinic-faq") =>
    page.querySelector(tag)?.shadowRoot?.querySelector(".content")?.textContent ?? "";

  const shown = (page: Document, words: string, tag?: string) =>
    until(() => textIn(page, tag).includes(words), `"${words}" on the page`);

  it("brings code and content, each file once", async () => {
    const page = await visit(FAQ + snippet());
    await shown(page, "What does dry needling involve");

    const requests = await cms.requests();

    expect(requests).to.have.length(new Set(requests).size);
    expect(requests.filter((path) => !isCode(path) && path !== "loader.js").sort()).to.deep.equal(
      [pathOf("clinic"), pathOf("faqs")].sort(),
    );
  });

  it("asks for content while the code is still on its way, and keeps the fallback until then", async () => {
    const script = await codeFile();
    await cms.hold(script, true);
    // In Firefox and Safari the page's "load" waits for the code too.
    await enter(FAQ + snippet());

    await until(async () => (await cms.requests()).includes(pathOf("faqs")), "the question for content");
    const page = frame.page;
    expect(page.querySelector("clinic-faq p")?.checkVisibility()).to.equal(true);

    await cms.hold(script, false);
    await shown(page, "What does dry needling involve");
  });

  it("takes the page's defaults from the first loader script", async () => {
    const page = await visit(
      `${snippet(`data-topic="${TOPIC}" data-clinic="${CLINIC}" data-lang="es"`)}${snippet('data-topic="another"')}<clinic-faq></clinic-faq>`,
    );

    await shown(page, "¿En qué consiste la punción seca");
  });

  it("works with several copies of the snippet", async () => {
    const page = await visit(FAQ + snippet() + snippet() + snippet());
    await shown(page, "What does dry needling involve");

    const requests = await cms.requests();

    expect(requests.filter(isCode)).to.have.length(1);
    expect(requests.filter((path) => path === pathOf("faqs"))).to.have.length(1);
  });

  it("asks for no locale that does not exist", async () => {
    const page = await visit(FAQ + snippet(), { lang: "en-US" });
    await shown(page, "What does dry needling involve");

    expect((await cms.requests()).filter((path) => path.startsWith("en-US/"))).to.deep.equal([]);
  });

  it("asks for no language that is not published, also when a browser translates the page to it and says nothing more", async () => {
    const page = await visit(FAQ + snippet(), { lang: "es" });
    await shown(page, "¿En qué consiste la punción seca");

    page.documentElement.lang = "fr";
    page.body.insertAdjacentHTML("beforeend", `<clinic-timings topic="${TOPIC}"></clinic-timings>`);

    await shown(page, "Después de entrenamientos intensos", "clinic-timings");
    expect(textIn(page)).to.include("¿En qué consiste la punción seca");
    expect((await cms.requests()).filter((path) => /^(fr|en)\//.test(path))).to.deep.equal([]);
  });

  it("falls back to the default locale for a language that nobody wrote", async () => {
    const page = await visit(FAQ + snippet(), { lang: "fi" });

    await shown(page, "What does dry needling involve");
  });

  it("loads no code for a page without elements, but does once one is added", async () => {
    const page = await visit(`<p>Nothing here yet.</p>${snippet()}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = await cms.requests();

    page.body.insertAdjacentHTML("beforeend", FAQ);
    await shown(page, "What does dry needling involve");

    expect(before.filter((path) => path !== "loader.js")).to.deep.equal([]);
  });

  it("upgrades elements that are added after the code is there", async () => {
    const page = await visit(FAQ + snippet());
    await shown(page, "What does dry needling involve");

    page.body.insertAdjacentHTML("beforeend", `<clinic-timings topic="${TOPIC}"></clinic-timings>`);

    await shown(page, "After Hard Training or Races", "clinic-timings");
  });

  it("loads what is far below when the page is idle, so that it can be found and printed", async () => {
    const page = await visit(`<div style="height: 9000px"></div>${FAQ}${snippet()}`);

    await shown(page, "What does dry needling involve");
  });

  it("opens the answer that the address names", async () => {
    const page = await visit(`<div style="height: 9000px"></div>${FAQ}${snippet()}`, {
      hash: "#how-many-sessions",
    });
    await shown(page, "There is no single number.");

    const answer = page.querySelector("clinic-faq")?.shadowRoot?.getElementById("how-many-sessions");
    expect(answer?.closest("details")?.open).to.equal(true);
    expect(frame.view.scrollY).to.be.greaterThan(8000);
  });

  it("loads the code at once with data-eager, for elements in foreign shadow roots", async () => {
    const page = await visit(`<div id="app"></div>${snippet("data-eager")}`);
    const root = page.querySelector("#app")?.attachShadow({ mode: "open" }) as ShadowRoot;
    root.innerHTML = FAQ;

    await until(
      () => root.querySelector("clinic-faq")?.shadowRoot?.textContent?.includes("What does dry needling"),
      "the questions",
    );
  });

  it("works in a sandboxed frame, where storage may not be touched", async () => {
    frame.element.sandbox.add("allow-scripts");
    const told = new Promise<string>((resolve) => {
      addEventListener("message", ({ source, data }) => source === frame.view && resolve(data), {
        once: true,
      });
    });
    frame.element.srcdoc = `<!doctype html><html lang="en">${FAQ}${snippet()}<script>
      addEventListener("clinic-load", ({ target }) => parent.postMessage(target.shadowRoot.textContent, "*"));
    </script>`;
    document.body.append(frame.element);

    expect(await told).to.include("What does dry needling involve");
  });

  it("works on a page that enforces Trusted Types, without a violation", async () => {
    const policy = "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";
    const page = await visit(
      `<meta http-equiv="Content-Security-Policy" content="${policy}">
      <script>window.violations = []; addEventListener("securitypolicyviolation", ({ violatedDirective }) => violations.push(violatedDirective))</script>
      <clinic-topic topic="${TOPIC}" clinic="${CLINIC}"></clinic-topic>${FAQ}${snippet()}`,
    );
    await shown(page, "What does dry needling involve");
    await shown(page, "More and more runners", "clinic-topic");

    expect((page.defaultView as unknown as { violations: string[] }).violations).to.deep.equal([]);
  });

  it("can be left out by a page that pins the code itself", async () => {
    const { script, integrity } = await (await fetch("/widgets/dist/embed/manifest.json")).json();
    const page = await visit(
      `<clinic-faq></clinic-faq><script type="module" src="${cms.origin}/embed/v1/${script}" integrity="${integrity[script]}" crossorigin data-topic="${TOPIC}" data-lang="es"></script>`,
    );

    await shown(page, "¿En qué consiste la punción seca");
  });

  it("stands beside a release that the page pins, with one registration and one request per file", async () => {
    const page = await visit(
      `${SPY}${FAQ}${snippet()}<script type="module" src="${cms.origin}/embed/v1/0.9.0/clinic-widgets.js"></script>`,
    );
    await shown(page, "What does dry needling involve");
    await until(async () => (await cms.requests()).includes("0.9.0/clinic-widgets.js"), "the release");
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect((await cms.requests()).filter((path) => path === pathOf("faqs"))).to.have.length(1);
    expect(spied(page)).to.deep.equal([]);
  });

  it("may be a release that the page pins, alone", async () => {
    const page = await visit(
      `<clinic-faq></clinic-faq><script type="module" src="${cms.origin}/embed/v1/0.9.0/clinic-widgets.js" data-topic="${TOPIC}"></script>`,
    );

    await shown(page, "What does dry needling involve");
  });

  it("works under a policy that allows the CMS and nothing else", async () => {
    const policy = `default-src 'none'; script-src 'nonce-spy' ${location.origin}; connect-src ${location.origin}`;
    const page = await visit(
      `<meta http-equiv="Content-Security-Policy" content="${policy}">${SPY}
      <clinic-topic topic="${TOPIC}" clinic="${CLINIC}"></clinic-topic>${FAQ}${snippet()}`,
    );
    await shown(page, "What does dry needling involve");
    await shown(page, "More and more runners", "clinic-topic");

    const summary = page.querySelector("clinic-faq")?.shadowRoot?.querySelector(".faq summary") as Element;
    expect(getComputedStyle(summary).display).to.equal("flex");
    expect(spied(page)).to.deep.equal([]);
  });

  it("works when a tag manager takes its script off the page at once", async () => {
    const page = await visit(
      `${SPY}${FAQ}<script>
        const script = document.createElement("script");
        script.src = "${cms.origin}/embed/v1/loader.js";
        document.body.append(script);
        script.remove();
      </script>`,
    );

    await shown(page, "What does dry needling involve");
    expect(spied(page)).to.deep.equal([]);
  });

  it("tells the page once for each element when the code cannot be had, wherever it stands", async () => {
    await cms.answerAt(await codeFile(), { drop: true });
    const page = await visit(`${SPY}${FAQ}<div style="height: 9000px"></div>${FAQ}${snippet()}`);

    await until(() => spied(page).length > 0, "the event");
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect(spied(page)).to.deep.equal(["clinic-error network", "clinic-error network"]);
    expect(page.querySelector("clinic-faq p")?.checkVisibility()).to.equal(true);
  });

  it("tells the page when the code does not come in time, and shows the content when it comes after all", async () => {
    const code = await codeFile();
    await cms.hold(code, true);
    const patience = `<script>
      const set = setTimeout;
      setTimeout = (run, ms) => ms === 8000 ? (window.runOut = run) : set(run, ms);
    </script>`;
    await enter(`${patience}${SPY}${FAQ}${snippet()}`);
    const shownPage = frame.view as unknown as { runOut?: () => void; spied: string[] };
    await until(() => shownPage.runOut, "the limit");

    shownPage.runOut?.();
    await until(() => shownPage.spied.length > 0, "the event");
    await cms.hold(code, false);

    await shown(frame.page, "What does dry needling involve");
    expect(shownPage.spied).to.deep.equal(["clinic-error network"]);
  });

  it("says by a code of its own that the page's policy refuses the code", async () => {
    const policy = "require-trusted-types-for 'script'; trusted-types another";
    // A policy in the body of a page counts for nothing.
    const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    const page = await frame.visit(await cms.page(partnerPage(SPY + FAQ + snippet(), { head })));
    // An engine without Trusted Types refuses nothing.
    const sent = "trustedTypes" in (page.defaultView as Window) ? ["clinic-error trusted-types"] : [];

    await until(
      () => spied(page).some((each) => each === sent[0]) || textIn(page),
      "the event, or the content",
    );

    expect(spied(page).filter((each) => each.startsWith("clinic-error"))).to.deep.equal(sent);
  });

  it("says why it does not work on a page that is sent as XML", async () => {
    const xhtml = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A partner</title></head>
      <body><script>window.spied = []; addEventListener("clinic-error", ({ detail }) => spied.push(detail.code));</script>
      <clinic-faq topic="${TOPIC}"><p>Please call us.</p></clinic-faq><script src="${cms.origin}/embed/v1/loader.js"></script></body></html>`;
    const page = await frame.visit(URL.createObjectURL(new Blob([xhtml], { type: "application/xhtml+xml" })));

    await until(() => spied(page).length > 0, "the event");

    expect(spied(page)).to.deep.equal(["xhtml"]);
    expect(page.querySelector("clinic-faq p")?.checkVisibility()).to.equal(true);
  });

  it("throws nothing into the page when the content fails", async () => {
    await cms.answer("faqs", { drop: true });
    await cms.answer("clinic", { drop: true });
    const page = await visit(`${SPY}${FAQ}${snippet()}`);
    await until(() => spied(page).length > 0, "the event");
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect(spied(page)).to.deep.equal(["clinic-error network"]);
    expect(page.querySelector("clinic-faq p")?.checkVisibility()).to.equal(true);
  });

  it("throws nothing into the page when the browser still has the loader, but the CMS is down", async () => {
    await cms.answer("faqs", { drop: true });
    await cms.answer("clinic", { drop: true });
    await cms.answerAt(await codeFile(), { drop: true });
    const page = await visit(`${SPY}${FAQ}${snippet()}`);
    await until(() => spied(page).length > 0, "the event");
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect(await cms.requests()).to.include(pathOf("faqs"));
    expect(spied(page)).to.deep.equal(["clinic-error network"]);
    expect(page.querySelector("clinic-faq p")?.checkVisibility()).to.equal(true);
  });

  describe("on a page that a slow script holds up", () => {
    const questions = (page: Document) => page.querySelector("clinic-faq[data-rendered]") as HTMLElement;

    it("asks once for the content of elements below the script", async () => {
      const page = await enterUpTo(FAQ, snippet("data-eager") + FAQ);
      await finish();
      await shown(page, "What does dry needling involve");
      await new Promise((resolve) => setTimeout(resolve, 200));

      const requests = (await cms.requests()).filter((path) => path.endsWith(".json"));

      expect(requests.sort()).to.deep.equal([pathOf("clinic"), pathOf("faqs")].sort());
    });

    it("keeps the server's markup of elements below the script", async () => {
      const rendered = await cms.rendered("faq");
      const page = await enterUpTo(rendered, snippet("data-eager") + rendered);
      await cms.answer("faqs", { drop: true });
      await finish();
      await until(async () => (await cms.requests()).includes(pathOf("faqs")), "the question for content");
      await new Promise((resolve) => setTimeout(resolve, 200));

      expect(textIn(page)).to.include("What does dry needling involve");
      expect(questions(page).querySelector("template")).to.equal(null);
      expect(questions(page).shadowRoot?.querySelectorAll(".content")).to.have.length(1);
    });

    it("replaces the server's markup below the script when there is newer content", async () => {
      const rendered = await cms.rendered("faq");
      const page = await enterUpTo(rendered, snippet("data-eager") + rendered);
      await cms.answer("faqs", {
        body: { ...(await cms.content<object>("faqs")), revision: "later", items: [] },
      });
      await finish();

      await until(() => !textIn(page).includes("What does dry needling involve"), "the newer content");
    });

    it("does not touch the server's markup while the browser is still reading it", async () => {
      const rendered = await cms.rendered("faq");
      const { items, ...file } = await cms.content<FaqsFile>("faqs");
      await cms.answer("faqs", { body: { ...file, revision: "later", items: items.slice(0, 1) } });
      for (const rest of [/<style>.*/s, /<div class="content".*/s]) {
        const cut = rest.exec(rendered)?.[0] ?? "";
        const page = await enterUpTo(cut, snippet("data-eager") + rendered);
        await new Promise((resolve) => setTimeout(resolve, 200));
        await finish();
        await until(
          () => questions(page).shadowRoot?.querySelectorAll("details").length === 1,
          "the newer content",
        );

        expect(questions(page).shadowRoot?.querySelectorAll(".content")).to.have.length(1);
      }
    });

    it("compares the server's markup above the script with the CMS at once", async () => {
      const rendered = await cms.rendered("faq");
      await cms.answer("faqs", { body: { version: 1, gone: true } });
      const page = await enterUpTo("<p>The end", `${snippet()}${rendered}<p>The end</p>`);

      await until(() => textIn(page) === "", "the withdrawal");
      expect(page.readyState).to.equal("loading");
      await finish();
    });

    it("lets the page move the server's markup meanwhile", async () => {
      const rendered = await cms.rendered("faq");
      const move = `<main></main><script>document.querySelector("main").append(document.querySelector("clinic-faq"))</script>`;
      const page = await enterUpTo(rendered, `${SPY}${snippet("data-eager")}${rendered}${move}`);
      await finish();
      await until(async () => (await cms.requests()).includes(pathOf("faqs")), "the question for content");
      await new Promise((resolve) => setTimeout(resolve, 200));

      expect(spied(page)).to.deep.equal([]);
      expect(questions(page).shadowRoot?.querySelectorAll(".content")).to.have.length(1);
    });
  });
});
