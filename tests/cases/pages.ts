/** Pages of partners: what their tools and their readers' browsers make of a snippet. */
import type { Frame } from "playwright-core";
import { frameScript, iframe } from "../support/frames.ts";
import { drawn, readAll } from "../support/partner.ts";
import { lexical } from "../support/rest.ts";
import { type Case, fresh, pageWith, type Stage, TOPIC, topicWith } from "./stage.ts";

const KEY_POINTS = "<clinic-key-points><p>Fallback</p></clinic-key-points>";

/** Whether the widgets of the page came to more than what the partner wrote in them. */
async function isShown(stage: Stage, pages: Record<string, string>): Promise<string> {
  const page = await stage.visit(pages);
  const shown = await drawn(page).then(
    () => true,
    () => false,
  );
  await page.context().close();
  return shown ? "shown" : "fallback";
}

/** The loader as the CMS serves it, on the partner's own host. */
const loaderOf = async ({ product }: Stage): Promise<string> =>
  (await fetch(`${product.cmsUrl}/embed/v1/loader.js`)).text();

export const PAGES: Case[] = [
  {
    sample: "F24 a reader's browser translates a Spanish page into French",
    got: "en",
    right: "es",
    async now({ visit }) {
      const page = await visit({
        "/": pageWith("<clinic-faq></clinic-faq>").replace('lang="en"', 'lang="es"'),
      });
      await drawn(page);
      await page.evaluate(() => {
        document.documentElement.lang = "fr";
        document.documentElement.classList.add("translated-ltr");
      });
      // A later element asks with the language that the page has for it then; what was drawn is asked anew with it.
      await page.evaluate(() => document.body.append(document.createElement("clinic-timings")));
      await drawn(page);
      const text = await readAll(page);
      await page.context().close();
      return /[¿¡]/.test(text) && !/\bthe\b/.test(text) ? "es" : "en";
    },
  },
  {
    sample: "F25 a page swap brings another topic",
    got: "the key points of the page before",
    right: "the key points of the new page",
    async now(stage) {
      const topic = await topicWith(stage, {
        keyPoints: { heading: "Points", items: [{ text: "Of the page before." }] },
      });
      const page = await stage.visit({ "/": pageWith(KEY_POINTS, "", topic) });
      await page.getByText("Of the page before.").first().waitFor();
      await page.evaluate(
        ({ origin, name }) => {
          const body = document.createElement("body");
          const script = document.createElement("script");
          script.src = `${origin}/embed/v1/loader.js`;
          script.async = true;
          script.dataset.topic = name;
          script.dataset.clinic = "riverside";
          body.append(document.createElement("clinic-key-points"), script);
          document.body.replaceWith(body);
        },
        { origin: stage.product.cmsUrl, name: TOPIC },
      );
      const expected = await stage.product.content<{ keyPoints: { heading: string } }>(
        `topics/${TOPIC}.json`,
      );
      const text = await stage.soon(async () => {
        const said = await readAll(page);
        return said.includes(expected.keyPoints.heading) ? said : undefined;
      });
      await page.context().close();
      return text.includes("Of the page before.")
        ? "the key points of the page before"
        : "the key points of the new page";
    },
  },
  {
    sample: "F26 a copy of the loader on the partner's host, combined with other scripts",
    got: "fallback",
    right: "shown",
    now: async (stage) =>
      isShown(stage, {
        "/": `<!doctype html><html lang="en"><body>${KEY_POINTS}<script src="/combined.js" data-topic="${TOPIC}" data-clinic="riverside"></script></body></html>`,
        "/combined.js": `window.before = 1;\n${await loaderOf(stage)}\nwindow.after = 1;`,
      }),
  },
  {
    sample: "the loader as a module",
    got: "fallback",
    right: "shown",
    now: (stage) =>
      isShown(stage, {
        "/": pageWith(KEY_POINTS).replace("<script src", '<script type="module" src'),
      }),
  },
  {
    sample: "the loader inlined into the page",
    got: "fallback",
    right: "shown",
    now: async (stage) =>
      isShown(stage, {
        "/": `<!doctype html><html lang="en"><body>${KEY_POINTS}<script data-topic="${TOPIC}" data-clinic="riverside">${await loaderOf(stage)}</script></body></html>`,
      }),
  },
  {
    sample: "an element of the page that is called clinicWidgets",
    got: "fallback",
    right: "shown",
    now: (stage) => isShown(stage, { "/": pageWith(`<p id="clinicWidgets"></p>${KEY_POINTS}`) }),
  },
  {
    sample: "an attribute that a framework writes as false",
    got: "compact",
    right: "not compact",
    async now({ visit }) {
      const page = await visit({ "/": pageWith('<clinic-booking compact="false"></clinic-booking>') });
      await drawn(page);
      const compact = await page
        .locator("clinic-booking")
        .evaluate((element) => "compact" in element && element.compact === true);
      await page.context().close();
      return compact ? "compact" : "not compact";
    },
  },
  {
    sample: "F23 a reader comes back to a page that was opened by a deep link",
    got: "at the question",
    right: "where they were",
    async now(stage) {
      const question = "Whom may I call?";
      const slug = fresh("call");
      const { id } = await stage.admin.must("POST", "/api/faqs", {
        question,
        slug,
        answer: lexical("Anybody."),
        _status: "published",
      });
      const topic = await topicWith(stage, {
        faqs: [id],
        body: [{ blockType: "faqs", heading: "Questions" }],
      });
      const body =
        '<p style="height:1200px">before</p><clinic-faq></clinic-faq><p style="height:3000px">after</p>';
      const page = await stage.visit(
        {
          "/": pageWith(`${body}<a href="/other.html">Away</a>`, "", topic),
          "/other.html": "<!doctype html><title>Other</title>",
        },
        { path: `/#${slug}` },
      );
      await page.getByText(question).first().waitFor();
      // As people do it: what a script does to the page is no wish of a reader.
      await page.mouse.move(200, 300);
      for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, 200);
      const place = () => page.evaluate(() => Math.round(scrollY));
      let before = -1;
      for (let now = await place(); now !== before; now = await place()) {
        before = now;
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
      }
      await page.getByText("Away").evaluate((link: HTMLElement) => link.click());
      await page.waitForURL(/other/);
      await page.goBack();
      await page.getByText(question).first().waitFor();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
      const after = await place();
      await page.context().close();
      return Math.abs(after - before) < 20 ? "where they were" : `at ${after} instead of ${before}`;
    },
  },
  {
    sample: "F27 a frame on a phone, and on paper",
    got: "700 of 8522 pixels, and of its paper",
    right: "the whole content, and the whole paper",
    async now({ product: { cmsUrl }, visit }) {
      const frame = iframe(cmsUrl, "benefits.html").replace('height="640"', 'height="700"');
      const page = await visit(
        {
          "/": `<!doctype html><meta name=viewport content="width=device-width">${frame}${frameScript(cmsUrl)}`,
        },
        { viewport: { width: 390, height: 844 } },
      );
      const content = page.frames()[1] as Frame;
      const heights = () =>
        content.evaluate(() => [
          innerHeight,
          Math.ceil(document.documentElement.getBoundingClientRect().height),
        ]);
      await page.waitForFunction(() => (document.querySelector("iframe")?.clientHeight ?? 0) > 701);
      const [seen, all] = await heights();
      const printed = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            addEventListener("beforeprint", () =>
              resolve(document.querySelector("iframe")?.clientHeight ?? 0),
            );
          }),
      );
      await page.pdf();
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 700, height: 1000 });
      const [, paper = 0] = await heights();
      const isPrinted = (await printed) >= paper;
      await page.context().close();
      if (seen !== all) return `${seen} of ${all} pixels, and of its paper`;
      return isPrinted ? "the whole content, and the whole paper" : "the whole content, and not its paper";
    },
  },
  {
    sample: "a table in a page without a doctype",
    got: "other letters than around it",
    right: "the letters around it",
    async now({ visit }) {
      const html = pageWith(
        "<clinic-benefits view=table group=overview></clinic-benefits>",
        "<style>body{font:italic 22px serif}</style>",
      ).replace("<!doctype html>", "");
      const page = await visit({ "/": html });
      await drawn(page);
      const size = await page
        .locator("clinic-benefits td")
        .first()
        .evaluate((cell) => {
          const { fontStyle, fontFamily } = getComputedStyle(cell);
          return `${fontStyle} ${fontFamily}`;
        });
      await page.context().close();
      return size === "italic serif" ? "the letters around it" : size;
    },
  },
];
