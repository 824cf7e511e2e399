/**
 * The one process: delivery, publisher and, behind them, Payload on Next.
 * Delivery answers at once and goes on while the database is away; the rest follows when it can.
 */
import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesFor, renderElement, renderFrame } from "@clinic-widgets/widgets/server";
import next from "next";
import { getPayload, type Payload } from "payload";
import { plainPage } from "./src/admin/plainPage.ts";
import { createDelivery } from "./src/delivery/index.ts";
import { ConfigurationError, type Env, readEnv } from "./src/env.ts";
import { printFirstAdminLink } from "./src/firstAdminLink.ts";
import { answerHealth } from "./src/health.ts";
import { createLogger } from "./src/log.ts";
import { createPreview, type Publisher, startPublisher } from "./src/publishing/index.ts";
import { guardRequest } from "./src/requestGuard.ts";
import { isEmpty, loadDemoContent } from "./src/seed/index.ts";
import { createStore } from "./src/store/index.ts";

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;

const distDir = dirname(fileURLToPath(import.meta.url));
const cmsDir = dirname(distDir);
const log = createLogger();

/** What the server can do so far; delivery does not wait for any of it. */
const ready: {
  payload?: Payload;
  publisher?: Publisher;
  preview?: (req: IncomingMessage, res: ServerResponse) => boolean;
  admin?: Handler;
} = {};

async function main(): Promise<void> {
  const env = readEnv();
  const renderer = { filesFor, renderElement, renderFrame };
  const store = await createStore(env, log);
  await store.addBuild(join(cmsDir, "../widgets/dist/embed"), env.locales);
  const deliver = createDelivery({ store, renderer, publicUrl: env.publicUrl, locales: env.locales, log });

  const server = createServer((req, res) => {
    if (deliver(req, res) || answerHealth(req, res, ready) || guardRequest(req, res, env)) return;
    if (ready.preview?.(req, res)) return;
    if (ready.admin) ready.admin(req, res);
    else answerStarting(res);
  });
  await listen(server, env);
  log.info({ msg: "Delivery is ready.", port: env.port });

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ msg: `Stopping on ${signal}: open requests are finished first.` });
    // Whatever hangs must not keep the process alive for ever.
    setTimeout(() => process.exit(1), 15_000).unref();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await ready.publisher?.stop();
    await closed;
    await ready.payload?.destroy();
    await store.close();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));

  ready.payload = await connectPayload(env, () => stopping);
  if (stopping) return;
  // `npm start` asks for it; a production server never does.
  if (process.argv.includes("--demo-content") && (await isEmpty(ready.payload)))
    await loadDemoContent(ready.payload);
  ready.publisher = startPublisher({ payload: ready.payload, store, env, log });
  ready.preview = createPreview({ payload: ready.payload, store, env });
  const app = next({
    dev: process.env.NODE_ENV === "development",
    dir: cmsDir,
    hostname: "localhost",
    port: env.port,
  });
  await app.prepare();
  ready.admin = app.getRequestHandler();
  log.info({ msg: "The admin UI is ready.", url: `${env.publicUrl}/admin` });
  await printFirstAdminLink(ready.payload, env);
}

/** Migrates and opens Payload; with MongoDB it tries again until the database is there. */
async function connectPayload(env: Env, isStopping: () => boolean): Promise<Payload> {
  for (let attempt = 1; ; attempt++) {
    try {
      await runMigrations();
      const config = (await import("./src/payload.config.ts")).default;
      return await getPayload({ config });
    } catch (err) {
      if (env.database.kind === "sqlite" || isStopping()) throw err;
      const pause = Math.min(1000 * attempt, 10_000);
      log.error({
        err,
        msg: `The database cannot be opened. Delivery goes on; trying again in ${pause / 1000} s.`,
      });
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Migrations run in a process of their own: one on a fresh file at a time, and no half-open Payload stays behind. */
function runMigrations(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--enable-source-maps", join(distDir, "migrate.mjs")], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The migrations ended with exit code ${code}; see the lines above.`)),
    );
  });
}

function listen(server: ReturnType<typeof createServer>, env: Env): Promise<void> {
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

function answerStarting(res: ServerResponse): void {
  res.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "retry-after": "3",
    "cache-control": "no-store",
  });
  res.end(
    plainPage(
      "Starting",
      "<p>The admin is starting, or its database is away. This page tries again by itself. Published content is not affected.</p>",
      '<meta http-equiv="refresh" content="3">',
    ),
  );
}

main().catch((err: unknown) => {
  if (err instanceof ConfigurationError) process.stderr.write(`${err.message}\n`);
  else log.fatal({ err, msg: "The server could not start." });
  process.exit(1);
});
