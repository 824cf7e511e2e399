/** npm run format: formats, and fixes what can be fixed; all of it, or the files that are named. */
import { join } from "node:path";
import { ensureDependencies } from "./lib/install.mjs";
import { ended, launch, stopAll } from "./lib/processes.mjs";
import { ROOT } from "./lib/project.mjs";
import { runScript } from "./lib/steps.mjs";

runScript(async () => {
  await ensureDependencies();
  const named = process.argv.slice(2);
  const args = ["check", "--write", ...(named.length > 0 ? named : ["."])];
  await stopAll(await ended(launch(join(ROOT, "node_modules/.bin/biome"), args, { stdio: "inherit" })));
});
