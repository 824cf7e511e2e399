/** Which test files there are, by the runner that runs them. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { ROOT, UserError } from "./project.mjs";

const LEFT_OUT = new Set(["node_modules", "dist", ".next", ".cache", ".git"]);

/**
 * The test files at and below `paths`; all of them when none is named.
 * @param {string[]} paths
 * @returns {{ unit: string[], widgets: string[], system: string[] }} absolute paths
 * @throws UserError for a path without a test
 */
export function findTests(paths = []) {
  const files = paths.length === 0 ? below(ROOT) : [...new Set(paths.flatMap(testsAt))];
  const isBelow = (folder, file) => relative(ROOT, file).startsWith(folder + sep);
  const widgets = files.filter((file) => file.endsWith(".browser.test.ts"));
  const system = files.filter((file) => isBelow("tests", file));
  const unit = files.filter((file) => !widgets.includes(file) && !system.includes(file));
  return { unit, widgets, system };
}

/** Whether a test file opens Chromium. @param {string} file */
export const needsBrowser = (file) => /launchBrowser|playwrightLauncher/.test(readFileSync(file, "utf8"));

/** Whether a test file runs in each browser engine. @param {string} file */
export const needsEngines = (file) =>
  file.endsWith(".browser.test.ts") || /eachEngine|engineNames/.test(readFileSync(file, "utf8"));

function testsAt(path) {
  const full = resolve(path);
  const found = existsSync(full) ? (statSync(full).isDirectory() ? below(full) : [full]) : [];
  const tests = found.filter((file) => file.startsWith(ROOT + sep) && file.endsWith(".test.ts"));
  if (tests.length === 0)
    throw new UserError(
      `There is no test at ${path}. Name a test file or a folder, for example: npm test -- cms/src/evidence`,
    );
  return tests;
}

function below(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !LEFT_OUT.has(name))
    .flatMap((entry) => (entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => file.endsWith(".test.ts"))
    .sort();
}
