/** npm run bench: measures the built product beside its peers, and writes tests/bench/results; `-- NAME...` those alone. */
import { join } from "node:path";
import { ensureBuilds } from "./lib/builds.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { startMongod } from "./lib/mongod.mjs";
import { ended, launchNode, stopAll, whenStopped } from "./lib/processes.mjs";
import { ROOT } from "./lib/project.mjs";
import { runScript } from "./lib/steps.mjs";

runScript(async () => {
  await ensureDependencies();
  await ensureBuilds();
  const mongod = await startMongod();
  if ("url" in mongod) process.env.MONGODB_TEST_URL = mongod.url;
  else process.stdout.write(`SKIPPED: MongoDB, because ${mongod.reason}.\n`);
  if ("stop" in mongod) whenStopped(mongod.stop);
  // Only now is it certain to be installed.
  const { build } = await import("esbuild");
  const outfile = join(ROOT, "tests/bench/bench.bundle.mjs");
  await build({
    entryPoints: [join(ROOT, "tests/bench/bench.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    // Of this repository, in TypeScript.
    alias: { "@clinic-widgets/shared": join(ROOT, "shared/src/index.ts") },
  });
  await stopAll(await ended(launchNode([outfile, ...process.argv.slice(2)], { cwd: join(ROOT, "tests") })));
});
