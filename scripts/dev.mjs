/**
 * npm run dev: the product from its sources. Next reloads the admin by itself, and the server takes up new widgets while it
 * runs. It is started again when its own bundle has changed, or after a crash.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
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
const PARTS = ["widgets", "server", "demo"];
/** What each process has loaded when it runs: others change without it. The names in them hold hashes of all they import. */
const SERVER = ["server.mjs", "payload.config.mjs", "migrate.mjs"].map((name) =>
  join(ROOT, "cms/dist", name),
);
const WIDGETS = [join(ROOT, "widgets/dist/embed"), join(ROOT, "cms/dist/renderer.mjs")];
const DEMO = [join(ROOT, "demo/dist"), join(ROOT, "demo/server.mjs")];
/** As `cms/src/start/rebuiltWidgets.ts` hears it. */
const WIDGETS_BUILT = "widgets-built";
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

    const env = {
      ...process.env,
      NODE_ENV: "development",
      NEXT_TELEMETRY_DISABLED: "1",
      // It would close the database under the publisher when a component changes; a changed config starts all again.
      DISABLE_PAYLOAD_HMR: "true",
    };
    const cms = supervised("The CMS", ["--enable-source-maps", "cms/dist/server.mjs", "--demo-content"], env);
    const demo = supervised("The demo site", ["demo/server.mjs"], {
      ...env,
      DEMO_PORT: String(demoPort),
      CMS_URL: publicUrl,
    });
    const server = follow(SERVER);
    const widgets = follow(WIDGETS);
    const pages = follow(DEMO);
    process.stdout.write(`CMS: ${publicUrl}/admin   Demo: http://localhost:${demoPort}\n`);

    onChange(sources, async () => {
      await ensureBuilds(PARTS);
      const hasNewWidgets = widgets.hasChanged();
      if (server.hasChanged() || !cms.isRunning()) await cms.restart();
      else if (hasNewWidgets) cms.send(WIDGETS_BUILT);
      if (pages.hasChanged() || !demo.isRunning()) await demo.restart();
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
    send: (message) => void child?.send(message),
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

/** Says whether files, or those in folders, hold something else than when it was last asked. */
function follow(paths) {
  const look = () => {
    const hash = createHash("sha256");
    const add = (path) => {
      if (!existsSync(path)) return;
      if (!statSync(path).isDirectory())
        return void hash.update(path).update("\0").update(readFileSync(path));
      for (const name of readdirSync(path).sort()) add(join(path, name));
    };
    for (const path of paths) add(path);
    return hash.digest("hex");
  };
  let seen = look();
  return {
    hasChanged() {
      const before = seen;
      seen = look();
      return seen !== before;
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

/** Calls `work` after sources have changed, one call at a time. What it throws is printed, and the next change tries again. */
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
