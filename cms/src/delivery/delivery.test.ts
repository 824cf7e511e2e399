/** Delivery over real HTTP, from a real store in a folder. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDirectoryStore } from "../store/directory.ts";
import type { SnapshotStore } from "../store/types.ts";
import { createDelivery } from "./index.ts";

const FAQS = "/embed/v1/content/en/topics/running/faqs.json";
const BODY = JSON.stringify({
  version: 1,
  kind: "faqs",
  items: [{ question: "¿Cómo?" }],
  filler: "words ".repeat(200),
});

describe("delivery", () => {
  let folder: string;
  let store: SnapshotStore;
  let server: Server;
  let port: number;
  const logged: Record<string, unknown>[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-delivery-"));
    writeFileSync(
      join(folder, "manifest.json"),
      JSON.stringify({ script: "clinic-widgets-1.js", style: "", integrity: {} }),
    );
    writeFileSync(join(folder, "loader.js"), 'load("en,es")');
    writeFileSync(join(folder, "clinic-widgets-1.js"), "code");
    store = await openDirectoryStore(join(folder, "store"));
    await store.addBuild(folder, ["en", "es", "ar"]);
    await store.commit(
      {
        put: [
          {
            path: "content/en/topics/running/faqs.json",
            unit: "topics/1",
            sources: [],
            revision: "1",
            body: BODY,
          },
        ],
        remove: [],
      },
      { ids: [], remove: async () => {} },
    );
    const renderer = { filesFor: () => [], renderElement: () => "", renderFrame: () => "" };
    const deliver = createDelivery({
      store,
      renderer,
      publicUrl: "http://cms.example",
      locales: ["en", "es", "ar"],
      log: { info: (line: unknown) => logged.push(line as never), error: () => {} } as never,
    });
    server = createServer((req, res) => {
      if (!deliver(req, res)) res.writeHead(418).end();
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    server?.close();
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const req = request({ port, path, method, headers }, (res) => {
        const chunks: Buffer[] = [];
        res.on("data", (chunk: Buffer) => chunks.push(chunk));
        res.on("end", () =>
          resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
        );
      });
      req.on("error", reject).end();
    });

  it("leaves every other address to those behind it", async () => {
    expect((await ask("/admin")).status).toBe(418);
  });

  it("lets any page read content, and shared caches keep it for a second", async () => {
    const { status, headers, body } = await ask(FAQS);

    expect([status, body.toString()]).toEqual([200, BODY]);
    expect(headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=0, must-revalidate, s-maxage=1, stale-if-error=86400",
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
    });
    expect(headers).not.toHaveProperty("set-cookie");
  });

  it.each([
    ["br, gzip", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
    ["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
  ])("speaks to a reader who accepts %s in %s", async (accepted, encoding, decode) => {
    const { headers, body } = await ask(FAQS, { "accept-encoding": accepted });

    expect(headers["content-encoding"]).toBe(encoding);
    expect(decode(body).toString()).toBe(BODY);
  });

  it("answers 304 to who has it, also in a list and as a weak tag, and tells encodings apart", async () => {
    const etag = (await ask(FAQS)).headers.etag as string;
    const brotli = (await ask(FAQS, { "accept-encoding": "br" })).headers.etag;

    expect((await ask(FAQS, { "if-none-match": `"other", W/${etag}` })).status).toBe(304);
    expect((await ask(FAQS, { "if-none-match": '"other"' })).status).toBe(200);
    expect(brotli).not.toBe(etag);
  });

  it("keeps code for ever and the loader for a day, and tells it the languages", async () => {
    expect((await ask("/embed/v1/clinic-widgets-1.js")).headers["cache-control"]).toBe(
      "public, max-age=31536000, immutable",
    );
    const loader = await ask("/embed/v1/loader.js");
    expect(loader.headers["cache-control"]).toBe("public, max-age=86400");
    expect(loader.body.toString()).toBe('load("en,es,ar")');
  });

  it("answers HEAD without a body and OPTIONS without credentials", async () => {
    const head = await ask(FAQS, {}, "HEAD");
    expect([head.status, head.body.length, Number(head.headers["content-length"])]).toEqual([
      200,
      0,
      Buffer.byteLength(BODY),
    ]);
    const preflight = await ask(FAQS, {}, "OPTIONS");
    expect(preflight.status).toBe(204);
    expect(preflight.headers).not.toHaveProperty("access-control-allow-credentials");
  });

  it("writes down neither address, referrer nor browser", async () => {
    logged.length = 0;
    await ask(FAQS, {
      referer: "https://partner.example/my-illness",
      "user-agent": "Somebody's phone",
      cookie: "a=b",
    });
    await expect.poll(() => logged.length).toBe(1);

    expect(Object.keys(logged[0] ?? {}).sort()).toEqual(["method", "ms", "msg", "path", "status"]);
    expect(JSON.stringify(logged)).not.toMatch(/partner|phone|127\.0\.0\.1|::1/);
  });
});
