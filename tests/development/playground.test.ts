/** npm run playground: every element in every state is on the page, without a CMS, and the page follows the sources. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ELEMENT_NAMES } from "@clinic-widgets/shared";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { type Command, startCommand } from "../support/command.ts";
import { freePort } from "../support/product.ts";

const STYLES = join(import.meta.dirname, "../../widgets/src/styles/common.styles.ts");

/** Hundreds of elements on a machine that does four other things. */
const DRAWN = { timeout: 90_000, state: "attached" } as const;

/** What is seen of an element. */
type Seen = {
  /** What can be read in its own markup, and what of it is between the tags. */
  words: string;
  fallback: boolean;
  parts: string[];
  languages: string[];
};

/** What distinguishes each state from the others. */
const STATES: Record<string, (seen: Seen, full: Seen) => boolean> = {
  full: ({ words, fallback }) => words.length > 30 && !fallback,
  empty: ({ words }, full) => words !== full.words,
  loading: ({ parts }) => parts.includes("loading"),
  waiting: ({ fallback, parts }) => fallback && !parts.includes("loading"),
  failing: ({ fallback, words }) => fallback && words === "",
  silent: ({ fallback, words }) => !fallback && words === "",
  stale: ({ parts, words }, full) => parts.includes("stale") && words.endsWith(full.words.slice(-20)),
  expired: ({ parts, words }, full) => parts.includes("stale") && words.length < 100 && words !== full.words,
  withdrawn: ({ fallback, words }) => fallback && words === "",
  "long-words": ({ words }) => words.split(" ").some((word) => word.length > 18),
  "fallback-language": ({ languages }) => languages.includes("es"),
};
/** Those of a single element. */
const OWN_STATES: [id: string, (seen: Seen) => boolean][] = [
  ["studies-retracted", ({ words }) => words.includes("Retracted: the publisher has withdrawn this study.")],
  ["benefits-one-finding", ({ words, parts }) => words !== "" && parts.includes("study")],
];

// Processes are found in /proc.
describe.runIf(existsSync("/proc/self/task"))("npm run playground", { timeout: 240_000 }, () => {
  const before = readFileSync(STYLES, "utf8");
  const faults: string[] = [];
  let command: Command;
  let address: string;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const port = await freePort();
    address = `http://localhost:${port}/`;
    command = await startCommand("playground", { PLAYGROUND_PORT: String(port) });
    await command.shows(async () => expect((await fetch(address)).status).toBe(200));
    command.serverPids();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("pageerror", (error) => faults.push(String(error.stack)));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("request", (request) => {
      if (!/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(address))
        faults.push(request.url());
    });
  });
  afterAll(async () => {
    writeFileSync(STYLES, before);
    await browser?.close();
    command?.npm.kill("SIGTERM");
    await command?.isGone().finally(() => command.cleanUp());
  });

  const open = async (query: Record<string, string> = {}) => {
    faults.length = 0;
    await page.goto(`${address}?${new URLSearchParams(query)}`, { timeout: 60_000 });
    await page.waitForSelector("html[data-ready]", DRAWN);
  };
  const seen = async (): Promise<Record<string, Seen>> =>
    Object.fromEntries(
      await page.locator("article").evaluateAll((articles) =>
        articles.map((article) => {
          const element = article.querySelector("[src]") as HTMLElement;
          const content = element.shadowRoot?.querySelector(".content");
          const all = [...(content?.querySelectorAll("*") ?? [])];
          return [
            article.id,
            {
              words: (content?.textContent ?? "").replace(/\s+/g, " ").trim(),
              fallback: [...element.children].some((child) => child.checkVisibility()),
              parts: all.flatMap((each) => [...each.part]),
              languages: all.map((each) => each.getAttribute("lang") ?? ""),
            },
          ];
        }),
      ),
    );

  it("draws every element in every state, and asks nobody", async () => {
    await open();

    const samples = await seen();
    const wrong = ELEMENT_NAMES.flatMap((element) =>
      Object.entries(STATES)
        .filter(([state, isRight]) => {
          const sample = samples[`${element}-${state}`];
          return !sample || !isRight(sample, samples[`${element}-full`] as Seen);
        })
        .map(([state]) => [`${element}-${state}`, samples[`${element}-${state}`]]),
    );
    expect(wrong).toEqual([]);
    expect(OWN_STATES.filter(([id, isRight]) => !isRight(samples[id] as Seen))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("has a sample of each attribute that an element has", async () => {
    await open({ state: "options" });

    const missing = await page.evaluate((names) => {
      // These say whose content it is: every sample has them.
      const given = ["topic", "src"];
      return names.flatMap((name) => {
        const { observedAttributes } = customElements.get(`clinic-${name}`) as unknown as {
          observedAttributes: string[];
        };
        return observedAttributes
          .filter((attribute) => !given.includes(attribute))
          .filter(
            (attribute) => !document.querySelector(`article[id^="${name}-"] clinic-${name}[${attribute}]`),
          )
          .map((attribute) => `${name} ${attribute}`);
      });
    }, ELEMENT_NAMES);
    expect(missing).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("draws them in Spanish, on dark ground, from right to left and on a phone's width", async () => {
    await open({ language: "es", colours: "dark", width: "phone" });
    const spanish = await seen();
    await open({ language: "es", colours: "dark", direction: "rtl", width: "phone", state: "full" });

    expect(spanish["faq-full"]?.words).toContain("¿Cuál es un buen momento");
    const grounds = await page.locator(".ground [src]").evaluateAll((elements) =>
      elements.map((element) => {
        const content = element.shadowRoot?.querySelector(".content") as HTMLElement;
        const { direction, colorScheme } = getComputedStyle(content);
        const { width } = element.getBoundingClientRect();
        return `${direction} ${colorScheme} ${width < 390 && content.scrollWidth <= width + 1}`;
      }),
    );
    expect(grounds).toEqual(ELEMENT_NAMES.map(() => "rtl dark true"));
    expect(faults).toEqual([]);
  });

  it("shows a change of a style at once, at the same place", async () => {
    await open({ element: "faq" });
    await page.locator("#faq-stale").evaluate((sample) => sample.scrollIntoView({ behavior: "instant" }));
    const top = () =>
      page.locator("#faq-stale").evaluate((sample) => Math.round(sample.getBoundingClientRect().top));
    const place = await top();

    writeFileSync(
      STYLES,
      before.replace("display: block;", "display: block; outline: 7px solid rgb(1, 2, 3);"),
    );

    await page.waitForFunction(
      () => {
        const element = document.querySelector("html[data-ready] #faq-full clinic-faq");
        return element && getComputedStyle(element).outlineWidth === "7px";
      },
      undefined,
      { timeout: DRAWN.timeout },
    );
    expect(await top()).toBe(place);
  });
});
