/** The built product as a user starts it: CMS and demo site as processes of their own, on free ports and fresh data. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { ELEMENT_NAMES, LIST_KINDS } from "@clinic-widgets/shared";
import { MongoClient } from "mongodb";
import { describe } from "vitest";
import { type DatabaseKind, databaseKinds } from "../../cms/test/databaseKinds.ts";
import { copyDemoData } from "./demoData.ts";

const ROOT = join(import.meta.dirname, "../..");
/** So that a test run that is killed leaves no server behind. */
const END_WITH_PARENT = pathToFileURL(join(ROOT, "scripts/lib/endWithParent.mjs")).href;
/** Signs the logins of a product on MongoDB. */
export const SECRET = "a secret for tests, which is long enough for the check";
const START_PATIENCE_MS = 90_000;

export type Database = DatabaseKind;

export type Product = {
  cmsUrl: string;
  demoUrl: string;
  dataDir: string;
  /** Of the CMS. */
  pid: number;
  /** The one-time link that the server printed. */
  firstAdminLink(): Promise<string>;
  /** A published file, or `null` where there is none. `path` is relative to `content/<locale>/`. */
  content<T = Record<string, unknown>>(path: string, locale?: string): Promise<T>;
  /** The path of every published file, and of every element rendered on the server. */
  publicPaths(): Promise<string[]>;
  /** What the server has printed. */
  output(): string;
  /** Ends the CMS at once, as a crash does; data and database stay. */
  kill(): Promise<void>;
  /** Ends everything; removes the data unless it was handed in. */
  stop(): Promise<void>;
};

export type ProductOptions = {
  database: Database;
  demo: boolean;
  /** Let it load the demo content by itself. */
  loads?: boolean;
  dataDir?: string;
  mongodbUrl?: string;
  port?: number;
  env?: Record<string, string>;
  /** Limits of the CMS as the shell sets them, such as `ulimit -n 1024`. */
  limits?: string;
};

/** Runs `suite` for each database that can be tested here. */
export function eachDatabase(name: string, suite: (database: Database) => void): void {
  describe.each<Database>(databaseKinds)(`${name} (%s)`, suite);
}

/** The address of a MongoDB database that nobody else uses. */
export function freshMongodbUrl(): string {
  const url = new URL(process.env.MONGODB_TEST_URL ?? "");
  url.pathname = `/product-${randomUUID()}`;
  return url.href;
}

/** A place for data that a test keeps over several starts, or looks into; `remove` ends it. */
export function freshDatabase(database: Database): {
  dataDir: string;
  mongodbUrl?: string;
  remove(): Promise<void>;
} {
  const dataDir = mkdtempSync(join(tmpdir(), "clinic-widgets-product-"));
  const mongodbUrl = database === "mongodb" ? freshMongodbUrl() : undefined;
  return {
    dataDir,
    ...(mongodbUrl ? { mongodbUrl } : {}),
    async remove() {
      if (mongodbUrl) await dropDatabase(mongodbUrl);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts the product and waits until its admin is ready. Throws with what the server printed when it is not in time. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { database, demo, dataDir = mkdtempSync(join(tmpdir(), "clinic-widgets-product-")) } = options;
  const mongodbUrl = database === "mongodb" ? (options.mongodbUrl ?? freshMongodbUrl()) : undefined;
  if (demo && !options.loads) await fillWithDemoData(database, dataDir, mongodbUrl);
  const port = options.port ?? (await freePort());
  const demoPort = await freePort();
  const cmsUrl = `http://localhost:${port}`;
  const demoUrl = `http://localhost:${demoPort}`;
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = {
    ...inherited,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    CLINIC_WIDGETS_COMMAND: String(process.pid),
    PORT: String(port),
    PUBLIC_URL: cmsUrl,
    DATA_DIR: dataDir,
    ...(mongodbUrl ? { DATABASE_URL: mongodbUrl, PAYLOAD_SECRET: SECRET } : {}),
    ...options.env,
    // Next's types, which come along with Payload's, know three words for NODE_ENV.
  } as NodeJS.ProcessEnv;
  let printed = "";
  const cms = spawn(
    "sh",
    [
      "-c",
      `${options.limits ?? "true"} && exec "$0" "$@"`,
      process.execPath,
      "--import",
      END_WITH_PARENT,
      "--enable-source-maps",
      join(ROOT, "cms/dist/server.mjs"),
      ...(demo ? ["--demo-content"] : []),
    ],
    { env, stdio: ["ignore", "pipe", "pipe", "ipc"] },
  );
  for (const stream of [cms.stdout, cms.stderr])
    stream?.setEncoding("utf8").on("data", (chunk) => (printed += chunk));
  const site = demo
    ? spawn(process.execPath, ["--import", END_WITH_PARENT, join(ROOT, "demo/server.mjs")], {
        env: { ...env, DEMO_PORT: String(demoPort), CMS_URL: cmsUrl },
        stdio: ["ignore", "ignore", "ignore", "ipc"],
      })
    : undefined;

  await waitUntil(
    async () =>
      (await fetch(`${cmsUrl}/readyz`)).ok &&
      (!site || ((await fetch(demoUrl)).ok && (await isDemoPublic(cmsUrl)))),
    () => {
      if (cms.exitCode !== null)
        throw new Error(`The server ended with exit code ${cms.exitCode}:\n${printed.slice(-4000)}`);
    },
  ).catch(async (error: unknown) => {
    await Promise.all([end(cms, "SIGKILL"), site && end(site, "SIGKILL")]);
    throw new Error(`${(error as Error).message}\n${printed.slice(-4000)}`);
  });

  return {
    cmsUrl,
    demoUrl,
    dataDir,
    pid: cms.pid as number,
    output: () => printed,
    async firstAdminLink() {
      const find = () => /http\S+first-administrator\?token=\S+/.exec(printed)?.[0];
      await waitUntil(async () => find() !== undefined);
      return find() as string;
    },
    async content(path, locale = "en") {
      const response = await fetch(`${cmsUrl}/embed/v1/content/${locale}/${path}`);
      return (response.ok ? await response.json() : null) as never;
    },
    publicPaths: () => publicPaths(cmsUrl),
    kill: () => end(cms, "SIGKILL"),
    async stop() {
      await Promise.all([end(cms, "SIGTERM"), site && end(site, "SIGTERM")]);
      if (mongodbUrl && !options.mongodbUrl) await dropDatabase(mongodbUrl);
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Gives a new place a copy of the demo content, loaded and published before; any other place stays as it is. */
export async function fillWithDemoData(
  database: Database,
  dataDir: string,
  mongodbUrl?: string,
): Promise<void> {
  if (!(await isNewPlace(dataDir, mongodbUrl))) return;
  await copyDemoData(database, { dataDir, mongodbUrl }, async ({ mongodbUrl: url, ...place }) => {
    const loading = { database, demo: true, loads: true, ...place, ...(url ? { mongodbUrl: url } : {}) };
    await (await startProduct(loading)).stop();
  });
}

/** Whether nothing is there yet; a database on another server than that of the tests is left to its test. */
async function isNewPlace(dataDir: string, mongodbUrl?: string): Promise<boolean> {
  if (!mongodbUrl) return !existsSync(dataDir) || readdirSync(dataDir).length === 0;
  if (new URL(mongodbUrl).host !== new URL(process.env.MONGODB_TEST_URL ?? "").host) return false;
  const client = new MongoClient(mongodbUrl);
  const collections = await client.db().listCollections({}, { nameOnly: true }).toArray();
  await client.close();
  return collections.length === 0;
}

/** Removes a database that a test has made. */
export async function dropDatabase(url: string): Promise<void> {
  const client = new MongoClient(url);
  await client.db().dropDatabase();
  await client.close();
}

/** The topic and its clinic: published by the loop that starts when the admin does. */
async function isDemoPublic(cmsUrl: string): Promise<boolean> {
  const paths = ["topics/dry-needling-for-runners/studies.json", "clinics/riverside.json"];
  const answers = await Promise.all(paths.map((path) => fetch(`${cmsUrl}/embed/v1/content/es/${path}`)));
  return answers.every((answer) => answer.ok);
}

async function publicPaths(cmsUrl: string): Promise<string[]> {
  const paths: string[] = [];
  const site = (await (await fetch(`${cmsUrl}/embed/v1/content/en/site.json`)).json()) as {
    locales: { code: string }[];
  };
  for (const { code } of site.locales) {
    const clinic = (await (
      await fetch(`${cmsUrl}/embed/v1/content/${code}/clinics/riverside.json`)
    ).json()) as { topics: string[] };
    paths.push(`/embed/v1/content/${code}/site.json`, `/embed/v1/content/${code}/clinics/riverside.json`);
    for (const topic of clinic.topics) {
      paths.push(`/embed/v1/content/${code}/topics/${topic}.json`);
      for (const list of LIST_KINDS) paths.push(`/embed/v1/content/${code}/topics/${topic}/${list}.json`);
      for (const element of ELEMENT_NAMES) {
        paths.push(
          `/embed/v1/html/${code}/riverside/${topic}/${element}.html`,
          `/embed/v1/frame/${code}/riverside/${topic}/${element}.html`,
        );
      }
    }
  }
  return paths;
}

async function waitUntil(isDone: () => Promise<boolean>, check: () => void = () => {}): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  while (Date.now() < deadline) {
    check();
    try {
      if (await isDone()) return;
    } catch {
      // Not listening yet.
    }
    await pause(100);
  }
  throw new Error(`The product was not ready within ${START_PATIENCE_MS / 1000} s.`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await Promise.race([gone, pause(20_000, undefined, { ref: false }).then(() => child.kill("SIGKILL"))]);
  await gone;
}

const handedOut = new Set<number>();

/** A port that nobody listens on now, and another one each time: it stays free until somebody listens there. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  if (handedOut.has(port)) return freePort();
  handedOut.add(port);
  return port;
}
