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
import { createDelivery, type Renderer } from "./index.ts";

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
  let complete = true;
  const logged: Record<string, unknown>[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-delivery-"));
    writeFileSync(
      join(folder, "manifest.json"),
      JSON.stringify({ script: "clinic-widgets-1.js", style: "", frame: "", integrity: {} }),
    );
    writeFileSync(join(folder, "loader.js"), 'load("en,es")');
    writeFileSync(join(folder, "clinic-widgets-1.js"), "code");
    store = await openDirectoryStore(join(folder, "store"));
    await store.addBuild(folder, ["en", "es", "ar"], "https://cms.example");
    const file = (path: string, body: string) => ({
      path,
      unit: "topics/1",
      sources: [],
      revision: "1",
      body,
    });
    const clinic = JSON.stringify({ topics: ["running", "half-gone"] });
    await store.commit(
      {
        put: [
          file("content/en/topics/running/faqs.json", BODY),
          file("content/en/topics/running.json", "{}"),
          file("content/en/topics/hidden.json", "{}"),
          file("content/en/topics/half-gone/faqs.json", BODY),
          file("content/en/clinics/riverside.json", clinic),
        ],
        remove: [],
      },
      { ids: [], remove: async () => {} },
    );
    const renderer: Renderer = {
      filesFor: (element) => [element === "faq" ? "faqs" : "topic"],
      optionsOf: () => [
        {
          name: "heading-level",
          problemWith: (value) =>
            /^[2-6]$/.test(value) ? undefined : "heading-level is a number from 2 to 6.",
        },
      ],
      resolveOptions: (_, options) => ({ options, missing: undefined }),
      renderElement: ({ element, options }) => {
        if (element === "topic") throw new Error("The renderer threw.");
        return `<p>${element} ${options["heading-level"] ?? ""}</p>`;
      },
      renderFrame: () => "<!doctype html><p>framed</p>",
    };
    const deliver = createDelivery({
      store: { ...store, isComplete: () => complete },
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

  it("keeps code for ever and the loader for a day, and tells it the languages and its address", async () => {
    expect((await ask("/embed/v1/clinic-widgets-1.js")).headers["cache-control"]).toBe(
      "public, max-age=31536000, immutable",
    );
    const loader = await ask("/embed/v1/loader.js");
    expect(loader.headers["cache-control"]).toBe("public, max-age=86400");
    expect(loader.body.toString()).toBe('load("en,es,ar https://cms.example")');
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

  const refusal = {
    error: { code: expect.stringMatching(/^[a-z-]+$/), message: expect.stringMatching(/ .*\.$/) },
  };

  it.each([
    ["schema/constructor.json", 404],
    ["schema/__proto__.json", 400],
    ["schema/toString.json", 404],
    ["schema/faqs", 404],
    ["content/en/topics/__proto__.json", 400],
    ["content/en/topics/constructor.json", 404],
    ["content/en/clinics/nobody.json", 404],
    ["content/xx/site.json", 404],
    ["content/en/topics/running/recipes.json", 404],
    ["html/en/riverside/running/..", 400],
    ["html/en/riverside/running/constructor.html", 404],
    ["html/en/riverside/hidden/faq.html", 404],
    ["frame/en/riverside/hidden/faq.html", 404],
    ["html/en/riverside/half-gone/faq.html", 404],
    ["html/en/riverside/running/faq.html?heading-level=7", 400],
    ["html/en/riverside/running/faq.html?heading-level=1", 400],
    ["html/en/riverside/running/faq.html?heading-level=", 400],
    ["html/en/riverside/running/faq.html?styles=link&styles=link", 400],
    ["html/en/riverside/running/faq.html?other=1", 400],
    ["/content/en/site.json", 400],
    ["content//en/site.json", 400],
    ["content/en%2Fsite.json", 400],
    ["content/en/%00.json", 400],
    ["content/en/%ff%fe.json", 400],
    ["content/en/%.json", 400],
    ["content/en/..;/site.json", 400],
    [`content/${"a".repeat(3000)}.json`, 414],
    ["", 404],
  ])("refuses %s in JSON that any page may read", async (path, status) => {
    const answer = await ask(`/embed/v1/${path}`);

    expect(answer.status).toBe(status);
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
    expect(JSON.parse(answer.body.toString())).toEqual(refusal);
  });

  it.each(["/embed", "/embed/", "/embed?x=1", "/embed/v1", "/embed/v2/loader.js"])(
    "says what is at %s: nothing",
    async (path) => {
      const answer = await ask(path);

      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.body.toString())).toEqual(refusal);
    },
  );

  it("refuses to be written to", async () => {
    const answer = await ask(FAQS, {}, "POST");

    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(JSON.parse(answer.body.toString())).toEqual(refusal);
  });

  it("answers a renderer that throws with a sentence, and goes on", async () => {
    const answer = await ask("/embed/v1/html/en/riverside/running/topic.html");

    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body.toString())).toEqual(refusal);
    expect(answer.body.toString()).not.toMatch(/threw|html\.ts/);
    expect((await ask("/embed/v1/html/en/riverside/running/faq.html?heading-level=3")).body.toString()).toBe(
      "<p>faq 3</p>",
    );
  });

  it("does not tell pages to delete their copies while it may not know all that is public", async () => {
    complete = false;
    const [known, unknown, drawn] = await Promise.all(
      [FAQS, "/embed/v1/content/en/topics/new.json", "/embed/v1/html/en/new/running/faq.html"].map((path) =>
        ask(path),
      ),
    );
    complete = true;

    expect([known?.status, unknown?.status, drawn?.status]).toEqual([200, 503, 503]);
    expect(unknown?.headers).toMatchObject({ "retry-after": "3", "cache-control": "no-store" });
  });

  it.each([
    ["*", "br"],
    ["gzip, *;q=0", "gzip"],
    ["identity, br;q=0.2", undefined],
    ["br;q=0", undefined],
    ["deflate", undefined],
    ["BR", "br"],
    ["gzip;q=1.0, br;q=0.5", "gzip"],
    ["identity;q=0", "not acceptable"],
    ["*;q=0", "not acceptable"],
  ])("chooses the form for Accept-Encoding: %s", async (accepted, encoding) => {
    const { status, headers } = await ask(FAQS, { "accept-encoding": accepted });

    expect(status === 406 ? "not acceptable" : headers["content-encoding"]).toBe(encoding);
    expect(headers.vary).toBe("Accept-Encoding");
  });

  it("answers 304 to a star, and sends the whole to who asks for a range", async () => {
    expect((await ask(FAQS, { "if-none-match": "*" })).status).toBe(304);
    const ranged = await ask(FAQS, { range: "bytes=0-3" });
    expect([ranged.status, ranged.body.length]).toEqual([200, Buffer.byteLength(BODY)]);
  });

  it("lets frames run our code alone, in any page, and includes nothing by themselves", async () => {
    const frame = (await ask("/embed/v1/frame/en/riverside/running/faq.html")).headers;
    const include = (await ask("/embed/v1/html/en/riverside/running/faq.html")).headers;

    expect(frame["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'self' http:\/\/cms\.example; .*frame-ancestors \*$/,
    );
    expect(include["content-security-policy"]).toMatch(
      /default-src 'none'; .*sandbox; frame-ancestors 'none'/,
    );
    // Such a page takes only frames that say the same, and whose parts anybody may have.
    expect(frame["cross-origin-embedder-policy"]).toBe("require-corp");
    for (const path of [FAQS, "/embed/v1/loader.js", "/embed/v1/clinic-widgets-1.js"])
      expect((await ask(path)).headers["cross-origin-resource-policy"]).toBe("cross-origin");
    for (const headers of [frame, include]) {
      expect(headers).toMatchObject({
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex",
      });
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["x-frame-options"]));
      expect(headers).not.toHaveProperty("set-cookie");
    }
  });
});
