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

/** What the bundle of the server is made from, as it says itself; unknown before it was made. */
const BUNDLE_INPUTS = join(ROOT, "cms/dist/inputs.json");
const bundled = () =>
  existsSync(BUNDLE_INPUTS)
    ? [
        "cms/scripts",
        "cms/package.json",
        "cms/tsconfig.json",
        ...JSON.parse(readFileSync(BUNDLE_INPUTS, "utf8")),
      ]
    : undefined;

const WIDGETS_RECIPE = ["widgets/build.mjs", "widgets/package.json", "widgets/tsconfig.json"];

/** In the order in which they need each other. `inputs`: files and folders, or a function that knows them after a build. */
const BUILDS = [
  {
    name: "widgets",
    inputs: ["shared/src", "shared/package.json", "widgets/src", "widgets/tools", ...WIDGETS_RECIPE],
    output: "widgets/dist/embed/manifest.json",
    title: "Building the widgets",
    build: (log) => runNode(["build.mjs"], { cwd: join(ROOT, "widgets"), log }),
  },
  {
    name: "server",
    inputs: bundled,
    output: "cms/dist/server.mjs",
    title: "Bundling the server",
    build: (log) => runNode(["cms/scripts/bundle.mjs"], { log }),
  },
  {
    name: "import-map",
    inputs: bundled,
    output: "cms/src/app/(payload)/admin/importMap.js",
    title: "Listing the admin's components",
    build: (log) => runNode(["cms/dist/generate.mjs", "import-map"], { log }),
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
  if (!BUILDS.some((each) => isWanted(each) && isStale(each))) return [];
  return await withLock(join(CACHE, "lock"), async () => {
    const built = [];
    for (const each of BUILDS.filter(isWanted)) {
      if (!isStale(each)) continue;
      // A build that is broken off leaves no stamp, and is done again.
      rmSync(stampOf(each), { force: true });
      const start = Date.now();
      await step(each.title, () => buildOne(each));
      stamp(each, start);
      built.push(each.name);
    }
    return built;
  });
}

async function buildOne({ name, output, build }) {
  const log = `build-${name}.log`;
  // Not removed before: a server that starts meanwhile in `npm run dev` needs it.
  const before = writtenAt(output);
  await build(log);
  if (writtenAt(output) === before)
    throw new UserError(
      `The build of ${name} ended without an error, but did not write ${output}. What it said: ${join(LOGS, log)}`,
    );
}

const writtenAt = (output) => statSync(join(ROOT, output), { throwIfNoEntry: false })?.mtimeMs;

const stampOf = ({ name }) => join(CACHE, "builds", name);

/** Remembers what was built, unless a file changed while it was: then the next command builds again. */
function stamp(each, start) {
  const files = filesOf(each);
  const now = Date.now();
  for (const file of files) {
    const { mtimeMs } = statSync(join(ROOT, file), { throwIfNoEntry: false }) ?? { mtimeMs: now };
    if (mtimeMs >= start && mtimeMs <= now) return;
  }
  mkdirSync(join(CACHE, "builds"), { recursive: true });
  writeFileSync(stampOf(each), hashOf(files));
}

function isStale(each) {
  if (!existsSync(stampOf(each)) || !existsSync(join(ROOT, each.output))) return true;
  const files = filesOf(each);
  // What is gone was in the build.
  if (!files?.every((file) => existsSync(join(ROOT, file)))) return true;
  return readFileSync(stampOf(each), "utf8") !== hashOf(files);
}

/** Every file that a build reads, and the versions of what it uses; nothing when that is not known yet. */
function filesOf({ inputs }) {
  const paths = typeof inputs === "function" ? inputs() : inputs;
  return paths && ["pnpm-lock.yaml", "tsconfig.base.json", ...paths.flatMap(filesAt)];
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(ROOT, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** A file itself, or the sources in a folder. */
const filesAt = (path) =>
  statSync(join(ROOT, path), { throwIfNoEntry: false })?.isDirectory() ? filesBelow(path) : [path];

function filesBelow(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .map((entry) => `${folder}/${entry.name}`)
    .filter(isSource)
    .sort()
    .flatMap(filesAt);
}
