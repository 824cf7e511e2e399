import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerHealth } from "./health.ts";

describe("the health addresses", () => {
  let server: Server;
  beforeAll(async () => {
    // As while the database is away: there is no Payload yet.
    server = createServer((req, res) => {
      if (!answerHealth(req, res, {})) res.writeHead(418).end();
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
  });
  afterAll(() => server.close());

  const ask = (method: string, path: string): Promise<{ status: number | undefined; body: string }> =>
    new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      // A supervisor asks by an address of its own.
      const options = { port, method, path, headers: { host: "10.0.0.7:3000" } };
      request(options, async (res) => {
        let body = "";
        for await (const chunk of res) body += chunk;
        resolve({ status: res.statusCode, body });
      })
        .on("error", reject)
        .end();
    });

  it("say that the process lives, whatever else is away, under any host", async () => {
    expect(await ask("GET", "/healthz")).toEqual({ status: 200, body: '{"status":"ok"}\n' });
    expect(await ask("HEAD", "/healthz?from=probe")).toEqual({ status: 200, body: "" });
  });

  it("say that the database is away", async () => {
    const { status, body } = await ask("GET", "/readyz");

    expect([status, JSON.parse(body)]).toEqual([
      503,
      { status: "unavailable", database: "away", admin: "starting" },
    ]);
  });

  it("take nothing in, and leave other addresses alone", async () => {
    expect((await ask("POST", "/healthz")).status).toBe(405);
    expect((await ask("GET", "/healthz/x")).status).toBe(418);
  });
});
