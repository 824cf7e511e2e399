/** npm run serve: the CMS for production, without demo site and demo content. Logs are JSON lines on standard output. */
import { join } from "node:path";
import { ensureBuilds } from "./lib/builds.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { start } from "./lib/processes.mjs";
import { ROOT, runScript } from "./lib/steps.mjs";

runScript(async () => {
  await ensureDependencies();
  await ensureBuilds(["widgets", "server", "admin"]);
  start(["--enable-source-maps", join(ROOT, "cms/dist/server.mjs")], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
});
