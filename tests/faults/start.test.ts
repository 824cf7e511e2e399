/** How the server starts without its database, and how it stops. */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoMemoryReplSet, MongoMemoryServer } from "mongodb-memory-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort, startProduct } from "../support/product.ts";
import { rawAsk } from "../support/rawRequest.ts";
import { type ServerProcess, spawnServer } from "../support/server.ts";

const PATIENCE = { timeout: 60_000 };
const SECRET = "a secret for tests, which is long enough for the check";
const TOPIC = "/embed/v1/content/en/topics/dry-needling-for-runners.json";
const hasMongodb = Boolean(process.env.MONGODB_TEST_URL);

let folder: string;
const servers: ServerProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clinic-widgets-start-"));
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.process.kill("SIGKILL");
    await server.ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}, args: string[] = []): Promise<ServerProcess> {
  const server = await spawnServer({ DATA_DIR: join(folder, "data"), ...env }, args);
  servers.push(server);
  return server;
}
const statusOf = (url: string) =>
  fetch(url).then(
    (response) => response.status,
    () => 0,
  );

describe.runIf(hasMongodb)("MongoDB away during the start", () => {
  it("delivers from the disk, says that it waits, and goes on when the database is there", async () => {
    const dbPath = mkdtempSync(join(tmpdir(), "clinic-widgets-mongod-"));
    const port = await freePort();
    const startMongodb = () =>
      MongoMemoryReplSet.create({
        replSet: { count: 1, storageEngine: "wiredTiger", name: "late" },
        instanceOpts: [{ port, dbPath, storageEngine: "wiredTiger", launchTimeout: 60_000 }],
      });
    const url = `mongodb://127.0.0.1:${port}/late?replicaSet=late`;
    let mongodb = await startMongodb();
    try {
      const dataDir = join(folder, "data");
      await (await startProduct({ database: "mongodb", demo: true, mongodbUrl: url, dataDir })).stop();
      await mongodb.stop({ doCleanup: false });

      const server = await start({ DATABASE_URL: url, PAYLOAD_SECRET: SECRET }, ["--demo-content"]);
      await expect.poll(() => statusOf(server.url + TOPIC), PATIENCE).toBe(200);
      // At least one step of the start has failed by then.
      await expect.poll(() => server.output(), PATIENCE).toContain("trying again in");

      const api = await fetch(`${server.url}/api/faqs`);
      expect([api.status, api.headers.get("retry-after")]).toEqual([503, "3"]);
      expect(await api.json()).toEqual({ errors: [{ message: expect.stringContaining("is starting") }] });
      const admin = await fetch(`${server.url}/admin`);
      expect([admin.status, admin.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
      // A copy of something that this server has never seen may be right: pages must keep it.
      expect(await statusOf(`${server.url}/embed/v1/content/en/topics/unknown.json`)).toBe(503);
      expect([await statusOf(`${server.url}/readyz`), await statusOf(`${server.url}/healthz`)]).toEqual([
        503, 200,
      ]);

      mongodb = await startMongodb();
      await expect.poll(() => statusOf(`${server.url}/readyz`), PATIENCE).toBe(200);
      await expect
        .poll(() => statusOf(`${server.url}/embed/v1/content/en/topics/unknown.json`), PATIENCE)
        .toBe(404);
      server.process.kill("SIGTERM");
      expect(await server.ended).toBe(0);
    } finally {
      await mongodb.stop();
      rmSync(dbPath, { recursive: true, force: true });
    }
  }, 240_000);

  it("stops at once, and well, when it is told to before it has started", async () => {
    const server = await start({
      DATABASE_URL: "mongodb://127.0.0.1:9/never?replicaSet=rs",
      PAYLOAD_SECRET: SECRET,
    });
    await expect.poll(() => statusOf(`${server.url}/healthz`), PATIENCE).toBe(200);

    server.process.kill("SIGTERM");

    expect(await server.ended).toBe(0);
  });

  it("ends with a sentence when the database is no replica set", async () => {
    const alone = await MongoMemoryServer.create({
      instance: { storageEngine: "wiredTiger", launchTimeout: 60_000 },
    });
    try {
      const server = await start({ DATABASE_URL: alone.getUri("alone"), PAYLOAD_SECRET: SECRET });

      expect(await server.ended).toBe(1);
      expect(server.output()).toContain("MongoDB cannot be used without a replica set");
    } finally {
      await alone.stop();
    }
  });
});

it("starts without the demo content, and says why, when that is not written in the default language", async () => {
  const server = await start({ LOCALES: "fr,de" }, ["--demo-content"]);

  await expect.poll(() => server.output(), PATIENCE).toContain("The admin UI is ready.");
  expect(server.output()).toContain("The demo content is not loaded: it is written in English and Spanish");
  expect(await statusOf(`${server.url}/readyz`)).toBe(200);
});

describe("a stop", () => {
  const body = JSON.stringify({ email: "nobody@example.org", password: "wrong" });

  /** A login of which half has been sent. */
  async function halfLogin(server: ServerProcess): Promise<{ socket: Socket; text: () => string }> {
    const { hostname, port, host } = new URL(server.url);
    let text = "";
    const socket = connect(Number(port), hostname);
    socket.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", () => {}); // A server that ends at once resets it.
    await once(socket, "connect");
    socket.write(
      `POST /api/users/login HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
    );
    // Nothing shows that it has arrived but a later request, on a connection made later, that was answered.
    await rawAsk(server.url, "GET", "/healthz");
    return { socket, text: () => text };
  }
  async function startReady(): Promise<ServerProcess> {
    const server = await start();
    await expect.poll(() => statusOf(`${server.url}/readyz`), PATIENCE).toBe(200);
    return server;
  }
  const isStopping = (server: ServerProcess) =>
    expect.poll(() => server.output(), PATIENCE).toContain("Stopping on SIGTERM");

  it("finishes a request that is still sending its body, takes no new one, and ends with 0", async () => {
    const server = await startReady();
    const login = await halfLogin(server);

    server.process.kill("SIGTERM");
    await isStopping(server);
    expect(await statusOf(`${server.url}/healthz`)).toBe(0);
    login.socket.write(body.slice(10));

    await expect.poll(login.text, PATIENCE).toMatch(/^HTTP\/1\.1 401 .*incorrect/s);
    expect(await server.ended).toBe(0);
  });

  it("ends at once when it is told again, though not by the same wish that npm or a terminal passed on too", async () => {
    const server = await startReady();
    await halfLogin(server);

    server.process.kill("SIGTERM");
    await isStopping(server);
    const again = setInterval(() => server.process.kill("SIGTERM"), 200);

    expect(await server.ended).toBe(1);
    clearInterval(again);
  });
});
