/** npm run dev: the product from its sources. Next reloads the admin by itself; the rest is rebuilt and restarted on a change. */
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { ensureBuilds } from "./lib/builds.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { start } from "./lib/processes.mjs";
import { ROOT, runScript } from "./lib/steps.mjs";

const QUIET_MS = 300;

runScript(async () => {
  await ensureDependencies();
  await ensureBuilds(["widgets", "server", "demo"]);
  const env = { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" };
  const port = process.env.PORT || "3000";
  let server = run();
  start([join(ROOT, "demo/server.mjs")], {
    env: { ...env, CMS_URL: process.env.PUBLIC_URL || `http://localhost:${port}` },
  });

  let timer;
  for (const folder of ["cms/src", "cms/server.ts", "shared/src", "widgets/src", "demo"]) {
    watch(join(ROOT, folder), { recursive: true }, (_, file) => {
      if (/node_modules|dist|importMap|\.test\.ts$/.test(String(file))) return;
      clearTimeout(timer);
      timer = setTimeout(restart, QUIET_MS);
    });
  }

  async function restart() {
    try {
      await ensureBuilds(["widgets", "server", "demo"]);
      server.kill("SIGTERM");
      await new Promise((resolve) => server.once("exit", resolve));
      server = run();
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
    }
  }

  function run() {
    return spawn(
      process.execPath,
      ["--enable-source-maps", join(ROOT, "cms/dist/server.mjs"), "--demo-content"],
      { env, stdio: "inherit" },
    );
  }
});
