/** Runs browser tests in Firefox or WebKit, which Playwright cannot start as distributions build them. */
import { startEngine, TITLES } from "../../scripts/lib/engines/engine.mjs";

/** @param {import("../../scripts/lib/engines/engine.mjs").EngineName} engineName */
export function engineLauncher(engineName) {
  let engine;
  let page;
  let active;

  /** One for all files, because what it has loaded once it need not load for the next. The tests leave nothing behind. */
  const start = async () => {
    engine = await startEngine(engineName);
    return engine.newPage();
  };

  return {
    name: TITLES[engineName],
    // The runner's commands know this type, and what it can do.
    type: "webdriver",
    concurrency: 1,

    async startSession(sessionId, url) {
      active = { sessionId, url };
      page ??= start();
      await (await page).goto(url);
    },
    isActive: (sessionId) => active?.sessionId === sessionId,
    getBrowserUrl: () => active?.url,
    sendKeys: async (_, keys) => {
      for (const key of keys) await (await page).keyboard.press(key);
    },
    async stopSession() {
      active = undefined;
      // Ends whatever still runs on the page.
      await (await page).goto("about:blank");
      return {};
    },
    startDebugSession() {
      throw new Error(`Debug in Chromium, or open the printed address in ${TITLES[engineName]} yourself.`);
    },
    async stop() {
      await engine?.stop();
    },
  };
}
