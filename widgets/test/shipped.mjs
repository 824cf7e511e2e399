/** Lets test files run against the code that partners load, as the build has left it in `dist/embed`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What `mount.ts` registers the elements with, in the place of the sources. */
const SHIPPED = "/widgets/test/shipped.js";

/** Files that look into the sources, or load what ships by themselves. */
const OF_SOURCES = /[/\\](loader|controllers)\.browser\.test\.ts$/;

/** @param {string[]} files */
export const shippedGroup = (files) => ({
  name: "as it ships",
  files: files.filter((file) => !OF_SOURCES.test(file)),
  testRunnerHtml: (testRunner) =>
    `<!doctype html><html data-elements="${SHIPPED}"><script type="module" src="${testRunner}"></script></html>`,
});

/** Serves the module that stands in for the sources. @param {string} embed the folder with the build */
export const shippedPlugin = (embed) => ({
  name: "shipped",
  serve({ path }) {
    if (path !== SHIPPED) return undefined;
    const { script } = JSON.parse(readFileSync(join(embed, "manifest.json"), "utf8"));
    // What ships registers its elements by itself.
    const body = `import "/cms/shipped/embed/v1/${script}"; export const registerClinicWidgets = () => {};`;
    return { body, type: "js" };
  },
});
