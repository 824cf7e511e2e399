/** Firefox as distributions build it, driven by its own WebDriver BiDi: no driver of another version in between. */
import { keep } from "./keep.mjs";

/** A machine that does four other things is slow. */
const PATIENCE_MS = 120_000;

/** @returns {Promise<import("./engine.mjs").Engine>} */
export async function startFirefox(path = process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr") {
  // Loaded late, because `npm test` itself installs it.
  const { default: puppeteer } = await import("puppeteer-core");
  const { said, stop } = await keep(
    (profile) => [path, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"],
    { line: /WebDriver BiDi listening on (ws:\S+)/ },
  );
  const browser = await puppeteer.connect({
    browserWSEndpoint: `${said}/session`,
    protocol: "webDriverBiDi",
    defaultViewport: null,
  });
  return {
    name: "Firefox",
    async newPage() {
      const context = await browser.createBrowserContext();
      return pageOf(context, await context.newPage());
    },
    async stop() {
      await browser.disconnect();
      await stop();
    },
  };
}

/** @param {import("puppeteer-core").BrowserContext} context @param {import("puppeteer-core").Page} page */
function pageOf(context, page) {
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error instanceof Error ? error.message : String(error)));
  return {
    goto: (url) => page.goto(url),
    evaluate: (read, argument) => page.evaluate(read, argument),
    keyboard: { press: (key) => page.keyboard.press(key) },
    setViewportSize: (size) => page.setViewport(size),
    faults: async () => faults,
    close: () => context.close(),
  };
}
