/**
 * What tests may ask of any engine, named as in Playwright, whose pages can do it all.
 *
 * @typedef {object} EnginePage a page of a visitor who was never there before
 * @property {(url: string) => Promise<unknown>} goto comes back when the page has loaded
 * @property {<R, A>(read: (argument: A) => R | Promise<R>, argument?: A) => Promise<R>} evaluate
 * @property {{ press(key: string): Promise<unknown> }} keyboard
 * @property {(size: { width: number, height: number }) => Promise<unknown>} setViewportSize
 * @property {() => Promise<string[]>} [faults] errors on the page so far, and what broke its policy, where the engine's driver
 *   tells them
 * @property {() => Promise<unknown>} close
 *
 * @typedef {object} Engine
 * @property {string} name
 * @property {() => Promise<EnginePage>} newPage one after the other
 * @property {() => Promise<unknown>} stop
 */
import { startChromium } from "./chromium.mjs";
import { startFirefox } from "./firefox.mjs";
import { startWebKit } from "./webkit.mjs";

const STARTS = { chromium: startChromium, firefox: startFirefox, webkit: startWebKit };

/** @typedef {keyof typeof STARTS} EngineName */

/** As people write them. @type {Record<EngineName, string>} */
export const TITLES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKit" };
export const ENGINE_NAMES = /** @type {EngineName[]} */ (Object.keys(STARTS));

/** @param {EngineName} name @returns {Promise<Engine>} */
export const startEngine = (name) => STARTS[name]();
