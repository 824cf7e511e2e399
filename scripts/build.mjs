/** npm run build: everything that `npm start` and `npm run serve` run. */
import { ensureBuilds } from "./lib/builds.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { runScript } from "./lib/steps.mjs";

runScript(async () => {
  await ensureDependencies();
  await ensureBuilds();
});
