/** Finds a Chromium for the tests, or gets one: Playwright's, else the system's package manager's. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT, run, step, UserError } from "./steps.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** The path of a browser that can be started. */
export async function findBrowser() {
  const found = given() ?? onPath();
  if (found) return found;
  return (await fromPlaywright()) ?? (await fromApt()) ?? refuse();
}

function given() {
  const path = process.env.CHROMIUM_PATH;
  if (!path) return undefined;
  if (existsSync(path)) return path;
  throw new UserError(`CHROMIUM_PATH names ${path}, where there is no browser. Correct it, or leave it out.`);
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), mac].find((path) =>
    existsSync(path),
  );
}

async function fromPlaywright() {
  const playwright = join(ROOT, "tests/node_modules/playwright-core");
  try {
    await step("Installing Playwright's Chromium", () =>
      run(process.execPath, [join(playwright, "cli.js"), "install", "chromium"], { log: "browser.log" }),
    );
    const { chromium } = await import(join(playwright, "index.mjs"));
    return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
  } catch {
    // Its download may be out of reach; there is another way.
    return undefined;
  }
}

async function fromApt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await step("Installing Chromium with apt-get", async () => {
    await run("apt-get", ["update", "-qq"], { env, log: "browser.log" });
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      env,
      log: "browser.log",
    });
  });
  return onPath();
}

function refuse() {
  throw new UserError(
    "No browser was found for the tests. Install Chromium or Chrome, or set CHROMIUM_PATH to one.",
  );
}
