/** Makes sure that what the lockfile names is installed, with nothing on the machine but Node and npm. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { run } from "./processes.mjs";
import { CACHE, ROOT, UserError } from "./project.mjs";
import { step } from "./steps.mjs";

const { engines, packageManager } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** @param {string} version @throws UserError for a Node that package.json does not name @public for its test */
export function checkNode(version = process.versions.node) {
  const lines = engines.node.split(" || ");
  if (lines.some((line) => isWithin(version, line))) return;
  const wanted = lines.map((line) => line.replace(/^\D+/, "").replace(/(\.0)+$/, ""));
  throw new UserError(
    `Clinic Widgets needs Node ${wanted.join(", ")} or later; this is Node ${version}. Install one from nodejs.org.`,
  );
}

/** Whether a version is in a range of one of the two forms that package.json has: `^20.19.0`, or `>=24.0.0`. */
function isWithin(version, range) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = range.replace(/^\D+/, "").split(".").map(Number);
  if (major === leastMajor) return minor >= leastMinor;
  return range.startsWith(">=") && major > leastMajor;
}

const STAMP = join(CACHE, "installed");
/** The image for production is built without some of them. */
const PACKAGES = [".", "shared", "widgets", "cms", "demo", "tests"].filter((folder) =>
  existsSync(join(ROOT, folder, "package.json")),
);

/** Installs with the pinned pnpm, unless what is installed is what the lockfile names. */
export async function ensureDependencies() {
  checkNode();
  if (isInstalled()) return;
  await withLock(join(CACHE, "lock"), async () => {
    if (isInstalled()) return;
    // An install that is broken off leaves no stamp, and is done again.
    rmSync(STAMP, { force: true });
    await step("Installing packages (a minute or two the first time)", () =>
      // CI=true, so that pnpm never asks a question that nobody can answer.
      run("npx", ["--yes", packageManager, "install", "--frozen-lockfile"], {
        env: { ...process.env, CI: "true" },
        log: "install.log",
      }),
    );
    writeFileSync(STAMP, wanted());
  });
}

function isInstalled() {
  return (
    existsSync(STAMP) &&
    PACKAGES.every((folder) => existsSync(join(ROOT, folder, "node_modules"))) &&
    readFileSync(STAMP, "utf8") === wanted()
  );
}

/** What must be installed: the lockfile, for this version of Node's binary interface. */
function wanted() {
  const lockfile = readFileSync(join(ROOT, "pnpm-lock.yaml"));
  return createHash("sha256").update(lockfile).update(process.versions.modules).digest("hex");
}
