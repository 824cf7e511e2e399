/** A database that is away, locked or full: delivery goes on, editors read a sentence, and nothing is lost. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client/sqlite3";
import { MongoMemoryReplSet } from "mongodb-memory-server";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logIn, openDocument, openField, rewrite } from "../support/admin.ts";
import { launchBrowser } from "../support/browser.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { type Product, startProduct } from "../support/product.ts";
import { type Doc, lexical, type Rest } from "../support/rest.ts";

const FAQS = "topics/dry-needling-for-runners/faqs.json";
const PATIENCE = { timeout: 20_000 };
const hasMongodb = Boolean(process.env.MONGODB_TEST_URL);

const publicText = async (product: Product) => JSON.stringify(await product.content(FAQS));
const save = (admin: Rest, id: string, words: string) =>
  admin.ask("PATCH", `/api/faqs/${id}`, { answer: lexical(words), _status: "published" });

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
      instanceOpts: [{ dbPath, storageEngine: "wiredTiger" as const, launchTimeout: 60_000 }],
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

describe("an embedded database that another process has locked", () => {
  it("is read and delivered from, refuses a save in a sentence, and saves again when it is free", async () => {
    const product = await startProduct({ database: "sqlite", demo: true });
    const other = createClient({ url: `file:${join(product.dataDir, "cms.sqlite")}` });
    try {
      const admin = await bootstrapAdministrator(product);
      const { id } = await admin.bySlug("faqs", "how-many-sessions");
      await expect.poll(() => publicText(product), PATIENCE).toContain("There is no single number.");
      await other.execute("PRAGMA busy_timeout = 5000");
      const lock = await other.transaction("write");

      const refused = await save(admin, id, "Saved while the file was locked.");
      expect(refused.status).toBe(503);
      expect(JSON.stringify(refused.body)).toContain("The change was not saved: the database was busy");
      expect(await publicText(product)).toContain("There is no single number.");
      expect((await fetch(`${product.cmsUrl}/readyz`)).status).toBe(200);

      await lock.rollback();
      expect((await save(admin, id, "Saved when the file was free.")).status).toBe(200);
      await expect.poll(() => publicText(product), PATIENCE).toContain("Saved when the file was free.");
    } finally {
      other.close();
      await product.stop();
    }
  });
});

/** Mounts a small disk at `folder`; false for a user who may not. */
const mountSmall = (folder: string, size: string): boolean =>
  spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder]).status === 0;
/** Fills the disk of `folder` to the last byte, and returns what makes room again. */
function fill(folder: string): () => void {
  const ballast = join(folder, "ballast");
  spawnSync("dd", ["if=/dev/zero", `of=${ballast}`, "bs=64k"]);
  return () => rmSync(ballast);
}

describe("a full disk", () => {
  const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-full-"));
  const mounted = mountSmall(folder, "24m");
  if (!mounted) process.stdout.write("SKIPPED: a full disk, because this user may not mount a small one.\n");
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
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
      const page = await (await browser.newContext()).newPage();
      await logIn(page, product);
      await openDocument(page, product, { collection: "faqs", id });
      const makeRoom = fill(folder);

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

      // And in the admin: the sentence is shown, and what was typed still stands in its field.
      // Long, as what SQLite has set aside holds a short one.
      const typed = "Typed while the disk was full. ".repeat(12_000).trim();
      await rewrite(page, "answer", typed, { asOneInput: true });
      await page.locator("#action-save").click();
      await page.getByText("the disk of the server is full or cannot be written").first().waitFor();
      expect(await (await openField(page, "answer")).textContent()).toBe(typed);

      makeRoom();
      writeFileSync(join(folder, "room"), "");
      expect((await save(admin, id, "Saved when there was room again.")).status).toBe(200);
      await expect
        .poll(() => publicText(product), { timeout: 30_000 })
        .toContain("Saved when there was room again.");
    } finally {
      await product.stop();
    }
  });

  // A disk of its own for the published files: the database takes the change, and their place does not.
  it.runIf(mounted)(
    "keeps no withdrawn question on the sites, also not after a restart",
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), "clinic-widgets-full-store-"));
      const store = join(dataDir, "store");
      mkdirSync(store);
      mountSmall(store, "8m");
      const start = () => startProduct({ database: "sqlite", demo: true, dataDir });
      const slugs = async () => (await product.content<{ items: Doc[] }>(FAQS)).items.map(({ slug }) => slug);
      let product = await start();
      try {
        const admin = await bootstrapAdministrator(product);
        const { id } = await admin.bySlug("faqs", "how-many-sessions");
        const makeRoom = fill(store);

        await admin.update("faqs", id, { _status: "draft" });
        await expect.poll(slugs, PATIENCE).not.toContain("how-many-sessions");
        expect(await slugs()).toContain("marathon-safety");

        await product.kill();
        await product.stop();
        product = await start();
        await expect.poll(slugs, PATIENCE).not.toContain("how-many-sessions");

        makeRoom();
        const written = () => readFileSync(join(store, "snapshots/content/en", FAQS), "utf8");
        await expect.poll(written, { timeout: 60_000 }).not.toContain("how-many-sessions");
        expect(await slugs()).toContain("marathon-safety");
      } finally {
        await product.stop();
        execFileSync("umount", ["-l", store]);
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
    180_000,
  );
});
