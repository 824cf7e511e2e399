/** Runs browser tests in Firefox or WebKit, which Playwright cannot start as distributions build them. */
import { startEngine, TITLES } from "../../scripts/lib/engines/engine.mjs";

/** @param {import("../../scripts/lib/engines/engine.mjs").EngineName} engineName */
export function engineLauncher(engineName) {
  let engine;
  const pages = new Map();

  return {
    name: TITLES[engineName],
    // The runner's commands know this type, and what it can do.
    type: "webdriver",
    concurrency: 1,

    async startSession(sessionId, url) {
      engine ??= startEngine(engineName);
      const page = await (await engine).newPage();
      pages.set(sessionId, { page, url });
      await page.goto(url);
    },
    isActive: (sessionId) => pages.has(sessionId),
    getBrowserUrl: (sessionId) => pages.get(sessionId)?.url,
    sendKeys: async (sessionId, keys) => {
      for (const key of keys) await pages.get(sessionId).page.keyboard.press(key);
    },
    async stopSession(sessionId) {
      const { page } = pages.get(sessionId);
      pages.delete(sessionId);
      await page.close();
      return {};
    },
    startDebugSession() {
      throw new Error(`Debug in Chromium, or open the printed address in ${TITLES[engineName]} yourself.`);
    },
    async stop() {
      await (await engine)?.stop();
    },
  };
}
