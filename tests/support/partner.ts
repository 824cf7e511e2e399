/** The partner's site as a patient sees it: loaded afresh, with everything that its widgets say. */
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type { Product } from "./product.ts";
import { followRequests } from "./requests.ts";

/** What is promised within 2 s, which a benchmark shows; a busy machine gets more. */
export const PATIENCE_MS = 15_000;
/** Stands on every page of the demo site that shows the topic in English: without it nothing has loaded. */
const ALWAYS = "Gluteal Tendinopathy";

export class Partner {
  readonly #product: Product;
  readonly #browser: Browser;

  constructor(product: Product, browser: Browser) {
    this.#product = product;
    this.#browser = browser;
  }

  /** Loads the page afresh until the text of its widgets passes, or fails with that text. */
  async shows(check: (text: string) => boolean, path = "/"): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    let text: string;
    do {
      text = await this.read(path);
      if (check(text)) return;
    } while (Date.now() < end);
    expect.fail(`The partner's page ${path} does not show what it should. It reads:\n${text.slice(0, 4000)}`);
  }
  reads = (words: string, path?: string) => this.shows((text) => text.includes(words), path);
  lacks = (words: string) => this.shows((text) => text.includes(ALWAYS) && !text.includes(words));

  /** What the page's widgets say, in a browser that has never been there. */
  async read(path: string): Promise<string> {
    const context = await this.#browser.newContext();
    try {
      const page = await context.newPage();
      const answered = followRequests(page);
      await page.goto(this.#product.demoUrl + path);
      await drawn(page);
      await answered();
      return await readAll(page);
    } finally {
      await context.close();
    }
  }
}

/** Waits until every widget of the page has been drawn. */
export const drawn = (page: Page) =>
  page.waitForFunction(() => {
    const widgets = [...document.querySelectorAll("*")].filter((e) => e.localName.startsWith("clinic-"));
    const isDrawn = (e: Element) => e.shadowRoot?.querySelector("[part]:not([part=content], [part=loading])");
    return widgets.length > 0 && widgets.every(isDrawn);
  });

/** Everything that the widgets of the page say now, closed answers included; not what the partner wrote. */
export async function readAll(page: Page): Promise<string> {
  return page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return "";
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
      const root = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      return [...root.childNodes].map(read).join(" ");
    };
    return [...document.querySelectorAll("*")]
      .filter((element) => element.localName.startsWith("clinic-"))
      .map(read)
      .join(" ")
      .replace(/\s+/g, " ");
  });
}
