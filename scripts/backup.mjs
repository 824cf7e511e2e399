/** npm run backup: the embedded state in one file, also while the server runs. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilds } from "./lib/builds.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { ROOT, runScript } from "./lib/steps.mjs";

runScript(async () => {
  await ensureDependencies();
  await ensureBuilds(["widgets", "server"]);
  const child = spawn(process.execPath, [join(ROOT, "cms/dist/backup.mjs"), ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  child.on("exit", (code) => process.exit(code ?? 1));
});
