/** Bad input is part of the product: strangers get clean refusals, editors get a sentence at the field, and nothing is lost. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import { rawAsk, rawRequest } from "../support/rawRequest.ts";
import { type Doc, lexical, type Rest } from "../support/rest.ts";

const TOPIC = "dry-needling-for-runners";

/** A form as the admin sends it, its document as one text. */
const formWith = (document: string) =>
  `--x\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n${document}\r\n--x--\r\n`;

eachDatabase("bad input", (database) => {
  let product: Product;
  let admin: Rest;

  beforeAll(async () => {
    product = await startProduct({ database, demo: true });
    admin = await bootstrapAdministrator(product);
  });
  afterAll(() => product?.stop());

  describe("from strangers, below /embed/v1/", () => {
    it.each([
      ["an unknown topic", "content/en/topics/unknown.json"],
      ["an unknown locale", `content/xx/topics/${TOPIC}.json`],
      ["an unknown clinic", "content/en/clinics/unknown.json"],
      ["an unknown kind", `content/en/topics/${TOPIC}/recipes.json`],
      ["an unknown schema", "schema/recipe.json"],
      ["an unknown element", `html/en/riverside/${TOPIC}/recipes.html`],
      ["a clinic that is unknown to html", `html/en/unknown/${TOPIC}/faq.html`],
      ["an unknown file", "clinic-widgets-0000.js"],
      ["an empty path", ""],
    ])("answers %s with 404 in JSON that any page may read", async (_, path) => {
      const response = await fetch(`${product.cmsUrl}/embed/v1/${path}`);

      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toMatch(/^application\/json/);
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(await response.json()).toEqual({
        error: { code: expect.stringMatching(/^[a-z-]+$/), message: expect.stringMatching(/\w+.*\.$/) },
      });
    });

    it.each([
      "heading-level=9",
      "heading-level=x",
      "styles=none",
      "unknown=1",
      "heading-level=2&heading-level=3",
    ])("refuses ?%s with 400", async (query) => {
      expect(
        (await fetch(`${product.cmsUrl}/embed/v1/html/en/riverside/${TOPIC}/faq.html?${query}`)).status,
      ).toBe(400);
    });

    it.each([
      "/embed/v1/../../etc/passwd",
      "/embed/v1/content/../../../cms.sqlite",
      "/embed/v1/content/en/%2e%2e/%2e%2e/secret",
      "/embed/v1/content/en%2Ftopics",
      "/embed/v1/content/en/topics/..%5c..%5csecret.json",
      "/embed/v1/content/en/topics/%00.json",
      "/embed/v1/content/en/topics/%zz.json",
      `/embed/v1/content/en/topics/${"a".repeat(9000)}.json`,
    ])("refuses %s cleanly", async (path) => {
      const { status, body } = await rawAsk(product.cmsUrl, "GET", path);

      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(body).not.toMatch(/ at .+:\d+:\d+|node_modules/);
    });

    it.each(["POST", "PUT", "PATCH", "DELETE"])(
      "refuses %s with 405 and says what is allowed",
      async (method) => {
        const response = await fetch(`${product.cmsUrl}/embed/v1/content/en/site.json`, { method });

        expect(response.status).toBe(405);
        expect(response.headers.get("allow")).toContain("GET");
      },
    );

    it("survives half a request and a request that is none", async () => {
      await rawRequest(product.cmsUrl, "GET /embed/v1/content/en/si", 300);
      const nonsense = await rawRequest(product.cmsUrl, "\x00\x01\x02 nonsense\r\n\r\n");

      expect(nonsense.status).toBe(400);
      expect((await fetch(`${product.cmsUrl}/embed/v1/content/en/site.json`)).status).toBe(200);
    });
  });

  describe("from strangers, at the REST API", () => {
    it.each([
      ["malformed JSON", "{ not json", "application/json"],
      ["an empty body", "", "application/json"],
      ["a form where JSON is meant", "a=b", "application/x-www-form-urlencoded"],
      ["a list where an object is meant", "[1,2]", "application/json"],
    ])("answers %s with a clean 4xx", async (_, body, type) => {
      const response = await fetch(`${product.cmsUrl}/api/users/login`, {
        method: "POST",
        headers: { "content-type": type },
        body,
      });

      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).not.toMatch(/ at .+:\d+:\d+|node_modules/);
    });

    it("answers malformed JSON from an editor with a clean 4xx, and keeps the document", async () => {
      const before = await admin.bySlug("faqs", "marathon-safety");
      const login = await admin.ask<{ token: string }>("POST", "/api/users/refresh-token");
      const response = await fetch(`${product.cmsUrl}/api/faqs/${before.id}`, {
        method: "PATCH",
        headers: {
          "content-type": "application/json",
          authorization: `JWT ${(login.body as unknown as { refreshedToken: string }).refreshedToken}`,
        },
        body: '{"question": "half',
      });

      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect((await admin.bySlug("faqs", "marathon-safety")).question).toBe(before.question);
    });

    it.each([
      ["half a form", "multipart/form-data; boundary=x", "half"],
      ["a form without a boundary", "multipart/form-data", "half"],
      ["a form whose document is no JSON", "multipart/form-data; boundary=x", formWith("{ not json")],
      [
        "a document over the limit",
        "application/json",
        JSON.stringify({ question: "x".repeat(3 * 1024 * 1024) }),
      ],
    ])("answers %s from an editor with a clean 4xx, and keeps the document", async (_, type, body) => {
      const before = await admin.bySlug("faqs", "marathon-safety");
      const { body: login } = await admin.ask<{ refreshedToken: string }>("POST", "/api/users/refresh-token");
      const response = await fetch(`${product.cmsUrl}/api/faqs/${before.id}?draft=true`, {
        method: "PATCH",
        headers: { "content-type": type, authorization: `JWT ${login.refreshedToken}` },
        body,
      });

      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await response.json()).toEqual({
        errors: [expect.objectContaining({ message: expect.any(String) })],
      });
      const after = await admin.must("GET", `/api/faqs/${before.id}`, undefined, { draft: true });
      expect(after.updatedAt).toBe(before.updatedAt);
    });

    it("refuses a body over the limit", async () => {
      const response = await fetch(`${product.cmsUrl}/api/users/login`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email: "x".repeat(3 * 1024 * 1024) }),
      });

      expect(response.status).toBe(413);
    });
  });

  describe("from strangers, in the log,", () => {
    const own = { "content-type": "application/json" };
    const SERVER_FUNCTION = "the admin's own";
    const HOSTILE: [string, string, string, Record<string, string>, string?][] = [
      ...["constructor", "__proto__", "toString", "form-state", "x".repeat(5000), "a\\nb\\u001b[31m"].map(
        (name): [string, string, string, Record<string, string>, string] => [
          `the server function ${name.slice(0, 20)}`,
          "POST",
          "/admin",
          { "next-action": SERVER_FUNCTION, "content-type": "text/plain;charset=UTF-8" },
          `[{"name":"${name}","args":{}}]`,
        ],
      ),
      ["a server function of no known form", "POST", "/admin", { "next-action": "x\tforged" }, "[]"],
      ["a long name of a server function", "POST", "/admin", { "next-action": "a".repeat(6000) }, "[]"],
      [
        "a server function with half a form",
        "POST",
        "/admin",
        { "next-action": "7f".repeat(21), "content-type": "multipart/form-data; boundary=x" },
        "--x",
      ],
      [
        "a form that names a server function",
        "POST",
        "/admin/login",
        { "content-type": "multipart/form-data; boundary=x" },
        '--x\r\ncontent-disposition: form-data; name="$ACTION_ID_x"\r\n\r\n1\r\n--x--\r\n',
      ],
      [
        "a router's state that is none",
        "GET",
        "/admin/login?_rsc=1",
        { rsc: "1", "next-router-state-tree": "%7Bbroken" },
      ],
      ["malformed JSON", "POST", "/api/users/login", own, "{ not json \u001b[2J"],
      ["JSON of another shape", "POST", "/api/users/login", own, '[{"email":{"$gt":""}}]'],
      [
        "a password that is an object",
        "POST",
        "/api/users/login",
        own,
        '{"email":{"$gt":""},"password":{"$gt":""}}',
      ],
      ["JSON that is deep", "POST", "/api/users/login", own, "[".repeat(7000)],
      ["half a form", "POST", "/api/faqs", { "content-type": "multipart/form-data; boundary=x" }, "half"],
      ["a token that is none", "GET", "/api/users/me", { authorization: "JWT x.y.z" }],
      [
        "a token without a signature",
        "GET",
        "/api/users/me",
        { authorization: "JWT eyJhbGciOiJub25lIn0.eyJpZCI6MX0." },
      ],
      [
        "a cookie of nonsense",
        "GET",
        "/admin",
        { cookie: "payload-token=%E0%A4%A; payload-lng=../../x; payload-theme=%00" },
      ],
      ["a cookie that is long", "GET", "/admin", { cookie: `payload-token=${"a".repeat(10_000)}` }],
      ["headers that are too long", "GET", "/admin", { "x-long": "a".repeat(40_000) }],
      [
        "a language of nonsense",
        "GET",
        "/admin/login",
        { "accept-language": "\u0000".replace("\u0000", "%00;q=x,-") },
      ],
      [
        "a query of operators",
        "GET",
        "/api/topics?where[__proto__][$where]=1&sort=__proto__&depth=1e9&limit=-1",
        {},
      ],
      ["a query of brackets", "GET", `/api/topics?${"where[or][0]".repeat(200)}=1`, {}],
      ["an id of nonsense", "GET", "/api/topics/%0d%0aforged", {}],
      ["a page that is none", "GET", "/admin/collections/__proto__/constructor", {}],
      ["a long page", "GET", `/admin/${"a/".repeat(2000)}`, {}],
      ["an image of another host", "GET", "/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75", {}],
      ["a file of Next that is none", "GET", "/_next/static/chunks/../../x%0a.js", {}],
      ["an odd method", "PROPFIND", "/api/topics", {}],
      [
        "a method that Payload has for others",
        "POST",
        "/api/topics",
        { ...own, "x-payload-http-method-override": "DELETE" },
        "{}",
      ],
      [
        "what a page of another website sends",
        "POST",
        "/api/users/login",
        { ...own, origin: "https://evil.example/%1b" },
        "{}",
      ],
      ["a link that is none", "GET", "/first-administrator?token=%1b%5b31m", {}],
      ["a letter for nobody", "POST", "/api/users/forgot-password", own, '{"email":"\\u202e@x"}'],
    ];

    it.each(HOSTILE)("writes one short line at most for %s", async (_, method, path, headers, body = "") => {
      // As a stranger finds it: on the page of the login.
      const page =
        headers["next-action"] === SERVER_FUNCTION
          ? await (await fetch(`${product.cmsUrl}/admin/login`)).text()
          : "";
      const id = /\b[0-9a-f]{42}\b/.exec(page)?.[0];
      if (page) expect(id).toBeDefined();
      const before = product.output().length;

      const { status, body: said } = await rawRequest(
        product.cmsUrl,
        `${method} ${path} HTTP/1.1\r\n${Object.entries({
          host: new URL(product.cmsUrl).host,
          connection: "close",
          ...(method === "GET" ? {} : { "content-length": String(Buffer.byteLength(body)) }),
          ...headers,
          ...(id ? { "next-action": id } : {}),
        })
          .map(([name, value]) => `${name}: ${value}\r\n`)
          .join("")}\r\n${body}`,
      );
      // Delivery's own line comes after all that the request made the server write.
      const mark = `mark-${before}-${Math.random()}`;
      await fetch(`${product.cmsUrl}/embed/v1/${mark}`);
      await expect.poll(() => product.output().slice(before), { timeout: 5000 }).toContain(mark);
      const lines = product
        .output()
        .slice(before)
        .split("\n")
        .filter((line) => line !== "" && !line.includes('"msg":"Delivered."'));

      expect(status).toBeGreaterThanOrEqual(200);
      expect(said.length).toBeLessThan(100_000);
      expect(lines.length, lines.join("\n").slice(0, 3000)).toBeLessThanOrEqual(1);
      for (const line of lines) {
        expect(line.length).toBeLessThan(9000);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(JSON.parse(line)).toHaveProperty("level");
      }
    });
  });

  describe("from pages of other websites", () => {
    it.each(["login", "logout", "reset-password", "refresh-token"])(
      "refuses what they send to %s, and lets programs and our own pages ask",
      async (path) => {
        const send = async (headers: Record<string, string>) => {
          const response = await fetch(`${product.cmsUrl}/api/users/${path}`, {
            method: "POST",
            headers: { "content-type": "application/json", ...headers },
            body: "{}",
          });
          return {
            status: response.status,
            cookie: response.headers.get("set-cookie"),
            text: await response.text(),
          };
        };

        const foreign = await send({ origin: "https://evil.example", "sec-fetch-site": "cross-site" });
        const own = await send({ origin: product.cmsUrl, "sec-fetch-site": "same-origin" });
        const program = await send({});

        expect(foreign).toMatchObject({ status: 403, cookie: null });
        expect(foreign.text).toContain("another website");
        for (const { text } of [own, program]) expect(text).not.toContain("another website");
      },
    );
  });

  describe("to browsers", () => {
    it("says what the page of the one-time link may do, and no more", async () => {
      const { headers } = await fetch(`${product.cmsUrl}/first-administrator?token=none`);

      expect(headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; .*frame-ancestors 'none'$/,
      );
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cache-control")).toBe("no-store");
    });

    it("lets the admin run scripts with its nonce alone", async () => {
      const response = await fetch(`${product.cmsUrl}/admin/login`);
      const policy = response.headers.get("content-security-policy") ?? "";
      const nonce = /script-src 'self' 'nonce-([^']+)';/.exec(policy)?.[1];
      const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];

      expect(policy).not.toMatch(/unsafe|https?:/);
      expect(scripts.length).toBeGreaterThan(0);
      expect(
        scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`) && !tag.includes('src="/_next/')),
      ).toEqual([]);
    });

    it.each(["/api/users/me", "/api/users?limit=1", "/api/topics?limit=1", "/admin/login", "/api/none"])(
      "lets nobody keep what %s answers",
      async (path) => {
        expect((await fetch(`${product.cmsUrl}${path}`)).headers.get("cache-control")).toContain("no-store");
      },
    );
  });

  describe("from an editor", () => {
    /** Tries to publish `change` on the document and returns the sentences, by field. Nothing may have changed. */
    async function faults(
      collection: string,
      slug: string,
      change: Record<string, unknown>,
    ): Promise<Record<string, string>> {
      const before = await admin.bySlug(collection, slug);
      const status = before._status ? { _status: "published" } : {};

      const answer = await admin.ask<{
        errors?: { data?: { errors?: { path: string; message: string }[] } }[];
      }>("PATCH", `/api/${collection}/${before.id}`, { ...change, ...status });

      expect(answer.status).toBe(400);
      expect((await admin.bySlug(collection, slug)).updatedAt).toBe(before.updatedAt);
      return Object.fromEntries(
        (answer.body.errors?.[0]?.data?.errors ?? []).map(({ path, message }) => [path, message]),
      );
    }
    const sentence = expect.stringMatching(/\w+ \w+ .*[.?]$/s);

    it.each([
      ["faqs", "marathon-safety", { slug: "Not A Slug!" }, "slug"],
      ["faqs", "marathon-safety", { slug: "how-many-sessions" }, "slug"],
      ["faqs", "marathon-safety", { question: "Is it safe at {{clinic.fax}}?" }, "question"],
      ["faqs", "marathon-safety", { answer: lexical("Write to {{clinc.name}}.") }, "answer"],
      ["faqs", "marathon-safety", { question: "" }, "question"],
      [
        "faqs",
        "marathon-safety",
        { relatedLinks: [{ slug: "x", label: "Click", url: "javascript:alert(1)" }] },
        "relatedLinks.0.url",
      ],
      ["studies", "kuzdzal-2025", { doi: "not-a-doi" }, "doi"],
      ["studies", "kuzdzal-2025", { pmid: "12ab" }, "pmid"],
      ["studies", "kuzdzal-2025", { pmcid: "12345" }, "pmcid"],
      ["studies", "kuzdzal-2025", { issued: "next spring" }, "issued"],
      ["clinics", "riverside", { phone: "call us" }, "phone"],
      [
        "clinics",
        "riverside",
        { bookingLinks: [{ slug: "a", label: "Book", url: "javascript:alert(1)", kind: "any" }] },
        "bookingLinks.0.url",
      ],
      ["clinics", "riverside", { timezone: "America/Gotham" }, "timezone"],
      ["clinics", "riverside", { theme: { accent: "green" } }, "theme.accent"],
    ])("says what is wrong in %s at the field (%s, %j)", async (collection, slug, change, path) => {
      expect(await faults(collection, slug, change)).toMatchObject({ [path]: sentence });
    });

    it("says which opening hours are wrong", async () => {
      const found = await faults("clinics", "riverside", {
        hours: [{ day: "monday", opens: "19:00", closes: null }],
      });

      expect(Object.keys(found).some((path) => path.startsWith("hours"))).toBe(true);
    });

    it("refuses a related document that does not exist", async () => {
      const { id } = await admin.bySlug("faqs", "how-many-sessions");
      const unknown = id.replace(/^.{4}/, id.startsWith("0000") ? "1111" : "0000");

      expect(Object.keys(await faults("topics", TOPIC, { faqs: [unknown] }))).toEqual(["faqs"]);
    });

    it("publishes no benefit of the evidence group without a finding", async () => {
      expect(Object.values(await faults("benefits", "pain-and-stiffness", { findings: [] }))).toEqual([
        sentence,
      ]);
    });

    it("keeps an incomplete text as a draft, and refuses to publish it", async () => {
      const draft = await admin.create("faqs", { question: "Only a question so far" }, { draft: true });

      const { status } = await admin.ask("PATCH", `/api/faqs/${draft.id}`, { _status: "published" });

      expect(status).toBe(400);
      expect(
        (await admin.ask<Doc>("GET", `/api/faqs/${draft.id}`, undefined, { draft: true })).body.question,
      ).toBe("Only a question so far");
    });

    it("refuses to publish Spanish while English has never been written", async () => {
      const draft = await admin.create("faqs", { slug: "solo-en-espanol" }, { draft: true });

      const { status, body } = await admin.ask(
        "PATCH",
        `/api/faqs/${draft.id}`,
        { question: "¿Solo en español?", answer: lexical("Sí."), _status: "published" },
        { locale: "es", publishSpecificLocale: "es" },
      );

      expect(status).toBe(400);
      expect(JSON.stringify(body)).toMatch(/English/);
    });
  });
});
