/** Runs a command of the CMS at the terminal, on the data that the server works on. */
import { ensureBuilds } from "./builds.mjs";
import { ensureDependencies } from "./install.mjs";
import { ended, launchNode, stopAll } from "./processes.mjs";
import { runScript } from "./steps.mjs";

/** @param {string} name of the bundled script, without its ending */
export function runCmsCommand(name) {
  runScript(async () => {
    await ensureDependencies();
    await ensureBuilds(["widgets", "server"]);
    const env = { ...process.env, NODE_ENV: "production" };
    await stopAll(await ended(launchNode([`cms/dist/${name}.mjs`, ...process.argv.slice(2)], { env })));
  });
}
