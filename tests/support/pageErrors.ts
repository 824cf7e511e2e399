/** What goes wrong in the pages of a suite, so that nothing does unnoticed. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterEach, expect } from "vitest";

type Exception = { what: RegExp; why: string };

/** In whichever page. */
const ALWAYS: Exception[] = [
  { what: /^request: net::ERR_ABORTED /, why: "a page that is left, or that asks again, drops its requests" },
];

export type PageErrors = {
  /** Watches every page of `browser` from now on. */
  watch(browser: Browser): Browser;
  /** What this page is made to meet, and why. */
  allow(page: Page, what: RegExp, why: string): void;
};

/**
 * Within a suite: fails the test in which a page writes an error to its console, throws one that nobody catches, or does not
 * get what it asks for. The browser writes of each answer that refuses something, too.
 */
export function followPageErrors(): PageErrors {
  const found: { page: Page | null; error: string }[] = [];
  const exceptions = new Map<Page, Exception[]>();
  const isAllowed = ({ page, error }: (typeof found)[number]) =>
    [...ALWAYS, ...((page && exceptions.get(page)) ?? [])].some(({ what }) => what.test(error));

  afterEach(() => {
    const unexpected = found.splice(0).filter((each) => !isAllowed(each));
    expect(unexpected.map(({ error }) => error)).toEqual([]);
  });

  const watchContext = (context: BrowserContext) => {
    context.on("console", (message) => {
      if (message.type() === "error")
        found.push({ page: message.page(), error: `console: ${message.text()} ${message.location().url}` });
    });
    context.on("weberror", (error) => found.push({ page: error.page(), error: `page: ${error.error()}` }));
    context.on("requestfailed", (request) =>
      found.push({
        page: request.frame().page(),
        error: `request: ${request.failure()?.errorText} ${request.method()} ${request.url()}`,
      }),
    );
    return context;
  };
  return {
    watch(browser) {
      const newContext = browser.newContext.bind(browser);
      browser.newContext = async (options) => watchContext(await newContext(options));
      return browser;
    },
    allow(page, what, why) {
      exceptions.set(page, [...(exceptions.get(page) ?? []), { what, why }]);
    },
  };
}
