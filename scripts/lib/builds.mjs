/** Builds what is stale: what was built from other files than those that are there now. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { runNode } from "./processes.mjs";
import { CACHE, LOGS, ROOT, UserError } from "./project.mjs";
import { step } from "./steps.mjs";

/** Written by a build, or of no account to it. */
const IGNORED =
  /(^|\/)(node_modules|dist|\.next|\.cache|data)(\/|$)|importMap\.js$|payload-types\.ts$|next-env\.d\.ts$|(^|\/)cms\/test\/|\.test\.ts$/;

/** Whether a build may read the file at this path. @param {string} path */
export const isSource = (path) => !IGNORED.test(path);

/** In the order in which they need each other. */
const BUILDS = [
  {
    name: "widgets",
    inputs: ["shared", "widgets"],
    output: "widgets/dist/embed/manifest.json",
    title: "Building the widgets",
    build: (log) => runNode(["build.mjs"], { cwd: join(ROOT, "widgets"), log }),
  },
  {
    name: "server",
    inputs: ["shared", "widgets", "cms"],
    output: "cms/dist/server.mjs",
    title: "Bundling the server",
    build: (log) => runNode(["cms/scripts/bundle.mjs"], { log }),
  },
  {
    name: "import-map",
    inputs: ["shared", "cms"],
    output: "cms/src/app/(payload)/admin/importMap.js",
    title: "Listing the admin's components",
    build: (log) => runNode(["cms/dist/generate.mjs"], { log }),
  },
  {
    name: "admin",
    inputs: ["shared", "cms"],
    output: "cms/.next/BUILD_ID",
    title: "Building the admin UI (about a minute)",
    build: (log) =>
      runNode(["node_modules/next/dist/bin/next", "build"], {
        cwd: join(ROOT, "cms"),
        env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
        log,
      }),
  },
  {
    name: "demo",
    inputs: ["demo"],
    output: "demo/dist/index.html",
    title: "Building the demo pages",
    build: (log) => runNode(["node_modules/vite/bin/vite.js", "build"], { cwd: join(ROOT, "demo"), log }),
  },
];

/** What the CMS needs to run in production. */
export const SERVER_BUILDS = ["widgets", "server", "import-map", "admin"];

/**
 * Builds what is stale of the named parts.
 * @param {string[]} [names] all of them by default
 * @returns {Promise<string[]>} the names of what was built
 */
export async function ensureBuilds(names = BUILDS.map(({ name }) => name)) {
  const isWanted = ({ name }) => names.includes(name);
  if (!BUILDS.some((each) => isWanted(each) && isStale(each, hashOf(each.inputs)))) return [];
  return await withLock(join(CACHE, "lock"), async () => {
    const built = [];
    for (const each of BUILDS.filter(isWanted)) {
      const wanted = hashOf(each.inputs);
      if (!isStale(each, wanted)) continue;
      // A build that is broken off leaves no stamp, and is done again.
      rmSync(stampOf(each), { force: true });
      await step(each.title, () => buildOne(each));
      mkdirSync(join(CACHE, "builds"), { recursive: true });
      writeFileSync(stampOf(each), wanted);
      built.push(each.name);
    }
    return built;
  });
}

async function buildOne({ name, output, build }) {
  const log = `build-${name}.log`;
  rmSync(join(ROOT, output), { force: true });
  await build(log);
  if (!existsSync(join(ROOT, output)))
    throw new UserError(
      `The build of ${name} ended without an error, but did not write ${output}. What it said: ${join(LOGS, log)}`,
    );
}

const stampOf = ({ name }) => join(CACHE, "builds", name);

function isStale(each, wanted) {
  const stamp = stampOf(each);
  return !(
    existsSync(stamp) &&
    existsSync(join(ROOT, each.output)) &&
    readFileSync(stamp, "utf8") === wanted
  );
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
    .filter(isSource)
    .sort()
    .flatMap((path) => (statSync(join(ROOT, path)).isDirectory() ? filesBelow(path) : [path]));
}
