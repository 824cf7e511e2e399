/** The demo pages as patients meet them: complete, accessible, by keyboard, on a small phone, on paper, without JavaScript. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";

const PAGES = ["/", "/topic.html", "/corredores/", "/docs/"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("the demo pages", () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    product = await startProduct({ database: "sqlite", demo: true });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** A page whose widgets have all been drawn. */
  async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
    const page = await (await browser.newContext({ bypassCSP: true, ...options })).newPage();
    await page.goto(product.demoUrl + path);
    if (options.javaScriptEnabled !== false) {
      await page.waitForFunction(() =>
        [...document.querySelectorAll("*")]
          .filter((element) => element.localName.startsWith("clinic-"))
          .every((element) =>
            element.shadowRoot?.querySelector("[part]:not([part=content], [part=loading])"),
          ),
      );
    }
    return page;
  }

  it("show the article complete: every list, box, source and number", async () => {
    const page = await open("/");
    const count = (selector: string) => page.locator(selector).count();

    expect({
      keyPoints: await count("clinic-key-points [part=point]"),
      overviewRows: await count('clinic-benefits[group=overview] [part="row"]'),
      evidenceRows: await count('clinic-benefits[group=evidence][view=table] [part="row"]'),
      studyBoxes: await count("[part=study] dl"),
      injuriesListed: await count("[part=injury]"),
      injuriesInTable: await count('#running-injuries [part="row"]'),
      timings: await count('clinic-timings [part="row"]'),
      questions: await count("clinic-faq [part=question]"),
      sources: await count("clinic-studies [part=citation]"),
      bookingLinks: await count("#book a[data-booking-link]"),
    }).toEqual({
      keyPoints: 5,
      overviewRows: 5,
      evidenceRows: 5,
      studyBoxes: 5,
      injuriesListed: 9,
      injuriesInTable: 9,
      timings: 5,
      questions: 7,
      sources: 3,
      bookingLinks: 3,
    });
    expect(await page.locator("clinic-disclaimer [part=emergency]").textContent()).toBe(
      "In an emergency, call 911.",
    );
    expect(
      await page
        .locator("clinic-studies [part=links] a")
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)),
    ).toEqual([
      "https://doi.org/10.1007/s40279-025-02175-9",
      "https://pubmed.ncbi.nlm.nih.gov/39928077/",
      "https://pmc.ncbi.nlm.nih.gov/articles/PMC12011942/",
      "https://doi.org/10.1016/j.jbmt.2024.07.017",
      "https://pubmed.ncbi.nlm.nih.gov/39593418/",
      "https://doi.org/10.1016/j.asmr.2021.09.035",
      "https://pubmed.ncbi.nlm.nih.gov/35141553/",
      "https://pmc.ncbi.nlm.nih.gov/articles/PMC8811490/",
    ]);
    expect(await page.locator("main").textContent()).not.toContain("{{");
    await page.context().close();
  });

  it("show the same article as one element", async () => {
    const page = await open("/topic.html");
    const count = (selector: string) => page.locator(`clinic-topic ${selector}`).count();

    expect([
      await count("[part=point]"),
      await count("[part=study] dl"),
      await count("[part=injury]"),
      await count("[part=question]"),
      await count("[part=citation]"),
      await count("[part=booking]"),
      await count("[part=disclaimer]"),
    ]).toEqual([5, 5, 9, 7, 3, 1, 1]);
    await page.context().close();
  });

  it("show three widgets in Spanish on the second partner's page", async () => {
    const page = await open("/corredores/");
    const text = await page.evaluate(() =>
      [...document.querySelectorAll("clinic-benefits, clinic-faq, clinic-booking")].map(
        (element) => element.shadowRoot?.textContent ?? "",
      ),
    );

    expect(text[0]).toContain("Alivio del dolor");
    expect(text[1]).toContain("¿En qué consiste la punción seca");
    expect(text[2]).toContain("Reserve una primera visita");
    await page.context().close();
  });

  it.each(PAGES)("%s: axe finds nothing", async (path) => {
    const page = await open(path);
    for (const details of await page.locator("details").all())
      await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: {
          run(
            root: Document,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>;
        };
      };
      const result = await axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      });
      return result.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map((node) => `${JSON.stringify(node.target)} ${node.failureSummary}`)
            .slice(0, 3)
            .join(" | ")}`,
      );
    });

    expect(violations).toEqual([]);
    await page.context().close();
  });

  it.each(PAGES)("%s: nothing is cut off at 320 px", async (path) => {
    const page = await open(path, { viewport: { width: 320, height: 640 } });

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  it("open an answer and the booking menu by keyboard alone", async () => {
    const page = await open("/");
    const question = page.locator("clinic-faq details").nth(1);
    await question.locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await question.evaluate((element: HTMLDetailsElement) => element.open)).toBe(true);

    const menu = page.locator("#book details");
    await menu.locator("summary").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    expect(
      await page.evaluate(() =>
        document.activeElement?.shadowRoot?.activeElement?.getAttribute("data-booking-link"),
      ),
    ).toBe("dry-needling-session");
    await page.context().close();
  });

  it("open the answer that an address names", async () => {
    const page = await open("/#marathon-safety");

    await expect
      .poll(() =>
        page
          .locator("clinic-faq details#marathon-safety")
          .evaluate((element: HTMLDetailsElement) => element.open),
      )
      .toBe(true);
    await page.context().close();
  });

  it("keep to the page's own origin and the CMS, and set no cookie", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const origins = new Set<string>();
    page.on("request", (request) => origins.add(new URL(request.url()).origin));
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(product.demoUrl);
    await page.waitForLoadState("networkidle");

    // `data:` holds nothing that is fetched.
    expect([...origins].filter((origin) => origin !== "null").sort()).toEqual(
      [product.cmsUrl, product.demoUrl].sort(),
    );
    expect(await context.cookies()).toEqual([]);
    // The page's strict policy with Trusted Types is not violated.
    expect(faults).toEqual([]);
    await context.close();
  });

  it("print every answer", async () => {
    const page = await open("/");
    await page.emulateMedia({ media: "print" });

    expect(
      await page
        .locator("clinic-faq [part=answer]")
        .evaluateAll((answers) => answers.map((answer) => answer.getBoundingClientRect().height > 0)),
    ).toEqual(Array(7).fill(true));
    await page.context().close();
  });

  it("show their fallback without JavaScript, and the server's markup whole", async () => {
    const page = await open("/", { javaScriptEnabled: false });
    expect(await page.locator("clinic-faq").textContent()).toContain("+1 212-555-0134");

    await page.goto(`${product.cmsUrl}/embed/v1/frame/es/riverside/dry-needling-for-runners/faq.html`);

    expect(await page.locator("[part=question]").count()).toBe(7);
    expect(await page.locator("html").getAttribute("lang")).toBe("es");
    await page.context().close();
  });

  it("keep showing their content while the CMS is gone, and load without shifting", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(product.demoUrl);
    await page.getByText("Questions Runners Ask").waitFor();
    await page.waitForLoadState("networkidle");
    await context.route(`${product.cmsUrl}/embed/v1/content/**`, (route) => route.abort());

    await page.reload();

    await page.getByText("Questions Runners Ask").waitFor();
    expect(await page.locator("clinic-faq [part=question]").count()).toBe(7);
    await context.close();
  });
});
