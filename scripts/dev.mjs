/**
 * npm run dev: the product from its sources. Next reloads the admin by itself; what else has changed is built again, and
 * what runs on it is started again, also after a crash.
 */
import { join, relative, sep } from "node:path";
import { ensureBuilds, isSource } from "./lib/builds.mjs";
import { readConfiguration } from "./lib/configuration.mjs";
import { ensureDependencies } from "./lib/install.mjs";
import { checkPorts } from "./lib/ports.mjs";
import { ended, isStopping, launchNode } from "./lib/processes.mjs";
import { ROOT } from "./lib/project.mjs";
import { runScript } from "./lib/steps.mjs";

/** Editors and git write several files at once. */
const QUIET_MS = 200;
const PARTS = ["widgets", "server", "import-map", "demo"];
const WATCHED = ["cms/src", "cms/scripts", "cms/server.ts", "shared", "widgets", "demo"].map((path) =>
  join(ROOT, path),
);

runScript(
  async () => {
    await ensureDependencies();
    const { port, demoPort, publicUrl } = await readConfiguration();
    await checkPorts({ PORT: port, DEMO_PORT: demoPort }, "npm run dev");
    await ensureBuilds(PARTS);
    const sources = await watched();

    const env = { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" };
    const cms = supervised("The CMS", ["--enable-source-maps", "cms/dist/server.mjs", "--demo-content"], env);
    const demo = supervised("The demo site", ["demo/server.mjs"], {
      ...env,
      DEMO_PORT: String(demoPort),
      CMS_URL: publicUrl,
    });
    process.stdout.write(`CMS: ${publicUrl}/admin   Demo: http://localhost:${demoPort}\n`);

    onChange(sources, async () => {
      const built = await ensureBuilds(PARTS);
      const isServerNew = built.some((name) => name !== "demo");
      if (isServerNew || !cms.isRunning()) await cms.restart();
      if (built.includes("demo") || !demo.isRunning()) await demo.restart();
    });
  },
  { codeWhenStopped: 0 },
);

/** A process that is started again when it is asked to; its end alone ends nothing else. */
function supervised(name, args, env) {
  let child;
  const isRunning = () => child !== undefined;
  const run = () => {
    const started = launchNode(args, { env });
    child = started;
    void ended(started).then((code) => {
      if (child !== started) return;
      child = undefined;
      if (!isStopping())
        process.stderr.write(
          `${name} has ended (exit code ${code}). It is started again with the next change.\n`,
        );
    });
  };
  run();
  return {
    isRunning,
    async restart() {
      const old = child;
      child = undefined;
      if (old) {
        const gone = ended(old);
        old.kill("SIGTERM");
        await gone;
      }
      if (!isStopping()) run();
    },
  };
}

/**
 * Watches the sources. Node's own recursive watch ends the process when a folder is removed while it is read (Node 20.20,
 * fs.watch on Linux), and every build removes folders.
 */
async function watched() {
  // Known only when the dependencies are there.
  const { watch } = await import("chokidar");
  const watcher = watch(WATCHED, {
    ignoreInitial: true,
    ignored: (path) => !isSource(relative(ROOT, path).replaceAll(sep, "/")),
  });
  watcher.on("error", (error) => process.stderr.write(`A change may go unseen: ${error.message}\n`));
  await new Promise((resolve) => watcher.once("ready", resolve));
  return watcher;
}

/** Calls `work` after sources have changed, one call at a time. What it throws is told, and the next change tries again. */
function onChange(sources, work) {
  let timer;
  let busy = false;
  let isDue = false;
  const turn = async () => {
    if (busy) {
      isDue = true;
      return;
    }
    busy = true;
    do {
      isDue = false;
      try {
        await work();
      } catch (error) {
        if (!isStopping()) process.stderr.write(`${error.message}\n`);
      }
    } while (isDue);
    busy = false;
  };
  sources.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(turn, QUIET_MS);
  });
}
