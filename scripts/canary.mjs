/**
 * npm run canary: tries the newest Payload 3 in a copy of the project, and says which guards fail there.
 * `npm run canary -- 3.90.1` tries that version; with `--all` the guards run, too, that start the built product.
 * Nothing in the project changes, and the copy is removed.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  copyProject,
  dependenciesAt,
  guardsNamedIn,
  newestCommon,
  payloadPackages,
  projectFiles,
  publishedVersions,
  setVersions,
} from "./lib/canary.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { ended, launchNode, run, stopAll, whenStopped } from "./lib/processes.mjs";
import { ROOT, UserError } from "./lib/project.mjs";
import { runScript, step } from "./lib/steps.mjs";

/** What is compared with Payload's types. */
const TYPED = ["cms", "tests"];

runScript(async () => {
  await ensureDependencies();
  const present = payloadPackages(ROOT);
  const names = Object.keys(present);
  const wanted = process.argv.slice(2);
  const startsProduct = (guard) => guard.startsWith("tests/");
  const guards = guardsNamedIn(readFileSync(join(ROOT, "docs/payload.md"), "utf8")).filter(
    (guard) => wanted.includes("--all") || !startsProduct(guard),
  );
  const version =
    wanted.find((each) => each !== "--all") ??
    newestCommon(await step("Asking for Payload's versions", () => publishedVersions(names)));

  const copy = mkdtempSync(join(tmpdir(), "clinic-widgets-canary-"));
  whenStopped(async () => rmSync(copy, { recursive: true, force: true, maxRetries: 3 }));
  const files = await projectFiles();
  copyProject(files, copy);
  const brought = setVersions(copy, version, await dependenciesAt(names, version));
  const along = Object.entries(brought).map(([name, its]) => ` ${name} ${its}`);
  process.stdout.write(
    `Payload ${version}${along.length > 0 ? ` with${along}` : ""}; this project has ${present.payload}.\n`,
  );
  await step("Installing it in a copy of the project", () => install(copy));

  const failed = [...(await failedTypes(copy)), ...(await failedTests(copy, guards))];
  process.stdout.write(
    failed.length === 0
      ? `\nPayload ${version}: nothing fails.\n`
      : `\nPayload ${version}: ${failed.length} ${failed.length === 1 ? "fails" : "fail"}. What each guard is for: docs/payload.md\n${failed.map((name) => `  ${name}\n`).join("")}`,
  );
  await stopAll(failed.length === 0 ? 0 : 1);
});

async function install(copy) {
  const { packageManager } = JSON.parse(readFileSync(join(copy, "package.json"), "utf8"));
  await run("npx", ["--yes", packageManager, "install", "--no-frozen-lockfile"], {
    cwd: copy,
    env: { ...process.env, CI: "true" },
    log: "canary-install.log",
  });
}

/** The packages whose types no longer fit. @returns {Promise<string[]>} */
async function failedTypes(copy) {
  const failed = [];
  for (const folder of TYPED)
    try {
      await step(`Types of ${folder}`, () =>
        run(join(copy, "node_modules/.bin/tsc"), ["-p", folder], { cwd: copy }),
      );
    } catch (error) {
      process.stdout.write(`${error.message.replaceAll(copy, "")}\n`);
      failed.push(`Types of ${folder}`);
    }
  return failed;
}

/** The guards that fail, by name. @returns {Promise<string[]>} */
async function failedTests(copy, guards) {
  const results = join(copy, ".cache/canary.json");
  await ended(
    launchNode([join(copy, "scripts/test.mjs"), ...guards], {
      cwd: copy,
      env: { ...process.env, TEST_RESULTS: results },
    }),
  );
  const { passed, failed } = readResults(results);
  if (passed + failed.length === 0) throw new UserError("No test ran on it.");
  return failed.map(({ name, reason }) => `${name}: ${reason}`);
}

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new UserError("The tests on it did not come to their end. The lines above say why.", { cause });
  }
}
