/** Finds the browser engines for the tests, or installs them: Chromium, Firefox, WebKit. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installWithApt } from "../apt.mjs";
import { findBrowser } from "../browser.mjs";
import { UserError } from "../project.mjs";
import { ENGINE_NAMES, TITLES } from "./engine.mjs";
import { startFirefox } from "./firefox.mjs";
import { startWebKit } from "./webkit.mjs";

/** @typedef {import("./engine.mjs").EngineName} EngineName */

/** Engines beside Chromium: where they are, and how one sees that they work. */
const OTHERS = {
  firefox: {
    variable: "FIREFOX_PATH",
    names: ["firefox-esr", "firefox"],
    elsewhere: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
    start: startFirefox,
    packages: ["firefox-esr"],
    advice: "Install Firefox, or set FIREFOX_PATH to one.",
  },
  webkit: {
    variable: "WEBKIT_DRIVER_PATH",
    names: ["WebKitWebDriver"],
    elsewhere: [],
    start: startWebKit,
    packages: ["webkit2gtk-driver", "xvfb"],
    advice:
      "Install WebKitGTK's driver and Xvfb (on Debian the packages webkit2gtk-driver and xvfb), or set WEBKIT_DRIVER_PATH to its WebKitWebDriver.",
  },
};

/**
 * The engines that people choose, all of them by default.
 * @param {string} [choice] such as "firefox,webkit"
 * @returns {EngineName[]}
 * @throws UserError for a name that is none
 */
export function chosenEngines(choice = process.env.ENGINES ?? "") {
  const names = choice.split(",").map((name) => name.trim().toLowerCase());
  const chosen = ENGINE_NAMES.filter((name) => names.includes(name));
  const unknown = names.find((name) => name && !ENGINE_NAMES.includes(/** @type {EngineName} */ (name)));
  if (unknown)
    throw new UserError(`ENGINES names "${unknown}". Choose from ${ENGINE_NAMES.join(",")}, with commas.`);
  return chosen.length > 0 ? chosen : ENGINE_NAMES;
}

/**
 * Tries the wanted engines, and installs what can be installed. Those that are found are set in the environment, for the
 * runners.
 * @param {EngineName[]} wanted
 * @returns {Promise<{ ready: EngineName[], missing: { engine: EngineName, reason: string }[] }>}
 */
export async function findEngines(wanted) {
  const others = /** @type {(keyof typeof OTHERS)[]} */ (wanted.filter((name) => name !== "chromium"));
  const tries = new Map(others.map((name) => [name, firstThatStarts(name)]));
  /** @type {Map<EngineName, string | undefined>} why not, or nothing */
  const faults = new Map();
  if (wanted.includes("chromium")) faults.set("chromium", await prepareChromium());
  for (const [name, tried] of tries) faults.set(name, await tried);
  const lacking = others.filter((name) => faults.get(name));
  const packages = lacking.flatMap((name) => OTHERS[name].packages);
  const titles = lacking.map((name) => TITLES[name]).join(" and ");
  if (lacking.length > 0 && (await installWithApt(titles, packages)))
    for (const name of lacking) faults.set(name, await firstThatStarts(name));
  return {
    ready: wanted.filter((name) => !faults.get(name)),
    missing: wanted.flatMap((engine) => {
      const reason = faults.get(engine);
      return reason ? [{ engine, reason }] : [];
    }),
  };
}

async function prepareChromium() {
  try {
    process.env.CHROMIUM_PATH = await findBrowser();
    return undefined;
  } catch (error) {
    return error.message;
  }
}

/** Sets the engine's variable to the first that starts. @param {keyof typeof OTHERS} name @returns why there is none */
async function firstThatStarts(name) {
  const { variable, names, elsewhere, start, advice } = OTHERS[name];
  const given = process.env[variable];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const places = [...names.flatMap((each) => folders.map((folder) => join(folder, each))), ...elsewhere];
  let fault = "none was found";
  for (const path of given ? [given] : places.filter((each) => existsSync(each))) {
    try {
      await (await start(path)).stop();
      process.env[variable] = path;
      return undefined;
    } catch (error) {
      fault = `${path} does not start (${String(error.message).split("\n")[0]})`;
    }
  }
  return `${TITLES[name]}: ${fault}. ${advice}`;
}
