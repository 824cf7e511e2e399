/**
 * What breaks must not lose or falsify anything: crashes, and saves at the same time.
 * Hooks that throw are tested beside the adapters, publishers that are killed in publishing.test.ts.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADMINISTRATOR } from "../support/admin.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import {
  dropDatabase,
  eachDatabase,
  freshMongodbUrl,
  type Product,
  startProduct,
} from "../support/product.ts";
import { lexical, Rest } from "../support/rest.ts";
import { openRows } from "../support/rows.ts";

const FAQS = "topics/dry-needling-for-runners/faqs.json";
const PATIENCE = { timeout: 20_000 };
const hasMongodb = Boolean(process.env.MONGODB_TEST_URL);

const logIn = (product: Product) => Rest.login(product.cmsUrl, ADMINISTRATOR.email, ADMINISTRATOR.password);
const publicText = async (product: Product) => JSON.stringify(await product.content(FAQS));
const save = (admin: Rest, id: string, words: string) =>
  admin.ask("PATCH", `/api/faqs/${id}`, { answer: lexical(words), _status: "published" });

eachDatabase("crashes and races", (database) => {
  const dataDir = mkdtempSync(join(tmpdir(), "clinic-widgets-faults-"));
  const mongodbUrl = database === "mongodb" ? freshMongodbUrl() : undefined;
  const start = () => startProduct({ database, demo: true, dataDir, ...(mongodbUrl ? { mongodbUrl } : {}) });
  let product: Product;
  let admin: Rest;

  beforeAll(async () => {
    product = await start();
    admin = await bootstrapAdministrator(product);
  });
  afterAll(async () => {
    await product?.stop();
    if (mongodbUrl) await dropDatabase(mongodbUrl);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each([0, 5, 25, 100])(
    "publishes after a restart what was saved %i ms before kill -9",
    async (pauseMs) => {
      const { id } = await admin.bySlug("faqs", "how-many-sessions");
      const words = `Saved ${pauseMs} ms before the crash.`;
      expect((await save(admin, id, words)).status).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      await product.kill();
      await product.stop();

      product = await start();
      admin = await logIn(product);

      await expect.poll(() => publicText(product), PATIENCE).toContain(words);
    },
  );

  it("takes eight saves of one document at once, and shows one of them whole", async () => {
    const { id } = await admin.bySlug("faqs", "marathon-safety");
    const words = Array.from({ length: 8 }, (_, index) => `Version ${index} of eight.`);

    const answers = await Promise.all(words.map((each) => save(admin, id, each)));

    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
    const { body } = await admin.ask("GET", "/api/faqs/versions", undefined, {
      "where[parent][equals]": id,
      limit: 20,
    });
    const history = JSON.stringify(body);
    expect(words.filter((each) => !history.includes(each))).toEqual([]);
    const saved = JSON.stringify((await admin.bySlug("faqs", "marathon-safety")).answer);
    const winner = words.filter((each) => saved.includes(each));
    expect(winner).toHaveLength(1);
    await expect.poll(() => publicText(product), PATIENCE).toContain(winner[0]);
  });

  it("takes eight saves of eight documents at once, and shows all of them", async () => {
    const { body } = await admin.ask<{ docs: { id: string }[] }>("GET", "/api/injuries", undefined, {
      limit: 8,
      depth: 0,
    });

    const answers = await Promise.all(
      body.docs.map(({ id }, index) =>
        admin.ask("PATCH", `/api/injuries/${id}`, {
          summary: `Summary number ${index}.`,
          _status: "published",
        }),
      ),
    );

    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
    await expect
      .poll(async () => {
        const text = JSON.stringify(await product.content("topics/dry-needling-for-runners/injuries.json"));
        return body.docs.filter((_, index) => text.includes(`Summary number ${index}.`)).length;
      }, PATIENCE)
      .toBe(8);
  });

  it.each([
    // A slug belongs to one document, so that the second cannot have it.
    ["change", "PATCH", { slug: "the-same-for-all", _status: "published" }],
    // Each of them is named by the topic.
    ["deletion", "DELETE", undefined],
  ])("leaves every row as it was when one document of a bulk %s cannot be done", async (_, method, data) => {
    const rows = openRows(dataDir, mongodbUrl);
    try {
      const { id } = await admin.create("faqs", { question: "Named by nothing", answer: lexical("Yes.") });
      const before = await rows.of("faqs");

      const { status } = await admin.ask(method, "/api/faqs", data, { "where[slug][exists]": true });

      expect(status).toBe(400);
      expect(await rows.of("faqs")).toBe(before);
      await admin.must("DELETE", `/api/faqs/${id}`);
    } finally {
      await rows.close();
    }
  });
});

describe("two servers", () => {
  it("do not share an embedded database: the second says so, and starts once the first was killed", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "clinic-widgets-two-"));
    const first = await startProduct({ database: "sqlite", demo: false, dataDir });

    await expect(startProduct({ database: "sqlite", demo: false, dataDir })).rejects.toThrow(
      "Another server, or a restore, works on",
    );

    await first.kill();
    const next = await startProduct({ database: "sqlite", demo: false, dataDir });
    await next.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.runIf(hasMongodb)(
    "on one MongoDB never leave an old text, whichever of them took the save",
    async () => {
      const mongodbUrl = freshMongodbUrl();
      const first = await startProduct({ database: "mongodb", demo: true, mongodbUrl });
      const admin = await bootstrapAdministrator(first);
      const second = await startProduct({ database: "mongodb", demo: true, mongodbUrl });
      try {
        const both = [admin, await logIn(second)] as const;
        const { id } = await admin.bySlug("faqs", "how-many-sessions");
        for (let index = 0; index < 20; index++)
          expect((await save(both[index % 2] as Rest, id, `Save number ${index}.`)).status).toBe(200);

        await expect.poll(() => publicText(first), PATIENCE).toContain("Save number 19.");
        await expect.poll(() => publicText(second), PATIENCE).toContain("Save number 19.");

        // The one that publishes dies; the other takes over.
        await first.kill();
        expect((await save(both[1], id, "Saved after the first server died.")).status).toBe(200);
        await expect
          .poll(() => publicText(second), { timeout: 30_000 })
          .toContain("Saved after the first server died.");
      } finally {
        await Promise.all([first.stop(), second.stop()]);
        await dropDatabase(mongodbUrl);
      }
    },
  );
});
