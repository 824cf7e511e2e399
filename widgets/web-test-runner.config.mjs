/** Browser tests: every element in a real browser, against a small real server. */
import { readdirSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { playwrightLauncher } from "@web/test-runner-playwright";
import { build } from "esbuild";
import { CHROMIUM_ARGS } from "../scripts/lib/engines/chromium.mjs";
import { contentServer } from "./test/content-server.mjs";
import { countingReporter } from "./test/counting-reporter.mjs";
import { engineLauncher } from "./test/engine-launcher.mjs";
import { groupsOf, shippedPlugin } from "./test/groups.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const workspace = dirname(here);
const embed = join(here, "dist/embed");

/** The files that `npm test` was asked for, else all. */
const files = process.env.TEST_FILES?.split(delimiter) ?? testFiles(join(here, "src"));

/** As `npm test` has found them; by hand, Chromium alone. */
const engines = (process.env.ENGINES ?? "chromium").split(",");
const CHROMIUM = playwrightLauncher({
  product: "chromium",
  launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: CHROMIUM_ARGS },
});
const browsers = engines.map((name) => (name === "chromium" ? CHROMIUM : engineLauncher(name)));

export default {
  rootDir: workspace,
  groups: groupsOf(files, browsers),
  nodeResolve: true,
  concurrency: 1,
  browsers,
  concurrentBrowsers: browsers.length,
  // A machine that runs three engines may be slow to start one.
  browserStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  // In `npm test` a forgotten "only" would leave all others out without a word.
  testFramework: { config: { timeout: 30_000, forbidOnly: Boolean(process.env.TEST_REPORT) } },
  reporters: [countingReporter()],
  coverage: Boolean(process.env.WIDGETS_COVERAGE),
  coverageConfig: {
    include: [join(here, "src/**/*.ts"), join(workspace, "shared/src/**/*.ts")],
    exclude: ["**/*.test.ts"],
    report: true,
    reportDir: process.env.WIDGETS_COVERAGE,
    reporters: ["json"],
  },
  // What the elements write on purpose, and that the tests run on the development build of Lit.
  filterBrowserLogs: ({ args }) => !/^(Clinic Widgets:|Lit is in dev mode)/.test(String(args[0])),
  plugins: [
    esbuildPlugin({ ts: true, target: "es2022", tsconfig: join(here, "tsconfig.json") }),
    runnersOwnModules(["@web/test-runner-commands"]),
    shippedPlugin(embed),
  ],
  middleware: [
    contentServer({
      fixtures: join(here, "fixtures"),
      embed,
      ...(await serverRenderer()),
    }),
  ],
};

function testFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".browser.test.ts"))
    .map((file) => join(folder, file));
}

/** Modules that the test runner depends on, found from its place, because pnpm shows them to nobody else. */
function runnersOwnModules(names) {
  const runner = createRequire(realpathSync(join(here, "node_modules/@web/test-runner/package.json")));
  return {
    name: "runners-own-modules",
    resolveImport: ({ source }) =>
      names.includes(source)
        ? `/${relative(workspace, runner.resolve(source)).replaceAll("\\", "/")}`
        : undefined,
  };
}

/** The server renderer as Node runs it: bundled, with packages outside. */
async function serverRenderer() {
  const outfile = join(here, "dist/test/server.mjs");
  await build({
    entryPoints: [join(here, "src/server/index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@clinic-widgets/shared": join(workspace, "shared/src/index.ts") },
  });
  return import(pathToFileURL(outfile).href);
}
