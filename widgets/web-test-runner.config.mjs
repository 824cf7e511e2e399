/** Browser tests: every element in a real browser, against a small real server. */
import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { playwrightLauncher } from "@web/test-runner-playwright";
import { build } from "esbuild";
import { contentServer } from "./test/content-server.mjs";
import { countingReporter } from "./test/counting-reporter.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const workspace = dirname(here);

const executablePath = process.env.CHROMIUM_PATH || ["/usr/bin/chromium"].find((path) => existsSync(path));

export default {
  rootDir: workspace,
  files: [join(here, "src/**/*.browser.test.ts")],
  nodeResolve: true,
  concurrency: 1,
  browsers: [
    playwrightLauncher({
      product: "chromium",
      launchOptions: {
        ...(executablePath ? { executablePath } : {}),
        args: [
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
        ],
      },
    }),
  ],
  // In `npm test` a forgotten "only" would leave all others out without a word.
  testFramework: { config: { timeout: 15_000, forbidOnly: Boolean(process.env.TEST_REPORT) } },
  reporters: [countingReporter()],
  // What the elements write on purpose, and that the tests run on the development build of Lit.
  filterBrowserLogs: ({ args }) => !/^(Clinic Widgets:|Lit is in dev mode)/.test(String(args[0])),
  plugins: [
    esbuildPlugin({ ts: true, target: "es2022", tsconfig: join(here, "tsconfig.json") }),
    runnersOwnModules(["@web/test-runner-commands"]),
  ],
  middleware: [
    contentServer({
      fixtures: join(here, "fixtures"),
      embed: join(here, "dist/embed"),
      ...(await serverRenderer()),
    }),
  ],
};

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
