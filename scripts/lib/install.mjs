/** Makes sure that what the lockfile names is installed, with nothing on the machine but Node and npm. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE, ROOT, run, step, UserError } from "./steps.mjs";

const OLDEST_NODE = [20, 19];

/** @param {string} version @throws UserError for a Node that is too old */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new UserError(
    `Clinic Widgets needs Node ${OLDEST_NODE.join(".")} or later; this is Node ${version}. Install a newer one from nodejs.org.`,
  );
}

/** Installs with the pinned pnpm, unless what is installed is what the lockfile names. */
export async function ensureDependencies() {
  checkNode();
  const lockfile = readFileSync(join(ROOT, "pnpm-lock.yaml"));
  const wanted = createHash("sha256").update(lockfile).update(process.versions.modules).digest("hex");
  const stamp = join(CACHE, "installed");
  if (
    existsSync(stamp) &&
    existsSync(join(ROOT, "node_modules/.pnpm")) &&
    readFileSync(stamp, "utf8") === wanted
  )
    return;
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  await step("Installing packages (a minute or two the first time)", () =>
    // CI=true, so that pnpm never asks a question that nobody can answer.
    run("npx", ["--yes", packageManager, "install", "--frozen-lockfile"], {
      env: { ...process.env, CI: "true" },
      log: "install.log",
    }),
  );
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(stamp, wanted);
}
