/** The real config after Payload has completed it: what it adds must be closed, and what we put in its place must come first. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PayloadRequest, SanitizedConfig } from "payload";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { collections } from "../collections/index.ts";

/** Before Payload adds its own to the very list. */
const ownEndpoints = [...(collections.find(({ slug }) => slug === "users")?.endpoints || [])];

const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-config-"));
let config: SanitizedConfig;
beforeAll(async () => {
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("DATABASE_URL", "");
  config = await (await import("../payload.config.ts")).default;
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const collectionOf = (slug: string) => config.collections.find((collection) => collection.slug === slug);
const OPERATIONS = ["create", "read", "readVersions", "update", "delete", "unlock"] as const;

describe("Payload's own collections", () => {
  it("are those that we have decided about", () => {
    const ours = new Set(collections.map(({ slug }) => slug));

    expect(config.collections.map(({ slug }) => slug).filter((slug) => !ours.has(slug))).toEqual([
      "payload-kv",
      "payload-locked-documents",
      "payload-preferences",
      "payload-migrations",
    ]);
  });

  it.each(["payload-kv", "payload-migrations", "payload-preferences", "payload-locked-documents"])(
    "let nobody into %s who is not logged in",
    async (slug) => {
      const access = collectionOf(slug)?.access;
      const req = { user: null, payload: { collections: {} }, context: {} } as unknown as PayloadRequest;

      for (const operation of OPERATIONS)
        expect([operation, await access?.[operation]?.({ req } as never)]).toEqual([operation, false]);
    },
  );

  it("say whose a lock and a preference are where our access functions look", () => {
    const fieldsOf = (slug: string) => collectionOf(slug)?.flattenedFields.map(({ name }) => name);

    expect(fieldsOf("payload-locked-documents")).toEqual(
      expect.arrayContaining(["document", "globalSlug", "user"]),
    );
    expect(fieldsOf("payload-preferences")).toEqual(expect.arrayContaining(["user", "key", "value"]));
  });
});

describe("what Payload answers by itself, and we in its place", () => {
  it.each(["/first-register", "/forgot-password", "/verify/:token"])("comes after our %s", (path) => {
    const all = collectionOf("users")?.endpoints || [];
    const isSame = (each: { path: string }) => each.path.replace(/:\w+/, ":") === path.replace(/:\w+/, ":");

    expect(ownEndpoints.map((each) => each.path)).toContain(path);
    expect(all.filter(isSame).length).toBeGreaterThanOrEqual(2);
    expect(all.find(isSame)?.handler).toBe(ownEndpoints.find(isSame)?.handler);
  });
});

describe("what Payload must not do, or send anywhere", () => {
  it("keeps as we said it", () => {
    expect([
      config.telemetry,
      config.graphQL.disable,
      config.admin.avatar,
      config.typescript.autoGenerate,
    ]).toEqual([false, true, "default", false]);
    expect([...new Set(config.csrf), config.cors]).toEqual([config.serverURL, [config.serverURL]]);
  });

  it("runs plugins in their order: the shape of a value is checked first, the language is noted last", () => {
    const hooks = collectionOf("faqs")?.hooks.beforeOperation.map(({ name }) => name);

    expect([hooks?.at(0), hooks?.at(-1)]).toEqual(["checkCollectionShape", "noteLanguage"]);
  });
});
