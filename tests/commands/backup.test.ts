/** Backup and restore as an operator uses them, on a product that really ran. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { type Product, startProduct } from "../support/product.ts";
import { lexical, type Rest } from "../support/rest.ts";

const DIST = join(import.meta.dirname, "../../cms/dist");
const FAQS = "topics/dry-needling-for-runners/faqs.json";

describe("backup and restore", () => {
  let folder: string;
  let dataDir: string;
  let product: Product;
  let admin: Rest;
  const backup = () => join(folder, "backups/one.tar.gz");

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "clinic-widgets-backup-"));
    dataDir = join(folder, "data");
    product = await startProduct({ database: "sqlite", demo: true, dataDir });
    admin = await bootstrapAdministrator(product);
  });
  afterAll(async () => {
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function command(name: "backup" | "restore", file: string, env: Record<string, string> = {}) {
    const { DATABASE_URL: _, ...inherited } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(DIST, `${name}.mjs`), file], {
      encoding: "utf8",
      env: { ...inherited, DATA_DIR: dataDir, NODE_ENV: "production", ...env },
    });
    return { status, said: stdout + stderr };
  }
  const answer = async (words: string) => {
    const { id } = await admin.bySlug("faqs", "how-many-sessions");
    await admin.update("faqs", id, { answer: lexical(words), _status: "published" });
    await expect
      .poll(async () => JSON.stringify(await product.content(FAQS)), { timeout: 15_000 })
      .toContain(words);
  };

  it("brings back what was there, login and published files included", async () => {
    await answer("Written before the backup.");
    expect(command("backup", backup())).toMatchObject({ status: 0 });
    await answer("Written after the backup.");

    expect(command("restore", backup()).said).toMatch(/Another server, or a restore, works on/);
    await product.stop();
    const restored = command("restore", backup());
    product = await startProduct({ database: "sqlite", demo: true, dataDir });

    expect(restored.status).toBe(0);
    await expect
      .poll(async () => JSON.stringify(await product.content(FAQS)))
      .toContain("Written before the backup.");
    // The secret came back too: an old login still counts.
    expect(
      (
        await fetch(`${product.cmsUrl}/api/users/login`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ email: "ada@example.org", password: "a long enough pass phrase" }),
        })
      ).status,
    ).toBe(200);
    expect(readdirSync(dataDir).some((name) => name.startsWith("before-restore-"))).toBe(true);
  });

  it("keeps everything when the backup is cut short, is none, or is missing", async () => {
    await product.stop();
    const before = readFileSync(join(dataDir, "secret"), "utf8");
    const cut = join(folder, "cut.tar.gz");
    writeFileSync(cut, readFileSync(backup()));
    truncateSync(cut, 2000);
    const none = join(folder, "none.tar.gz");
    writeFileSync(none, "not an archive");

    for (const file of [cut, none, join(folder, "missing.tar.gz")]) {
      const { status, said } = command("restore", file);
      expect(status).toBe(1);
      expect(said).toMatch(/Nothing was changed|There is no backup at/);
      expect(said).not.toMatch(/ at .+:\d+:\d+/);
    }
    expect(readFileSync(join(dataDir, "secret"), "utf8")).toBe(before);
    expect(readdirSync(dataDir).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("points to MongoDB's own tools where the content lies there", () => {
    const { status, said } = command("backup", backup(), {
      DATABASE_URL: "mongodb://localhost/x?replicaSet=rs",
      PAYLOAD_SECRET: "x".repeat(32),
    });

    expect(status).toBe(1);
    expect(said).toContain("mongodump");
  });

  it("says so when there is nothing to back up", () => {
    const { status, said } = command("backup", join(folder, "empty.tar.gz"), {
      DATA_DIR: join(folder, "nowhere"),
    });

    expect(status).toBe(1);
    expect(said).toContain("There is nothing to back up");
    expect(existsSync(join(folder, "empty.tar.gz"))).toBe(false);
  });
});
