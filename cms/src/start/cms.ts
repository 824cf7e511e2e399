/** What runs beside delivery: the database, the publisher and the admin UI, in this order. */
import type { IncomingMessage, ServerResponse } from "node:http";
import next from "next";
import { getPayload, type Payload } from "payload";
import type { Logger } from "pino";
import type { Env } from "../config/env.ts";
import { isUpToDate } from "../database/upToDate.ts";
import { printFirstAdminLink } from "../people/firstAdminLink.ts";
import { guardLogins } from "../people/throttle/door.ts";
import { prepareThrottle, throttleOf } from "../people/throttle/throttle.ts";
import { createPreview } from "../preview/preview.ts";
import { type Publisher, startPublisher } from "../publishing/index.ts";
import type { SnapshotStore } from "../store/types.ts";
import { loadDemoContentOnce } from "./demoContent.ts";
import { writeImportMap } from "./importMap.ts";
import { runMigrations } from "./migrations.ts";
import { retryUntilItWorks } from "./retry.ts";

/** What the server can do so far; delivery does not wait for any of it. */
export type Parts = {
  payload?: Payload;
  publisher?: Publisher;
  preview?: (req: IncomingMessage, res: ServerResponse) => boolean;
  admin?: (req: IncomingMessage, res: ServerResponse) => unknown;
  /** Keeps what Next has compiled for the next start. */
  closeDevelopment?: () => Promise<void>;
};

type Options = {
  env: Env;
  store: SnapshotStore;
  log: Logger;
  parts: Parts;
  /** Aborted when the server stops. */
  signal: AbortSignal;
  /** The package's folder, and the one that the running file is in. */
  cmsDir: string;
  distDir: string;
};

/** Adds each part to `parts` when it is there. With MongoDB a step that fails is repeated until it works. */
export async function startCms(options: Options): Promise<void> {
  const { env, store, log, parts, signal, cmsDir, distDir } = options;
  const step = async <Result>(attempt: string, work: () => Promise<Result>): Promise<Result> => {
    signal.throwIfAborted();
    // A file of our own does not come back by waiting: there the supervisor, or whoever started us, must know.
    const result =
      env.database.kind === "sqlite" ? await work() : await retryUntilItWorks(work, { attempt, log, signal });
    signal.throwIfAborted();
    return result;
  };

  await step("Migrating the database", async () => {
    if (!(await isUpToDate(env))) await runMigrations(distDir, signal);
  });
  const payload = await step("Opening the database", async () => {
    const config = (await import("../payload.config.ts")).default;
    return getPayload({ config });
  });
  parts.payload = payload;
  // `npm start` asks for it; a production server never does.
  if (process.argv.includes("--demo-content"))
    await step("Loading the demo content", () =>
      // Plain text, as the link for the first administrator: it is for the person at the terminal.
      loadDemoContentOnce(payload, env, (sentence) => void process.stdout.write(`\n${sentence}\n`)),
    );
  parts.publisher = startPublisher({ payload, store, env, log });
  await step("Preparing to count logins", () => prepareThrottle(payload));
  parts.preview = createPreview({ payload, store, env });
  parts.admin = await step("Starting the admin UI", async () => {
    if (env.development) await writeImportMap(payload.config, cmsDir);
    const app = next({
      dev: env.development,
      dir: cmsDir,
      hostname: "localhost",
      port: env.port,
    });
    await app.prepare();
    if (env.development) parts.closeDevelopment = () => app.close();
    // With its first request it begins to listen for the connections over which pages hear of changes.
    return guardLogins({
      payload,
      throttle: throttleOf(payload),
      trustedProxies: env.trustedProxies,
      next: app.getRequestHandler(),
    });
  });
  await step("Looking for administrators", () => printFirstAdminLink(payload, env));
  log.info({ msg: "The admin UI is ready.", url: `${env.publicUrl}/admin` });
}
