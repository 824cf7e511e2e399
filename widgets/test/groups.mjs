/**
 * Which files run where. What partners load runs in every engine. The sources run in one: a module that engines read
 * differently is in what ships too, and there it counts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What `mount.ts` registers the elements with, in the place of the sources. */
const SHIPPED = "/widgets/test/shipped.js";

/** Files that look into the sources, or load what ships by themselves. */
const OF_SOURCES = /[/\\](loader|moved|page-swap|place|controllers)\.browser\.test\.ts$/;

/**
 * @param {string[]} files
 * @param {import("@web/test-runner").BrowserLauncher[]} browsers the first one runs the sources
 * @returns {import("@web/test-runner").TestRunnerGroupConfig[]}
 */
export function groupsOf(files, browsers) {
  const ofSources = files.filter((file) => OF_SOURCES.test(file));
  const ofShipped = files.filter((file) => !OF_SOURCES.test(file));
  const groups = [
    { name: "sources", files, browsers: browsers.slice(0, 1) },
    { name: "sources", files: ofSources, browsers: browsers.slice(1) },
    {
      name: "as it ships",
      files: ofShipped,
      browsers,
      testRunnerHtml: (testRunner) =>
        `<!doctype html><html data-elements="${SHIPPED}"><script type="module" src="${testRunner}"></script></html>`,
    },
  ];
  return groups.filter((group) => group.files.length > 0 && group.browsers.length > 0);
}

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
