/** npm run admin-link: a new one-time link for the first administrator, or for one who is locked out. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilds } from "./lib/builds.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { ROOT, runScript } from "./lib/steps.mjs";

runScript(async () => {
  await ensureDependencies();
  await ensureBuilds(["widgets", "server"]);
  const child = spawn(process.execPath, [join(ROOT, "cms/dist/admin-link.mjs")], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  child.on("exit", (code) => process.exit(code ?? 1));
});
