/** npm run serve: the CMS for production, without demo site and demo content. Logs are JSON lines on standard output. */
import { ensureBuilds, SERVER_BUILDS } from "./lib/builds.mjs";
import { readConfiguration } from "./lib/configuration.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { checkPorts } from "./lib/ports.mjs";
import { ended, launchNode, stopAll } from "./lib/processes.mjs";
import { runScript } from "./lib/steps.mjs";

runScript(
  async () => {
    await ensureDependencies();
    const { port } = await readConfiguration();
    await checkPorts({ PORT: port }, "npm run serve");
    await ensureBuilds(SERVER_BUILDS);
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    await stopAll(await ended(launchNode(["--enable-source-maps", "cms/dist/server.mjs"], { env })));
  },
  { codeWhenStopped: 0 },
);
