/**
 * The one process: delivery, publisher and, behind them, Payload on Next.
 * Delivery answers at once and goes on while the database is away; the rest follows when it can.
 */
import { createServer, type Server } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfigurationError, type Env, readDataDir, readEnv } from "./src/config/env.ts";
import { createLogger, logConsole } from "./src/config/log.ts";
import { createDelivery, type Renderer } from "./src/delivery/index.ts";
import { answerStarting } from "./src/http/answerStarting.ts";
import { answerHealth } from "./src/http/health.ts";
import { guardRequest } from "./src/http/requestGuard.ts";
import { demandHttps } from "./src/http/securityHeaders.ts";
import type { Parts } from "./src/start/cms.ts";
import { whenWidgetsAreBuilt } from "./src/start/rebuiltWidgets.ts";
import { stopServer } from "./src/start/stop.ts";
import { createStore, type SnapshotStore } from "./src/store/index.ts";
import { settleFolder } from "./src/store/lock.ts";

const distDir = dirname(fileURLToPath(import.meta.url));
const cmsDir = dirname(distDir);
const log = createLogger();
const parts: Parts = {};
const stopping = new AbortController();
/** Signals so close to each other are one wish. */
const SAME_WISH_MS = 1000;
let askedAt = 0;
/** What a stop has to close; set when it is open. */
let open: { server: Server; store: SnapshotStore } | undefined;

async function main(): Promise<void> {
  settleFolder(readDataDir());
  const env = readEnv();
  if (!env.development) logConsole(log);
  const store = await createStore(env, log);
  /** Delivery with the widgets that are built now. */
  const openDelivery = async (loading: Promise<Renderer>) => {
    const renderer = await loading;
    await store.addBuild(join(cmsDir, "../widgets/dist/embed"), env.locales, env.publicUrl);
    return createDelivery({ store, renderer, publicUrl: env.publicUrl, locales: env.locales, log });
  };
  let deliver = await openDelivery(import("@clinic-widgets/widgets/server"));
  const server = createServer((req, res) => {
    demandHttps(res, env.publicUrl);
    if (deliver(req, res) || answerHealth(req, res, parts) || guardRequest(req, res, env)) return;
    if (parts.preview?.(req, res)) return;
    if (parts.admin) parts.admin(req, res);
    else answerStarting(req, res);
  });
  open = { server, store };
  stopping.signal.throwIfAborted();
  await listen(server, env);
  log.info({ msg: "Delivery is ready.", port: env.port });
  if (env.development)
    whenWidgetsAreBuilt(distDir, log, async (renderer) => {
      deliver = await openDelivery(import(renderer));
    });

  // Loaded now: Payload and Next take seconds, for which delivery does not wait.
  const { startCms } = await import("./src/start/cms.ts");
  await startCms({ env, store, log, parts, signal: stopping.signal, cmsDir, distDir });
}

function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (err: NodeJS.ErrnoException) =>
      reject(
        err.code === "EADDRINUSE"
          ? new ConfigurationError(
              `Port ${env.port} is in use. Stop the other program, or set PORT to another number.`,
            )
          : err,
      ),
    );
    server.listen(env.port, resolve);
  });
}

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping.signal.aborted) {
    // Whoever asks twice means now; but npm, the terminal and a supervisor may all pass the same wish on.
    if (Date.now() - askedAt > SAME_WISH_MS) process.exit(1);
    return;
  }
  askedAt = Date.now();
  log.info({ msg: `Stopping on ${signal}: open requests are finished first. A second signal ends at once.` });
  stopping.abort();
  if (open) await stopServer({ ...open, parts, log });
  process.exit(0);
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
// One fault of a request, ours or a library's, must not take delivery down with it.
process.on("unhandledRejection", (err) => log.error({ err, msg: "An error was not handled." }));

main().catch((err: unknown) => {
  if (stopping.signal.aborted) return;
  if (err instanceof ConfigurationError) process.stderr.write(`${err.message}\n`);
  else log.fatal({ err, msg: "The server could not start." });
  process.exit(1);
});
