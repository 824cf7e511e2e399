import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../config/env.ts";
import { guardRequest, MAX_BODY_BYTES } from "./requestGuard.ts";

let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((req, res) => {
    const publicUrl = String(req.headers["x-test-public-url"] ?? `http://localhost:${port}`);
    if (!guardRequest(req, res, { publicUrl } as Env))
      res.end(`passed on with ${req.headers.host} ${req.headers["x-forwarded-host"]}`);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  port = (server.address() as { port: number }).port;
});
afterAll(() => server.close());

/** Sends raw bytes, as fetch would tidy up the very paths under test. Resolves to the status line and headers. */
function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "localhost", () => socket.write(request));
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
      socket.end();
    });
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
  });
}
const get = (path: string, host = `localhost:${port}`) =>
  raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

describe("the door in front of Payload", () => {
  it("lets an ordinary request pass", async () => {
    expect(await get("/admin")).toContain("passed on");
  });

  it.each(["/nowhere", "/administrator", "/api2/faqs"])("says that nothing is at %s", async (path) => {
    const answer = await get(path);

    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).toContain("Nothing is at this address");
  });

  it.each(["/api/../secret", "/api/%2e%2e%2fsecret", "/api/a%2Fb", "/api/a%5Cb", "/api/%00", "/api/%zz"])(
    "refuses %s with 400",
    async (path) => {
      expect(await get(path)).toMatch(/^HTTP\/1\.1 400 /);
    },
  );

  it("takes a redirect to elsewhere out of the address of the login", async () => {
    const answer = await get("/admin/login?redirect=/admin/../..//evil.example&locale=es");

    expect(answer).toMatch(/^HTTP\/1\.1 302 /);
    expect(answer).toContain(`location: http://localhost:${port}/admin/login?locale=es\r\n`);
  });

  it("refuses an absolute address, which could make a redirect point anywhere", async () => {
    expect(await get("http://evil.example/admin")).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("sends a reader under another host to the public one", async () => {
    const answer = await get("/admin/login?x=1", `127.0.0.1:${port}`);

    expect(answer).toMatch(/^HTTP\/1\.1 302 /);
    expect(answer).toContain(`location: http://localhost:${port}/admin/login?x=1`);
  });

  it.each([
    ["localhost:80", "http://localhost"],
    ["localhost", "http://localhost"],
    ["CMS.example.org:443", "https://cms.example.org"],
  ])(
    "takes the host %s for the public address %s, as a redirect would lead here again",
    async (host, url) => {
      const answer = await raw(
        `GET /admin HTTP/1.1\r\nHost: ${host}\r\nX-Test-Public-Url: ${url}\r\nConnection: close\r\n\r\n`,
      );

      expect(answer).toContain(`passed on with ${new URL(url).host}`);
    },
  );

  it("lets a proxy pass that names the public host beside its own", async () => {
    const answer = await raw(
      `GET /admin HTTP/1.1\r\nHost: 10.0.0.7:3000\r\nX-Forwarded-Host: localhost:${port}\r\nConnection: close\r\n\r\n`,
    );

    expect(answer).toContain(`passed on with localhost:${port} undefined`);
  });

  it("is led nowhere by a forwarded host", async () => {
    const forged = "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n";

    const foreign = await raw(`GET /admin HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${forged}`);
    const own = await raw(`GET /admin HTTP/1.1\r\nHost: localhost:${port}\r\n${forged}`);

    expect(foreign).toContain(`location: http://localhost:${port}/admin`);
    expect(own).toContain(`passed on with localhost:${port} undefined`);
  });

  it("refuses a body over the limit before reading it", async () => {
    const answer = await raw(
      `POST /api/faqs HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: ${MAX_BODY_BYTES + 1}\r\n\r\n`,
    );

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain("Nothing was saved.");
  });

  it("asks for the length of a body that does not tell it", async () => {
    const answer = await raw(
      `POST /api/faqs HTTP/1.1\r\nHost: localhost:${port}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );

    expect(answer).toMatch(/^HTTP\/1\.1 411 /);
  });

  it("refuses a method that nobody needs", async () => {
    expect(await raw(`TRACE / HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 405 /,
    );
  });
});
