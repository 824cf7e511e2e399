/**
 * What breaks must not lose or falsify anything: crashes, races, a full disk, a database that is away.
 * Crashes at each step of the publisher are in `publishing.test.ts`; hooks that throw and the limit of open files are
 * tested beside their code.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoMemoryReplSet } from "mongodb-memory-server";
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

  it("changes nothing when one document of a bulk change cannot be changed", async () => {
    const before = await admin.ask<{ docs: { question: string }[] }>("GET", "/api/faqs", undefined, {
      depth: 0,
    });

    // An empty question cannot be published, and a slug belongs to one document.
    const { status } = await admin.ask(
      "PATCH",
      "/api/faqs",
      { slug: "the-same-for-all", _status: "published" },
      { "where[slug][exists]": true },
    );

    expect(status).toBeGreaterThanOrEqual(400);
    const after = await admin.ask<{ docs: { slug: string }[] }>("GET", "/api/faqs", undefined, {
      depth: 0,
      "where[slug][equals]": "the-same-for-all",
    });
    expect(after.body.docs).toEqual([]);
    expect(before.body.docs).toHaveLength(7);
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

describe.runIf(hasMongodb)("MongoDB away", () => {
  it("delivers on, says so, and saves again when it is back, without a restart", async () => {
    const dbPath = mkdtempSync(join(tmpdir(), "clinic-widgets-mongod-"));
    const options = {
      replSet: {
        count: 1,
        storageEngine: "wiredTiger" as const,
        name: "away",
        args: ["--setParameter", "transactionLifetimeLimitSeconds=3"],
      },
      instanceOpts: [{ dbPath, storageEngine: "wiredTiger" as const }],
    };
    const set = await MongoMemoryReplSet.create(options);
    const pid = set.servers[0]?.instanceInfo?.instance.mongodProcess?.pid as number;
    const product = await startProduct({ database: "mongodb", demo: true, mongodbUrl: set.getUri("away") });
    try {
      const admin = await bootstrapAdministrator(product);
      const { id } = await admin.bySlug("faqs", "how-many-sessions");
      // Stopped, not killed: connections hang, which is the worse case.
      process.kill(pid, "SIGSTOP");

      expect((await fetch(`${product.cmsUrl}/readyz`)).status).toBe(503);
      expect((await fetch(`${product.cmsUrl}/healthz`)).status).toBe(200);
      expect(await publicText(product)).toContain("There is no single number.");
      expect(
        (await fetch(`${product.cmsUrl}/embed/v1/html/en/riverside/dry-needling-for-runners/faq.html`))
          .status,
      ).toBe(200);

      const refused = await save(admin, id, "Saved while MongoDB was away.");
      expect(refused.status).toBe(503);
      expect(JSON.stringify(refused.body)).toContain("The database cannot be reached just now");

      process.kill(pid, "SIGCONT");
      await expect
        .poll(async () => (await fetch(`${product.cmsUrl}/readyz`)).status, { timeout: 60_000 })
        .toBe(200);
      expect((await save(admin, id, "Saved after MongoDB was back.")).status).toBe(200);
      await expect
        .poll(() => publicText(product), { timeout: 30_000 })
        .toContain("Saved after MongoDB was back.");
    } finally {
      process.kill(pid, "SIGCONT");
      await product.stop();
      await set.stop();
      rmSync(dbPath, { recursive: true, force: true });
    }
  });
});

describe("a full disk", () => {
  const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-full-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", folder]).status === 0;
  if (!mounted) process.stdout.write("SKIPPED: a full disk, because this user may not mount a small one.\n");
  afterAll(() => {
    if (mounted) execFileSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  it.runIf(mounted)("is an error that the editor sees, and loses nothing", async () => {
    const dataDir = join(folder, "data");
    mkdirSync(dataDir);
    const product = await startProduct({ database: "sqlite", demo: true, dataDir });
    try {
      const admin = await bootstrapAdministrator(product);
      const { id, answer } = await admin.bySlug("faqs", "how-many-sessions");
      const ballast = join(folder, "ballast");
      spawnSync("dd", ["if=/dev/zero", `of=${ballast}`, "bs=64k"]);

      // The first saves may still fit into what SQLite has set aside.
      let refused: Awaited<ReturnType<typeof save>> | undefined;
      let kept = answer;
      for (let index = 0; index < 200 && !refused; index++) {
        const result = await save(admin, id, `${index} `.repeat(20_000));
        if (result.status >= 400) refused = result;
        else kept = (result.body as { doc: { answer: unknown } }).doc.answer;
      }
      expect(refused?.status).toBe(507);
      expect(JSON.stringify(refused?.body)).toContain("the disk of the server is full or cannot be written");
      expect((await admin.bySlug("faqs", "how-many-sessions")).answer).toEqual(kept);

      rmSync(ballast);
      writeFileSync(join(folder, "room"), "");
      expect((await save(admin, id, "Saved when there was room again.")).status).toBe(200);
      await expect
        .poll(() => publicText(product), { timeout: 30_000 })
        .toContain("Saved when there was room again.");
    } finally {
      await product.stop();
    }
  });
});
