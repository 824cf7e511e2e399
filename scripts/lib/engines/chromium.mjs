/** Chromium, driven by Playwright. */
import { join } from "node:path";
import { ROOT } from "../project.mjs";

const PLAYWRIGHT = join(ROOT, "tests/node_modules/playwright-core/index.mjs");

export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @returns {Promise<import("./engine.mjs").Engine>} */
export async function startChromium(executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium") {
  const { chromium } = await import(PLAYWRIGHT);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  return {
    name: "Chromium",
    async newPage() {
      const context = await browser.newContext();
      const page = await context.newPage();
      const faults = [];
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      page.on("pageerror", (error) => faults.push(error.message));
      return Object.assign(page, { faults: async () => faults, close: () => context.close() });
    },
    stop: () => browser.close(),
  };
}
