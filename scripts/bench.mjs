/** npm run bench: measures the built product beside its peers, and writes tests/bench/results. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilds } from "./lib/builds.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { startMongod } from "./lib/mongod.mjs";
import { ROOT, runScript } from "./lib/steps.mjs";

runScript(async () => {
  await ensureDependencies();
  await ensureBuilds();
  const mongod = await startMongod();
  if ("url" in mongod) process.env.MONGODB_TEST_URL = mongod.url;
  else process.stdout.write(`SKIPPED: MongoDB, because ${mongod.reason}.\n`);
  // Only now is it certain to be installed.
  const { build } = await import("esbuild");
  const entry = join(ROOT, "tests/bench/bench.ts");
  const outfile = join(ROOT, "tests/bench/bench.bundle.mjs");
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
  const child = spawn(process.execPath, [outfile], { stdio: "inherit", cwd: join(ROOT, "tests") });
  const code = await new Promise((resolve) => child.on("exit", resolve));
  if ("stop" in mongod) await mongod.stop();
  process.exit(code ?? 1);
});
