/** npm run build: everything that `npm start` runs. With --server only what the CMS needs, as in the Dockerfile. */
import { ensureBuilds, SERVER_BUILDS } from "./lib/builds.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { runScript } from "./lib/steps.mjs";

runScript(async () => {
  await ensureDependencies();
  await ensureBuilds(process.argv.includes("--server") ? SERVER_BUILDS : undefined);
});
