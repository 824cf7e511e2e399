/** What is unused: `npm run check` fails on a file, an export, a type or a dependency that nothing uses. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const CMS = join(import.meta.dirname, "cms");

/** The admin's components, which Payload's config names by path: `"/src/admin/brand/Logo#Logo"`. */
function adminComponents() {
  const sources = readdirSync(join(CMS, "src"), { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const named = sources.flatMap((file) =>
    [...readFileSync(join(CMS, "src", file), "utf8").matchAll(/"\/(src\/[\w/-]+)#\w+"/g)].map(
      ([, path]) => `${path}.tsx`,
    ),
  );
  return [...new Set(named)];
}

/** @type {import("knip").KnipConfig} */
export default {
  workspaces: {
    ".": {
      // Besides the commands, what Node and Vitest load by path.
      entry: [
        "scripts/*.mjs",
        "scripts/lib/{endWithParent,vitestReporter}.mjs",
        "scripts/lib/engines/keeper.mjs",
      ],
      project: ["scripts/**/*.mjs"],
      // Started by its path.
      ignoreDependencies: ["@biomejs/biome"],
    },
    shared: { project: ["src/**/*.ts"] },
    widgets: {
      // What the build bundles, and the tests of the other runner.
      entry: [
        "src/embed.ts",
        "src/frame/frame.ts",
        "src/loader/loader.ts",
        "src/styles/all.ts",
        "src/**/*.browser.test.ts",
        "web-test-runner.config.mjs",
      ],
      project: ["src/**/*.ts", "test/**/*.{ts,mjs}", "tools/**/*.mjs", "*.mjs"],
      // The runner's own, which its configuration resolves.
      ignoreDependencies: ["@web/test-runner-commands"],
    },
    cms: {
      // Knip's plugin would run the config, which opens a database.
      payload: false,
      entry: [
        "server.ts",
        "src/payload.config.ts",
        "scripts/*.{ts,mjs}",
        "src/database/migrations/**/*.ts",
        // Tells Payload's types of our collections; nothing imports it.
        "src/payload-types.ts",
        // Programs that tests bundle and start.
        "test/{manySaves,publisherProcess}.ts",
        ...adminComponents(),
      ],
      project: ["src/**/*.{ts,tsx}", "test/**/*.ts", "scripts/**/*.{ts,mjs}"],
      // Of the system, for a disk that is full.
      ignoreBinaries: ["mount", "umount"],
    },
    demo: {
      entry: ["server.mjs", "scripts/*.ts"],
      project: ["**/*.{ts,mjs}", "!dist/**"],
      // Fonts, which style sheets import.
      ignoreDependencies: [/^@fontsource-variable\//],
    },
    tests: {
      entry: ["bench/bench.ts"],
      project: ["**/*.ts"],
      ignoreBinaries: ["mount", "umount"],
      // Read as a file, and put into a page.
      ignoreDependencies: ["axe-core"],
    },
  },
};
