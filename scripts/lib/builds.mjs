/** Builds what is stale: what was built from other files than those that are there now. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE, ROOT, run, step } from "./steps.mjs";

/** Written by a build, or of no account to it. */
const IGNORED =
  /(^|\/)(node_modules|dist|\.next|\.cache|data)(\/|$)|importMap\.js$|payload-types\.ts$|next-env\.d\.ts$|\.test\.ts$/;

const node = (script) => (log) => run(process.execPath, [script], { log });
const bin = (folder, name) => join(ROOT, folder, "node_modules/.bin", name);

/** In the order in which they need each other. */
const BUILDS = [
  {
    name: "widgets",
    inputs: ["shared", "widgets"],
    output: "widgets/dist/embed/manifest.json",
    title: "Building the widgets",
    build: (log) => run(process.execPath, ["build.mjs"], { cwd: join(ROOT, "widgets"), log }),
  },
  {
    name: "server",
    inputs: ["shared", "widgets", "cms"],
    output: "cms/dist/server.mjs",
    title: "Bundling the server",
    build: node("cms/scripts/bundle.mjs"),
  },
  {
    name: "admin",
    inputs: ["shared", "cms"],
    output: "cms/.next/BUILD_ID",
    title: "Building the admin UI (about a minute)",
    build: async (log) => {
      await run(process.execPath, ["cms/dist/generate.mjs"], { log: `generate-${log}` });
      await run(bin("cms", "next"), ["build"], {
        cwd: join(ROOT, "cms"),
        env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
        log,
      });
    },
  },
  {
    name: "demo",
    inputs: ["demo"],
    output: "demo/dist/index.html",
    title: "Building the demo pages",
    build: (log) => run(bin("demo", "vite"), ["build"], { cwd: join(ROOT, "demo"), log }),
  },
];

/**
 * Builds what is stale of the named parts.
 * @param {string[]} [names] all of them by default
 */
export async function ensureBuilds(names = BUILDS.map(({ name }) => name)) {
  for (const { name, inputs, output, title, build } of BUILDS.filter((each) => names.includes(each.name))) {
    const wanted = hashOf(inputs);
    const stamp = join(CACHE, "builds", name);
    if (existsSync(stamp) && existsSync(join(ROOT, output)) && readFileSync(stamp, "utf8") === wanted)
      continue;
    await step(title, () => build(`build-${name}.log`));
    mkdirSync(join(CACHE, "builds"), { recursive: true });
    writeFileSync(stamp, wanted);
  }
}

/** A hash of every file that a build reads, and of the versions of what it uses. */
function hashOf(folders) {
  const hash = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "tsconfig.base.json", ...folders.flatMap(filesBelow)]) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(ROOT, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .map((entry) => `${folder}/${entry.name}`)
    .filter((path) => !IGNORED.test(path))
    .sort()
    .flatMap((path) => (statSync(join(ROOT, path)).isDirectory() ? filesBelow(path) : [path]));
}
