/** Finds a Chromium for the tests, or gets one: Playwright's, else the system's package manager's. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installWithApt } from "./apt.mjs";
import { runNode } from "./processes.mjs";
import { ROOT, UserError } from "./project.mjs";
import { step } from "./steps.mjs";

/** Draws what Chromium draws, without the rest of the browser: the tests take less than half of the processor's time. */
const SHELL = "chromium-headless-shell";
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const PLAYWRIGHT = join(ROOT, "tests/node_modules/playwright-core");
const START_PATIENCE_MS = 60_000;

/** The path of a browser that starts. @throws UserError when there is none, and none can be got */
export async function findBrowser() {
  return (
    (await given()) ??
    (await headlessShell()) ??
    (await firstThatStarts()) ??
    (await fromPlaywright()) ??
    (await fromApt()) ??
    refuse()
  );
}

async function given() {
  const path = process.env.CHROMIUM_PATH;
  if (!path) return undefined;
  const fault = existsSync(path) ? await faultOf(path) : "there is no such file";
  if (!fault) return path;
  throw new UserError(
    `CHROMIUM_PATH names ${path}, which does not start: ${fault}. Correct it, or leave it out.`,
  );
}

async function headlessShell() {
  const isThere = foldersOf(process.env.PATH).some((folder) => existsSync(join(folder, SHELL)));
  if (!isThere && !(await installWithApt("Chromium's headless shell", [SHELL]))) return undefined;
  return firstThatStarts();
}

const foldersOf = (path = "") => path.split(delimiter).filter(Boolean);

/**
 * The first browser on the machine that starts; says of each that does not that it is passed over.
 * @param {string} [path] folders to look in, as in PATH
 * @param {(line: string) => void} [print]
 * @public for its test
 */
export async function firstThatStarts(
  path = process.env.PATH ?? "",
  print = (line) => process.stdout.write(line),
) {
  const candidates = [...NAMES.flatMap((name) => foldersOf(path).map((folder) => join(folder, name))), MAC];
  for (const candidate of candidates.filter((each) => existsSync(each))) {
    const fault = await faultOf(candidate);
    if (!fault) return candidate;
    print(`  ${candidate} is passed over: it does not start (${fault}).\n`);
  }
  return undefined;
}

/** Why the browser does not start as the tests start it; nothing when it does. */
async function faultOf(executablePath) {
  const { chromium } = await import(join(PLAYWRIGHT, "index.mjs"));
  try {
    const args = ["--no-sandbox", "--disable-gpu"];
    const browser = await chromium.launch({ executablePath, args, timeout: START_PATIENCE_MS });
    await browser.close();
    return undefined;
  } catch (error) {
    return String(error.message).split("\n")[0];
  }
}

async function fromPlaywright() {
  try {
    await step("Installing Playwright's Chromium", () =>
      runNode([join(PLAYWRIGHT, "cli.js"), "install", "chromium"], { log: "browser.log" }),
    );
  } catch {
    // Its download may be out of reach; there is another way.
    return undefined;
  }
  const { chromium } = await import(join(PLAYWRIGHT, "index.mjs"));
  const path = chromium.executablePath();
  const fault = await faultOf(path);
  if (!fault) return path;
  process.stdout.write(`  Playwright's Chromium is passed over: it does not start (${fault}).\n`);
  return undefined;
}

const fromApt = async () =>
  (await installWithApt("Chromium", ["chromium"])) ? firstThatStarts() : undefined;

function refuse() {
  throw new UserError(
    "No browser that starts was found for the tests. Install Chromium or Chrome, or set CHROMIUM_PATH to one.",
  );
}
