/**
 * WebKit, the engine of Safari, as WebKitGTK's small browser: driven by the WebDriver that comes with it, on a screen that
 * nobody sees.
 */
import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { keep } from "./keep.mjs";
import { openSession } from "./webdriver.mjs";

/** Where Debian and its relatives keep it, below a folder for each processor and version. */
const LIBRARIES = "/usr/lib";
/** Wide and high enough for every size that a test asks for. */
const SCREEN = "2000x1400x24";

/** A machine that does four other things is slow. */
const PATIENCE_MS = 120_000;

/** WebKitGTK's browser; the newest when there are several. */
function findMiniBrowser() {
  const below = (folder, pattern) =>
    readdirSync(folder)
      .filter((name) => pattern.test(name))
      .map((name) => join(folder, name));
  try {
    return below(LIBRARIES, /-linux-gnu/)
      .flatMap((folder) => below(folder, /^webkit2?gtk-/))
      .flatMap((folder) => below(folder, /^MiniBrowser$/))
      .sort()
      .at(-1);
  } catch {
    // Another system.
    return undefined;
  }
}

/** @returns {Promise<import("./engine.mjs").Engine>} */
export async function startWebKit(driverPath = process.env.WEBKIT_DRIVER_PATH ?? "WebKitWebDriver") {
  const binary = findMiniBrowser();
  if (!binary) throw new Error(`There is no MiniBrowser of WebKitGTK below ${LIBRARIES}.`);
  const screen = await keep(() => ["Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"], {
    line: /^(\d+)$/,
  });
  try {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const driver = await keep(() => [driverPath, `--port=${port}`], {
      url: `${url}/status`,
      env: { DISPLAY: `:${screen.said}`, WEBKIT_DISABLE_COMPOSITING_MODE: "1" },
    });
    return {
      name: "WebKit",
      newPage: () => newPage(url, binary),
      async stop() {
        await driver.stop();
        await screen.stop();
      },
    };
  } catch (error) {
    await screen.stop();
    throw error;
  }
}

/** The driver runs one browser at a time: a page is a browser of its own, and the one before it must be closed. */
async function newPage(url, binary) {
  const session = await openSession(url, {
    timeouts: { script: PATIENCE_MS, pageLoad: PATIENCE_MS },
    // Without the bars of a window, whose buttons want more room than a phone has.
    "webkitgtk:browserOptions": { binary, args: ["--automation", "--full-screen"] },
  });
  const page = {
    goto: (address) => session.goto(address),
    evaluate: (read, argument) => session.evaluate(read, argument),
    keyboard: { press: (key) => session.press(key) },
    // Nobody manages windows on this screen: once resized, the page works by keyboard, but never has the focus again.
    setViewportSize: async (size) => {
      await session.resize(size);
      const seen = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      if (seen.width !== size.width || seen.height !== size.height)
        throw new Error(
          `WebKit's window is ${seen.width} × ${seen.height}, not ${size.width} × ${size.height}.`,
        );
    },
    close: () => session.close(),
  };
  return page;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
