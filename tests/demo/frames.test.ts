/** Frames on a partner's page: whole on the screen and on paper, readable in light and dark, in pages that are isolated. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { violations, WCAG } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { type EnginePage, eachEngine } from "../support/engines.ts";
import { frameScript, iframe } from "../support/frames.ts";
import { type Product, startProduct } from "../support/product.ts";

/** On the partner's page: what a frame has told last, and how high each was when printing began. */
type Noted = { told: { height: number; print: number }[]; printed: number[] };

describe("frames", () => {
  let product: Product;
  let site: Server;
  let origin: string;

  beforeAll(async () => {
    product = await startProduct({ database: "sqlite", demo: true });
    // `/?embedder=require-corp&style=...&script=no`
    site = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? "/", "http://partner");
      const embedder = searchParams.get("embedder");
      response.writeHead(200, {
        "content-type": "text/html",
        ...(embedder && {
          "cross-origin-embedder-policy": embedder,
          "cross-origin-opener-policy": "same-origin",
        }),
      });
      const { cmsUrl } = product;
      response.end(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
        <title>Partner</title><style>${searchParams.get("style") ?? ""}</style>
        <script>
          window.noted = { told: [], printed: [] };
          const frames = () => [...document.querySelectorAll("iframe")];
          addEventListener("message", ({ source, data }) => {
            noted.told[frames().findIndex((frame) => frame.contentWindow === source)] = data;
          });
        </script>
        <h1>Partner</h1>${iframe(cmsUrl)}<h2>More</h2>${iframe(cmsUrl, "benefits.html").replace("Questions", "Benefits")}
        ${searchParams.has("script") ? "" : frameScript(cmsUrl)}
        <script>
          addEventListener("beforeprint", () => {
            noted.printed = frames().map((frame) => frame.clientHeight);
          });
        </script></html>`);
    });
    await new Promise<void>((resolve) => site.listen(0, resolve));
    // Another site than the CMS, which is localhost.
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    site?.closeAllConnections();
    await new Promise((resolve) => site.close(resolve));
    await product?.stop();
  });

  const addressOf = (query: Record<string, string>) => `${origin}/?${new URLSearchParams(query)}`;
  /** Whether each frame is as high as it has told. */
  const areWhole = (page: Pick<EnginePage, "evaluate">) =>
    page.evaluate(() => {
      const { told } = (window as unknown as { noted: Noted }).noted;
      const heights = [...document.querySelectorAll("iframe")].map((frame) => frame.clientHeight);
      return heights.map((height, index) => height > 200 && height === told[index]?.height);
    });

  eachEngine((engine) => {
    let page: EnginePage | undefined;
    afterEach(async () => {
      await page?.close();
      page = undefined;
    });

    it.each(["", "require-corp", "credentialless"])(
      "have the height of their content, each its own, in a page with the embedder policy '%s'",
      async (embedder) => {
        page = await engine().newPage();
        await page.goto(addressOf(embedder ? { embedder } : {}));

        await expect.poll(() => areWhole(page as EnginePage), { timeout: 15_000 }).toEqual([true, true]);
      },
    );

    it.each(["light", "dark"])("can be read in %s colours, whatever they show", async (scheme) => {
      page = await engine().newPage();
      for (const file of ["topic.html?", "booking.html?compact&"]) {
        await page.goto(
          `${product.cmsUrl}/embed/v1/frame/en/riverside/dry-needling-for-runners/${file}color-scheme=${scheme}`,
        );

        expect(await violations(page, WCAG)).toEqual([]);
      }
    });
  });

  describe("in Chromium, which can be told what the reader likes, and can print", () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());

    async function visit(
      query: Record<string, string>,
      options: Parameters<Browser["newContext"]>[0] = {},
    ): Promise<Page> {
      const page = await (await browser.newContext(options)).newPage();
      await page.goto(addressOf(query));
      return page;
    }
    const framesOf = (page: Page) => page.frames().filter((frame) => frame !== page.mainFrame());

    it.each([
      ["light", "light"],
      ["light", "dark"],
      ["dark", "light"],
      ["dark", "dark"],
    ] as const)("can be read in a %s page by a reader who likes it %s", async (host, colorScheme) => {
      const style = `:root { color-scheme: ${host}; background: Canvas; color: CanvasText }`;
      const page = await visit({ style }, { colorScheme });
      await expect.poll(() => areWhole(page)).toEqual([true, true]);

      for (const frame of framesOf(page)) expect(await violations(frame, WCAG)).toEqual([]);
      const backgrounds = await Promise.all(
        framesOf(page).map((frame) =>
          frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
        ),
      );

      // Of their own: they do not rely on what is behind them.
      const own = colorScheme === "dark" ? "rgb(18, 18, 18)" : "rgb(255, 255, 255)";
      expect(backgrounds).toEqual([own, own]);
      await page.context().close();
    });

    it("are whole on paper, with all answers, and as before afterwards", async () => {
      const page = await visit({}, { viewport: { width: 1280, height: 800 } });
      await expect.poll(() => areWhole(page)).toEqual([true, true]);

      const withScript = await page.pdf({ format: "A4" });

      const { told, printed } = await page.evaluate(() => (window as unknown as { noted: Noted }).noted);
      expect(printed).toEqual(told.map(({ print }) => print));
      expect(await areWhole(page)).toEqual([true, true]);
      // The widths that a page's margins leave of A4 and Letter.
      for (const width of [620, 680, 740]) {
        await page.emulateMedia({ media: "print" });
        await page.setViewportSize({ width, height: 1000 });
        const needed = await Promise.all(
          framesOf(page).map((frame) =>
            frame.evaluate(() => document.documentElement.getBoundingClientRect().height),
          ),
        );
        expect(needed.map((height, index) => height <= (printed[index] as number))).toEqual([true, true]);
      }
      const bare = await visit({ script: "no" });
      const pages = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages(withScript)).toBeGreaterThan(pages(await bare.pdf({ format: "A4" })) + 3);
      await bare.context().close();
      await page.context().close();
    });
  });
});
