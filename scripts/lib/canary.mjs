/** What `npm run canary` tries: which versions, in which copy of the project, and which tests are its guards. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { tableRows, testsNamedIn } from "./markdownTables.mjs";
import { run } from "./processes.mjs";
import { ROOT, UserError } from "./project.mjs";

const MAJOR = 3;
const isPayload = (name) => name === "payload" || name.startsWith("@payloadcms/");
const isExact = (version) => /^\d+\.\d+\.\d+$/.test(version);

/**
 * The tests that fail when the inside of Payload that we rely on has changed: those that the tables of `docs/payload.md`
 * name in their column "Guard".
 * @param {string} page its text
 * @returns {string[]} their paths, each once
 */
export function guardsNamedIn(page) {
  return [...new Set(tableRows(page).flatMap(({ Guard }) => testsNamedIn(Guard)))].sort();
}

/** The files of the project as they are now, changed and new ones too. @param {string} [folder] @returns {Promise<string[]>} */
export async function projectFiles(folder = ROOT) {
  const listed = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: folder,
  });
  return listed.split("\0").filter((file) => file && existsSync(join(folder, file)));
}

/** Copies the project without what is installed or built. @param {string[]} files @param {string} target */
export function copyProject(files, target) {
  for (const file of files) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(target, file));
  }
}

/** Every package of Payload that the project names, with its version. @param {string} folder @returns {Record<string, string>} */
export function payloadPackages(folder) {
  const found = manifestsOf(folder).flatMap(({ manifest }) => Object.entries(dependenciesOf(manifest)));
  return Object.fromEntries(found.filter(([name]) => isPayload(name)));
}

/**
 * The newest version that all packages have: Payload refuses to start with different ones.
 * @param {Record<string, string[]>} published the versions of each package
 */
export function newestCommon(published) {
  const [first = [], ...others] = Object.values(published);
  const common = first.filter(
    (version) =>
      isExact(version) &&
      Number(version.split(".")[0]) === MAJOR &&
      others.every((versions) => versions.includes(version)),
  );
  const newest = common.sort(compareVersions).at(-1);
  if (newest) return newest;
  throw new UserError(`There is no version ${MAJOR}.x that ${Object.keys(published).join(", ")} all have.`);
}

function compareVersions(one, other) {
  const [a, b] = [one, other].map((version) => version.split(".").map(Number));
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** The published versions of each package. @param {string[]} names */
export async function publishedVersions(names) {
  const entries = names.map(async (name) => [name, await view(`${name}@${MAJOR}`, "version")]);
  return Object.fromEntries(await Promise.all(entries));
}

/** What one version of the packages depends on, all of them together. @param {string[]} names @param {string} version */
export async function dependenciesAt(names, version) {
  const entries = names.map((name) => view(`${name}@${version}`, "dependencies"));
  return Object.assign({}, ...(await Promise.all(entries)));
}

async function view(name, field) {
  const said = await run("npm", ["view", name, field, "--json"], {});
  return said.trim() === "" ? {} : JSON.parse(said);
}

/**
 * Writes the version of Payload into every package.json of the copy, and into cms what Payload brings along and we import
 * too, such as @libsql/client: in two versions they would not know each other's objects.
 * @param {string} folder
 * @param {string} version
 * @param {Record<string, string>} brought the dependencies of that version
 * @returns {Record<string, string>} what else has changed
 */
export function setVersions(folder, version, brought) {
  const changed = {};
  for (const { file, manifest } of manifestsOf(folder)) {
    for (const group of [manifest.dependencies, manifest.devDependencies])
      for (const [name, present] of Object.entries(group ?? {})) {
        if (isPayload(name)) group[name] = version;
        else if (isExact(brought[name] ?? "") && brought[name] !== present)
          changed[name] = group[name] = brought[name];
      }
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  }
  return changed;
}

const dependenciesOf = ({ dependencies, devDependencies }) => ({ ...dependencies, ...devDependencies });

function manifestsOf(folder) {
  return ["shared", "widgets", "cms", "demo", "tests"]
    .map((name) => join(folder, name, "package.json"))
    .map((file) => ({ file, manifest: JSON.parse(readFileSync(file, "utf8")) }));
}
