/** The demo pages as patients meet them: complete, accessible, by keyboard, on a small phone, on paper, without JavaScript. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { drawn } from "../support/partner.ts";
import { type Product, startProduct } from "../support/product.ts";
import { followRequests } from "../support/requests.ts";

/** What the shared content says in a language, as the seed holds it. */
const CONTENT = join(import.meta.dirname, "../../cms/src/seed/content");

const PAGES = ["/", "/topic.html", "/corredores/", "/docs/"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Keys of what no reader sees: names for machines, places in an order, and what has its own test. */
const SILENT =
  /^(slug|group|order|block|view|kind|type|studyType|design|directness|study|studies|region|url|doi|pmid|pmcid|issued|epub|volume|issue|pages|containerTitle|given|scale|timezone|hours|address|emergencyNumbers|emergencyNumberUnknown|citationStyle|relatedInjuries|notes?)$/;

const FILLED: Record<string, string> = {
  "clinic.name": "Riverside Acupuncture & Dry Needling",
  "clinic.city": "New York City",
  "emergency.number": "911",
};

/** Every text of the content files, as a reader finds it. */
function wordsOf(language: string): string[] {
  const folder = language === "en" ? CONTENT : join(CONTENT, language);
  const collect = (value: unknown): string[] => {
    if (typeof value === "string") return [value];
    if (Array.isArray(value)) return value.flatMap(collect);
    if (value === null || typeof value !== "object") return [];
    return Object.entries(value).flatMap(([key, inner]) => (SILENT.test(key) ? [] : collect(inner)));
  };
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => collect(JSON.parse(readFileSync(join(folder, file), "utf8"))))
    .map((text) =>
      text
        .replace(/\{\{(.*?)\}\}/g, (_, name: string) => FILLED[name] ?? "")
        .replace(/\s+/g, " ")
        .trim(),
    );
}

/** What can be seen inside of a page's widgets. What the page holds itself, as fallback or navigation, is not theirs. */
const shownByWidgets = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const seen = (node: Node): string => {
      if (node instanceof Text) return node.data;
      return node instanceof Element && node.checkVisibility() ? [...node.childNodes].map(seen).join("") : "";
    };
    return [...document.querySelectorAll("*")]
      .map((element) => element.shadowRoot?.querySelector(".content"))
      .map((content) => (content ? seen(content) : ""))
      .join(" ")
      .replace(/\s+/g, " ");
  });

/** Opens every answer and whatever else is closed. */
const openAll = (page: Page): Promise<void> =>
  page.locator("details").evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });

/** What axe, which is on the page already, finds there. */
const violations = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    type Violation = { id: string; nodes: { target: unknown; failureSummary?: string }[] };
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    const result = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return result.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${JSON.stringify(node.target)} ${node.failureSummary}`)
          .join(" | ")}`,
    );
  });

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
    if (options.javaScriptEnabled !== false) await drawn(page);
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
    await openAll(page);
    expect(await shownByWidgets(page)).not.toContain("{{");
    await page.context().close();
  });

  it.each([
    ["en", "/"],
    ["es", "/?lang=es"],
    ["en", "/topic.html"],
    ["es", "/topic.html?lang=es"],
  ])("show every word of the content in %s on %s", async (language, path) => {
    const page = await open(path);
    await expect
      .poll(() =>
        page
          .locator("clinic-disclaimer, clinic-topic:not([section])")
          .last()
          .locator(".content")
          .getAttribute("lang"),
      )
      .toBe(language);
    const missing = async () => {
      await openAll(page);
      const shown = await shownByWidgets(page);
      return wordsOf(language).filter((words) => !shown.includes(words));
    };

    await expect.poll(missing).toEqual([]);
    await page.context().close();
  });

  it("take title, subtitle and introduction from the CMS", async () => {
    const page = await open("/");
    const inside = (selector: string) =>
      page
        .locator(selector)
        .evaluate((element) => element.shadowRoot?.querySelector("[part]:not([part=content])")?.textContent);

    expect(await page.locator("h1").count()).toBe(1);
    expect(await inside("h1 clinic-topic")).toBe("Dry Needling for Runners");
    expect(await inside(".subtitle clinic-topic")).toMatch(/^A research-informed option/);
    expect(await inside("[section=intro]")).toMatch(/^More and more runners/);
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

  it.each(PAGES.flatMap((path) => [1280, 390].map((width) => ({ path, width }))))(
    "$path at $width px: axe finds nothing, with closed and with open answers",
    async ({ path, width }) => {
      const page = await open(path, { viewport: { width, height: 844 } });
      await page.evaluate(AXE);
      const closed = await violations(page);
      await openAll(page);

      expect(closed).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );

  const SCREENS = [
    { width: 1280, height: 900 },
    { width: 1024, height: 640 },
    { width: 390, height: 844 },
  ];

  it.each(PAGES.flatMap((path) => SCREENS.map((viewport) => ({ path, viewport, width: viewport.width }))))(
    "$path at $width px: nothing shifts, on the first visit and the next, also when code or content are late",
    async ({ path, viewport }) => {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      const settled = followRequests(page);
      await page.addInitScript(() => {
        const shifts = { total: 0 };
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            shifts.total += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      const shift = async () => {
        await page.goto(product.demoUrl + path);
        await drawn(page);
        await settled();
        // The observer is notified after the frame that shifted.
        return page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              requestAnimationFrame(() =>
                setTimeout(
                  () => resolve((window as unknown as { shifts: { total: number } }).shifts.total),
                  50,
                ),
              );
            }),
        );
      };
      const late = async (addresses: string) => {
        await context.route(addresses, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 300));
          await route.continue();
        });
        const total = await shift();
        await context.unroute(addresses);
        return total;
      };

      const totals = {
        first: await shift(),
        again: await shift(),
        lateContent: await late("**/embed/v1/content/**"),
        lateCode: await late("**/embed/v1/clinic-widgets-*"),
      };

      expect(Object.entries(totals).filter(([, total]) => total >= 0.1)).toEqual([]);
      await context.close();
    },
  );

  it.each(PAGES)("%s: nothing is cut off at 320 px", async (path) => {
    const page = await open(path, { viewport: { width: 320, height: 640 } });

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  it.each(PAGES.flatMap((path) => [1280, 390].map((width) => ({ path, width }))))(
    "$path at $width px: has one first heading, and none is larger",
    async ({ path, width }) => {
      const page = await open(path, { viewport: { width, height: 844 } });
      const headings = await page.locator("h1, h2, h3, h4, h5, h6").evaluateAll((all) =>
        all.map((heading) => ({
          level: heading.localName,
          words: heading.textContent,
          size: Number.parseFloat(getComputedStyle(heading).fontSize),
        })),
      );
      const [first, ...others] = headings.filter(({ level }) => level === "h1");

      expect(others).toEqual([]);
      expect(headings.filter(({ level, size }) => level !== "h1" && size >= (first?.size ?? 0))).toEqual([]);
      await page.context().close();
    },
  );

  it.each([
    ["/", "Acupuncture & Dry Needling"],
    ["/?lang=es", "Acupuntura y punción seca"],
    ["/docs/", "Acupuncture & Dry Needling"],
  ])("%s: says on a phone what the clinic does, beside the button", async (path, line) => {
    const page = await open(path, { viewport: { width: 390, height: 844 } });
    const brand = page.locator(".brand");

    expect(await brand.getByText(line).isVisible()).toBe(true);
    const [name, nav] = [await brand.boundingBox(), await page.locator(".top nav").boundingBox()];
    expect((name?.x ?? 390) + (name?.width ?? 0)).toBeLessThanOrEqual(nav?.x ?? 0);
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
    const settled = followRequests(page);
    await page.goto(product.demoUrl);
    await drawn(page);
    await settled();

    // `data:` holds nothing that is fetched.
    expect([...origins].filter((origin) => origin !== "null").sort()).toEqual(
      [product.cmsUrl, product.demoUrl].sort(),
    );
    expect(await context.cookies()).toEqual([]);
    // The page's strict policy with Trusted Types is not violated.
    expect(faults).toEqual([]);
    await context.close();
  });

  it("name the newest build and its hash to web developers, as a browser accepts them", async () => {
    const page = await open("/docs/");
    await expect.poll(() => page.locator("#pinned-build").textContent()).toMatch(/sha384-[\w+/]{60}/);
    const [, src = "", integrity = ""] =
      /src="(.*?)"\s+integrity="(.*?)"/.exec((await page.locator("#pinned-build").textContent()) ?? "") ?? [];

    const blank = await (await browser.newContext()).newPage();
    await blank.setContent(
      `<script type="module" crossorigin src="${src}" integrity="${integrity}" data-topic="dry-needling-for-runners"></script><clinic-key-points></clinic-key-points>`,
    );
    await drawn(blank);

    expect(await blank.locator("clinic-key-points [part=point]").count()).toBe(5);
    await blank.context().close();
    await page.context().close();
  });

  it("lead by the name of a part to its place, in one element and in many", async () => {
    const page = await open("/topic.html", { viewport: { width: 1024, height: 640 } });
    const top = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => Math.round(element.getBoundingClientRect().top));

    await page.getByRole("link", { name: "Book a visit" }).click();
    await expect.poll(() => top("[part=booking]")).toBeLessThan(100);
    await page
      .getByRole("navigation", { name: "On this page" })
      .getByRole("link", { name: "Sources" })
      .click();
    await expect.poll(() => top("[part=list] [part=citation]")).toBeLessThan(200);
    await page.goto(`${product.demoUrl}/#questions`);
    await drawn(page);

    await expect.poll(() => top("#questions")).toBeLessThan(100);
    await page.context().close();
  });

  it("keep contents and booking in view, whole, on a low desktop screen, and book once on a phone", async () => {
    const page = await open("/", { viewport: { width: 1024, height: 640 } });
    await page.evaluate(() => scrollTo(0, 3000));

    expect(
      await page
        .locator("aside clinic-booking")
        .evaluate((element) => Math.round(element.getBoundingClientRect().bottom)),
    ).toBeLessThanOrEqual(640);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(
      await page
        .locator("[part=card], [part=booking]")
        .evaluateAll((boxes) => boxes.filter((box) => box.checkVisibility()).length),
    ).toBe(1);
    await page.context().close();
  });

  it.each(PAGES)(
    "%s: can be skipped to its content by keyboard, and all that stands alone is easy to hit",
    async (path) => {
      const page = await open(path, { viewport: { width: 390, height: 844 } });
      await page.keyboard.press("Tab");
      const skip = page.locator(".skip");
      expect(
        await skip.evaluate(
          (link) => link === document.activeElement && link.getBoundingClientRect().top >= 0,
        ),
      ).toBe(true);
      await page.keyboard.press("Enter");
      expect(await page.locator("main:target").count()).toBe(1);

      const small = await page
        .locator("summary, [part=button], [part=more], [part=links] a, [part=phone], .top nav a, .top button")
        .evaluateAll((targets) =>
          targets
            .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 47.5)
            .map((target) => `${target.textContent} ${target.getBoundingClientRect().height}`),
        );

      expect(small).toEqual([]);
      await page.context().close();
    },
  );

  it("print every answer, also of closed questions, and no button", async () => {
    const page = await open("/");
    // What a closed answer hides still has a height: only this shows whether it can be seen.
    const seen = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((elements) => elements.filter((element) => element.checkVisibility()).length);
    expect(await seen("clinic-faq [part=answer]")).toBe(1);

    await page.emulateMedia({ media: "print" });

    expect(await seen("clinic-faq [part=answer]")).toBe(7);
    expect(await seen("[part=about] > :not(summary)")).toBeGreaterThan(2);
    expect(await seen("[part=menu-button], [part=hours], .top nav, aside")).toBe(0);
    const background = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await background("#book [part=booking]")).toBe("rgba(0, 0, 0, 0)");
    expect(
      await page
        .locator("clinic-studies [part=links] a")
        .first()
        .evaluate((link) => getComputedStyle(link, "::after").content),
    ).toContain("https://doi.org/10.1007/s40279-025-02175-9");
    await page.context().close();
  });

  it("show their fallback without JavaScript, and the server's markup whole", async () => {
    const page = await open("/", { javaScriptEnabled: false });
    expect(await page.locator("clinic-faq").getByText("+1 212-555-0134").isVisible()).toBe(true);

    await page.goto(`${product.cmsUrl}/embed/v1/frame/es/riverside/dry-needling-for-runners/faq.html`);

    expect(await page.locator("[part=question]").filter({ visible: true }).count()).toBe(7);
    expect(await page.locator("html").getAttribute("lang")).toBe("es");
    await page.context().close();
  });

  it.each(["/", "/topic.html", "/corredores/"])(
    "%s: the room kept for the widgets closes when nothing of the CMS can be had, and the fallback stays",
    async (path) => {
      const context = await browser.newContext({ reducedMotion: "reduce" });
      await context.route("**/embed/v1/**", (route) => route.abort());
      const page = await context.newPage();
      await page.goto(product.demoUrl + path);
      const emptyRoom = () =>
        page.locator("main > :not(:defined)").evaluateAll((widgets) =>
          widgets.flatMap((widget) => {
            const inside = [...widget.children].reduce((sum, child) => {
              const { marginTop, marginBottom } = getComputedStyle(child);
              return (
                sum + child.clientHeight + Number.parseFloat(marginTop) + Number.parseFloat(marginBottom)
              );
            }, 0);
            const empty = widget.getBoundingClientRect().height - inside;
            return empty > 10 ? [`${widget.localName} ${empty}`] : [];
          }),
        );

      await expect.poll(emptyRoom, { timeout: 60_000 }).toEqual([]);

      expect(await page.locator("main > :not(:defined)").count()).toBeGreaterThan(0);
      expect(await page.locator("main").getByText("+1 212-555-0134").first().isVisible()).toBe(true);
      await context.close();
    },
  );

  it("show web developers how to keep room that closes by itself", async () => {
    const page = await open("/docs/");
    const style = await page.locator("pre", { hasText: "clinic-give-up" }).textContent();
    const blank = await page.context().newPage();
    await blank.setContent(`<style>${style}</style><clinic-faq></clinic-faq>`);

    const [kept, given] = await blank.locator("clinic-faq").evaluate((element) => {
      const [waiting] = element.getAnimations() as [Animation];
      const heights = [0, waiting.effect?.getComputedTiming().endTime ?? 0].map((time) => {
        waiting.pause();
        waiting.currentTime = time;
        return element.getBoundingClientRect().height;
      });
      return heights;
    });

    expect([kept, given]).toEqual([660, 0]);
    await page.context().close();
  });

  it("keep showing their content while the CMS is gone", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const settled = followRequests(page);
    await page.goto(product.demoUrl);
    await page.getByText("Questions Runners Ask").waitFor();
    await drawn(page);
    await settled();
    await context.route(`${product.cmsUrl}/embed/v1/content/**`, (route) => route.abort());

    await page.reload();

    await page.getByText("Questions Runners Ask").waitFor();
    expect(await page.locator("clinic-faq [part=question]").count()).toBe(7);
    await context.close();
  });
});
