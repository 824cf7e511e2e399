/** Chromium as the tests start it. */
import { type Browser, chromium } from "playwright-core";

const { CHROMIUM_ARGS } = (await import("../../scripts/lib/engines/chromium.mjs" as string)) as {
  CHROMIUM_ARGS: string[];
};

/** `CHROMIUM_PATH` is set by `npm test`; by hand, the system's Chromium is used. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: CHROMIUM_ARGS });
