/** The demo pages in every browser engine that patients have. What one engine shows for all is in pages.test.ts. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/axe.ts";
import { type EnginePage, eachEngine } from "../support/engines.ts";
import { type Product, startProduct } from "../support/product.ts";

const PAGES = ["/", "/topic.html", "/corredores/", "/docs/"];
const PHONE = { width: 390, height: 844 };

/** How many widgets the page has, and which of them have not been drawn. */
const widgets = (page: EnginePage) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("*")].filter(({ localName }) =>
      localName.startsWith("clinic-"),
    );
    const isDrawn = (element: Element) =>
      element.shadowRoot?.querySelector("[part]:not([part=content], [part=loading])");
    const waiting = all.filter((element) => !isDrawn(element)).map(({ localName }) => localName);
    return { some: all.length > 0, waiting };
  });

const openAnswers = (page: EnginePage) =>
  page.evaluate(() => {
    const questions = document.querySelector("clinic-faq")?.shadowRoot?.querySelectorAll("details") ?? [];
    return [...questions].filter(({ open }) => open).map(({ id }) => id);
  });

describe("the demo pages", () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ database: "sqlite", demo: true });
  });
  afterAll(() => product?.stop());

  eachEngine((engine) => {
    let page: EnginePage | undefined;
    afterEach(async () => {
      await page?.close();
      page = undefined;
    });

    /** A page whose widgets have all been drawn. */
    async function open(path: string, size?: typeof PHONE): Promise<EnginePage> {
      page = await engine().newPage();
      if (size) await page.setViewportSize(size);
      await page.goto(product.demoUrl + path);
      await expect.poll(() => widgets(page as EnginePage)).toEqual({ some: true, waiting: [] });
      return page;
    }

    it.each(PAGES)("%s on a phone: draws every widget, and nothing is wider than the page", async (path) => {
      const page = await open(path, PHONE);

      const { wide, empty } = await page.evaluate(() => {
        const contents = [...document.querySelectorAll("*")].flatMap(
          ({ shadowRoot }) => shadowRoot?.querySelector(".content") ?? [],
        );
        return {
          wide: document.documentElement.scrollWidth,
          // A page may hide a widget on a phone.
          empty: contents.filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 5)
            .length,
        };
      });

      expect(wide).toBeLessThanOrEqual(PHONE.width);
      expect(empty).toBe(0);
    });

    it.each(PAGES)("%s: axe finds nothing, with closed and with open answers", async (path) => {
      expect(await violations(await open(path))).toEqual([]);
    });

    it.for(PAGES)("%s: makes no error, and keeps its strict policy", async (path, { skip }) => {
      const page = await open(path);
      if (!page.faults) skip("its driver does not tell what the console says");

      expect(await page.faults?.()).toEqual([]);
    });

    it("open an answer by keyboard, and close it", async () => {
      const page = await open("/");
      const before = await openAnswers(page);
      const id = await page.evaluate(() => {
        const questions = document.querySelector("clinic-faq")?.shadowRoot?.querySelectorAll("details");
        const question = [...(questions ?? [])].find((each) => !each.open);
        question?.querySelector("summary")?.focus();
        return question?.id ?? "";
      });

      await page.keyboard.press("Enter");
      await expect.poll(() => openAnswers(page)).toEqual(expect.arrayContaining([id]));
      await page.keyboard.press("Enter");

      await expect.poll(() => openAnswers(page)).toEqual(before.filter((each) => each !== id));
    });

    it("open the answer that an address names", async () => {
      const page = await open("/#marathon-safety");

      await expect.poll(() => openAnswers(page)).toContain("marathon-safety");
    });

    it("lead to the answer that an address names", async () => {
      const page = await open("/#marathon-safety");
      const isInView = () =>
        page.evaluate(() => {
          const root = document.querySelector("clinic-faq")?.shadowRoot;
          const { top = -1 } = root?.getElementById("marathon-safety")?.getBoundingClientRect() ?? {};
          return top >= 0 && top < innerHeight;
        });
      await expect.poll(isInView).toBe(true);
    });

    it("have a button that leads to booking, large enough for a thumb", async () => {
      const page = await open("/", PHONE);

      const buttons = await page.evaluate(() => {
        const hosts = [...document.querySelectorAll("clinic-booking")];
        return hosts.flatMap(({ shadowRoot }) => {
          const link = shadowRoot?.querySelector<HTMLAnchorElement>("a[data-booking-link]");
          return link?.checkVisibility()
            ? [{ href: link.href, height: link.getBoundingClientRect().height, words: link.textContent }]
            : [];
        });
      });

      expect(buttons).toEqual([
        {
          href: expect.stringMatching(/^https:/),
          height: expect.toSatisfy((height: number) => height >= 44),
          words: expect.stringMatching(/\w/),
        },
      ]);
    });
  });
});
