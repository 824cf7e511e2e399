/** The demo's own server: a visitor's odd request is answered, and never ends it. */
import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort } from "../support/product.ts";
import { rawAsk, rawRequest } from "../support/rawRequest.ts";

const DEMO = join(import.meta.dirname, "../../demo");

describe("the demo's server", () => {
  let child: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    child = spawn(process.execPath, [join(DEMO, "server.mjs")], {
      env: { ...process.env, DEMO_PORT: String(port), CMS_URL: "https://cms.example.org" },
      stdio: "ignore",
    });
    await vi.waitFor(() => fetch(origin), { timeout: 30_000 });
  });
  afterAll(() => child.kill());

  it.each([
    "//",
    "/%",
    "/%00",
    "/..%2f..%2fpackage.json",
    "/../package.json",
    "/..\\package.json",
    "/assets/../../server.mjs",
    "/%2e%2e/package.json",
    "/constructor",
    "http://[broken/",
    "*",
  ])("answers GET %s with the page that says so", async (path) => {
    const { status, body } = await rawAsk(origin, "GET", path);

    expect(status).toBe(404);
    expect(body).toContain("There is no such page.");
  });

  it("serves its pages, with the address of the CMS in them, to be asked for again", async () => {
    const response = await fetch(origin);

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(response.headers.get("content-security-policy")).toContain(
      "script-src 'self' https://cms.example.org;",
    );
    expect(await response.text()).toContain("https://cms.example.org/embed/v1/loader.js");
    const again = await fetch(origin, { headers: { "if-none-match": response.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
  });

  it("lets browsers keep what has its hash in its name", async () => {
    const [name = ""] = readdirSync(join(DEMO, "dist/assets"));

    const response = await fetch(`${origin}/assets/${name}`);

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  it("leads from a folder's name to its page", async () => {
    const { status, head } = await rawAsk(origin, "GET", "/corredores?from=mail");

    expect(status).toBe(308);
    expect(head).toContain("location: /corredores/?from=mail");
  });

  it("answers HEAD without a body, and no other method", async () => {
    const head = await rawAsk(origin, "HEAD", "/");
    const post = await rawAsk(origin, "POST", "/");

    expect(head).toMatchObject({ status: 200, body: "" });
    expect(post.status).toBe(405);
    expect(post.head).toContain("allow: GET, HEAD");
  });

  it("survives what is no HTTP at all", async () => {
    const { status } = await rawRequest(origin, "\u0000\u0001 nonsense\r\n\r\n");

    expect(status).toBe(400);
    expect((await fetch(origin)).status).toBe(200);
    expect(child.exitCode).toBe(null);
  });
});
