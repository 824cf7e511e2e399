/** What strangers can read is what was published for them: no draft, no id, no person, and no key beyond the contract. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ADMINISTRATOR } from "../support/admin.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { eachDatabase, freshDatabase, type Product, startProduct } from "../support/product.ts";
import { Rest } from "../support/rest.ts";
import { openRows, type Rows } from "../support/rows.ts";
import { keysBeyond, type Schema } from "../support/schemaKeys.ts";
import { CONTENT_COLLECTIONS, DRAFTED_COLLECTIONS, dataFor, TITLE } from "./documents.ts";

const TOPIC = "dry-needling-for-runners";
const SECRET = "Zebrafish";
const MARKER = "Published after the drafts";
const PATIENCE = { timeout: 20_000 };

eachDatabase("what strangers can read", (database) => {
  const data = freshDatabase(database);
  let product: Product;
  let admin: Rest;
  let rows: Rows;
  let said: Map<string, string>;

  beforeAll(async () => {
    product = await startProduct({ ...data, database, demo: true });
    admin = await bootstrapAdministrator(product);
    rows = openRows(data.dataDir, data.mongodbUrl);
  });
  afterAll(async () => {
    await rows?.close();
    await product?.stop();
    await data.remove();
  });

  async function readEverything(): Promise<Map<string, string>> {
    const paths = await product.publicPaths();
    const texts = paths.map(
      async (path) => [path, await (await fetch(product.cmsUrl + path)).text()] as const,
    );
    return new Map(await Promise.all(texts));
  }
  const pathsWith = (words: string) =>
    [...said].filter(([, text]) => text.includes(words)).map(([path]) => path);

  describe("after drafts of every kind, of new documents and of public ones", () => {
    beforeAll(async () => {
      const secret = (collection: (typeof DRAFTED_COLLECTIONS)[number]) => ({
        ...dataFor(collection, SECRET),
        [TITLE[collection]]: `${SECRET} in a title`,
      });
      const drafts: Record<string, string> = {};
      for (const collection of DRAFTED_COLLECTIONS)
        drafts[collection] = (await admin.create(collection, secret(collection), { draft: true })).id;
      // The public topic names them, live: they must be left out where they are read.
      const topic = await admin.bySlug("topics", TOPIC);
      const lists = ["benefits", "injuries", "timings", "faqs", "studies"].map((kind) => [
        kind,
        [...(topic[kind] as string[]), drafts[kind]],
      ]);
      await admin.update("topics", topic.id, { ...Object.fromEntries(lists), _status: "published" });
      for (const collection of DRAFTED_COLLECTIONS) {
        const { body } = await admin.ask<{ docs: { id: string; slug: string }[] }>(
          "GET",
          `/api/${collection}`,
          undefined,
          { "where[_status][equals]": "published", limit: 1, depth: 0 },
        );
        const published = body.docs[0];
        if (!published) throw new Error(`There is nothing published in ${collection}.`);
        const draft = { ...secret(collection), slug: published.slug };
        await admin.update(collection, published.id, draft, { draft: true });
      }
      // What is published last proves that the publisher has been past all of it.
      const clinic = await admin.bySlug("clinics", "riverside");
      await admin.update("clinics", clinic.id, { city: MARKER });
      await vi.waitFor(
        async () => expect(JSON.stringify(await product.content("clinics/riverside.json"))).toContain(MARKER),
        PATIENCE,
      );
      said = await readEverything();
    });

    it("holds no word of them at any public address", () => {
      expect(said.size).toBeGreaterThan(50);
      expect(pathsWith(SECRET)).toEqual([]);
    });

    it("holds what is public all the same", () => {
      expect(pathsWith(MARKER)).toContain("/embed/v1/content/en/clinics/riverside.json");
      expect(pathsWith("How many sessions will I need as a runner?").length).toBeGreaterThan(2);
    });

    it.each(CONTENT_COLLECTIONS)("tells nobody anything of %s by REST", async (collection) => {
      const nobody = new Rest(product.cmsUrl);
      const [id] = await rows.idsOf(collection);
      for (const path of ["", `/${id}`, "/versions", "/count"])
        for (const query of [{}, { draft: true }, { draft: true, locale: "all", trash: true, depth: 2 }]) {
          const { status, body } = await nobody.ask("GET", `/api/${collection}${path}`, undefined, query);
          expect([status, Object.keys(body)]).toEqual([
            collection === "structures" && path === "/versions" ? expect.any(Number) : 403,
            ["errors"],
          ]);
        }
    });
  });

  describe("in every public file", () => {
    beforeAll(async () => {
      await admin.create("users", {
        name: "Nobody's Business",
        email: "private@example.org",
        password: "correct horse battery staple",
        role: "editor",
      });
      said = await readEverything();
    });

    it("stands no id of a document", async () => {
      const ids = (await Promise.all(CONTENT_COLLECTIONS.map((each) => rows.idsOf(each)))).flat();
      expect(ids.length).toBeGreaterThan(30);
      expect(ids.flatMap((id) => pathsWith(id).map((path) => `${id} in ${path}`))).toEqual([]);
    });

    it("stands nothing of a person who logs in", () => {
      for (const words of [
        ADMINISTRATOR.email,
        ADMINISTRATOR.name,
        "private@example.org",
        "Nobody's Business",
      ])
        expect(pathsWith(words)).toEqual([]);
    });

    it("stands no key that the JSON Schema of its kind does not name", async () => {
      const files = [...said].filter(([path]) => path.endsWith(".json"));
      expect(files.length).toBeGreaterThan(12);
      for (const [path, text] of files) {
        const file = JSON.parse(text) as { kind: string };
        const response = await fetch(`${product.cmsUrl}/embed/v1/schema/${file.kind}.json`);
        expect([path, response.status]).toEqual([path, 200]);
        expect([path, keysBeyond((await response.json()) as Schema, file)]).toEqual([path, []]);
      }
    });
  });
});

describe("the comparison of keys with a schema", () => {
  const schema: Schema = {
    $defs: { link: { properties: { url: {} }, additionalProperties: {} } },
    properties: {
      rows: {
        items: {
          anyOf: [
            { properties: { type: { const: "a" }, left: { $ref: "#/$defs/link" } } },
            { properties: { type: { const: "b" }, right: {} } },
          ],
        },
      },
    },
  };

  it.each([
    [
      "what it names",
      {
        rows: [
          { type: "a", left: { url: "x" } },
          { type: "b", right: 1 },
        ],
      },
      [],
    ],
    ["a key of another shape", { rows: [{ type: "a", right: 1 }] }, ["rows.0.right"]],
    ["a key behind a reference", { rows: [{ type: "a", left: { id: 1 } }] }, ["rows.0.left.id"]],
    ["a key at the top", { email: "x" }, ["email"]],
  ])("finds %s", (_, value, expected) => {
    expect(keysBeyond(schema, value)).toEqual(expected);
  });
});
