/** npm run playground: every element in every state on one page, without the CMS. What you change is seen at once. */
import { join } from "node:path";
import { ensureDependencies } from "./lib/install.mjs";
import { checkPorts } from "./lib/ports.mjs";
import { ended, launchNode, stopAll } from "./lib/processes.mjs";
import { ROOT, UserError } from "./lib/project.mjs";
import { runScript } from "./lib/steps.mjs";

runScript(
  async () => {
    const port = Number(process.env.PLAYGROUND_PORT || 4500);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      throw new UserError("PLAYGROUND_PORT must be a whole number from 1 to 65535.");
    await ensureDependencies();
    await checkPorts({ PLAYGROUND_PORT: port }, "npm run playground");
    const cwd = join(ROOT, "widgets");
    await stopAll(
      await ended(
        launchNode(["node_modules/vite/bin/vite.js", "playground", "--port", String(port)], { cwd }),
      ),
    );
  },
  { codeWhenStopped: 0 },
);
