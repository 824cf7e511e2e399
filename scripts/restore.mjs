/** npm run restore: puts a backup in the place of the embedded state; the present one is kept aside. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilds } from "./lib/builds.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { ROOT, runScript } from "./lib/steps.mjs";

runScript(async () => {
  await ensureDependencies();
  await ensureBuilds(["widgets", "server"]);
  const child = spawn(process.execPath, [join(ROOT, "cms/dist/restore.mjs"), ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  child.on("exit", (code) => process.exit(code ?? 1));
});
