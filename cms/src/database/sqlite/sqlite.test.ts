import { sql } from "@payloadcms/db-sqlite";
import type { CollectionAfterChangeHook } from "payload";
import { afterEach, describe, expect, it } from "vitest";
import {
  faqs,
  notes,
  openTestPayload,
  structures,
  type TestPayload,
  untyped,
} from "../../../test/database.ts";

type Sessions = Record<string, { db: { run(query: unknown): Promise<unknown> } }>;

let test: TestPayload | undefined;
afterEach(async () => {
  await test?.close();
  test = undefined;
});

/** A Payload whose structures run `hook` after each change. */
async function openWithHook(hook: CollectionAfterChangeHook, waitMs?: number): Promise<TestPayload> {
  test = await openTestPayload({
    kind: "sqlite",
    waitMs,
    collections: [faqs, { ...structures, hooks: { afterChange: [hook] } }, notes],
  });
  return test;
}

describe("the SQLite adapter", () => {
  it("refuses a write that waits for itself with a sentence, undoes the save, and goes on", async () => {
    const { payload, rest, takeRows } = await openWithHook(async ({ req, doc }) => {
      if (doc.name === "nested")
        await untyped(req.payload).create({ collection: "notes", data: { text: "without req" } });
    }, 200);

    const answer = await rest("POST", "/structures", { name: "nested" });

    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("busy with another change for 0.2 seconds");
    expect(await takeRows()).toEqual([]);
    expect((await payload.count({ collection: "structures" })).totalDocs).toBe(0);
    expect((await payload.create({ collection: "structures", data: { name: "next" } })).name).toBe("next");
  });

  it("lets a nested write with req into the same transaction", async () => {
    const { payload } = await openWithHook(async ({ req }) => {
      await untyped(req.payload).create({ collection: "notes", data: { text: "with req" }, req });
      throw new Error("after the nested write");
    });

    await expect(payload.create({ collection: "structures", data: { name: "outer" } })).rejects.toThrow(
      "after the nested write",
    );

    expect((await payload.count({ collection: "notes" })).totalDocs).toBe(0);
  });

  it("reports a commit that fails, and nothing of it is saved", async () => {
    const { payload, takeRows } = await openWithHook(async ({ req }) => {
      const { db } = (req.payload.db.sessions as unknown as Sessions)[String(await req.transactionID)] ?? {};
      await db?.run(sql`PRAGMA defer_foreign_keys = ON`);
      await db?.run(sql`INSERT INTO faqs_links (_order, _parent_id, id) VALUES (1, 'nobody', 'orphan')`);
    });

    await expect(payload.create({ collection: "structures", data: { name: "lost" } })).rejects.toThrow(
      "FOREIGN KEY",
    );

    expect((await payload.count({ collection: "structures" })).totalDocs).toBe(0);
    expect(await takeRows()).toEqual([]);
    expect((await payload.create({ collection: "notes", data: { text: "next" } })).text).toBe("next");
  });

  it("shows readers the last commit while a transaction is open, without making them wait", async () => {
    test = await openTestPayload({ kind: "sqlite", waitMs: 200 });
    const { payload } = test;
    const { id } = await payload.create({ collection: "notes", data: { text: "before" } });
    const transactionID = String(await payload.db.beginTransaction());
    await payload.update({ collection: "notes", id, data: { text: "after" }, req: { transactionID } });

    const outside = await payload.findByID({ collection: "notes", id });
    const inside = await payload.findByID({ collection: "notes", id, req: { transactionID } });
    await payload.db.commitTransaction(transactionID);
    const later = await payload.findByID({ collection: "notes", id });

    expect([outside.text, inside.text, later.text]).toEqual(["before", "after", "after"]);
  });

  it("refuses a write that comes after its transaction, instead of slipping it into the next one", async () => {
    test = await openTestPayload({ kind: "sqlite" });
    const { db } = test.payload;
    const first = String(await db.beginTransaction());
    const stale = (db.sessions as unknown as Sessions)[first]?.db;
    await db.commitTransaction(first);
    const second = String(await db.beginTransaction());

    await expect(
      stale?.run(sql`INSERT INTO notes (id, text) VALUES ('stale', 'stale')`),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining("came after its transaction had ended") },
    });
    await db.commitTransaction(second);

    expect((await test.payload.count({ collection: "notes" })).totalDocs).toBe(0);
  });

  it("keeps a document whole when a direct write fails half-way", async () => {
    test = await openTestPayload({ kind: "sqlite" });
    const { payload } = test;
    const { id } = await payload.create({
      collection: "faqs",
      data: { question: "Whole", links: [{ label: "one" }] },
    });
    const badLinks = [
      { id: "same", label: { en: "a" } },
      { id: "same", label: { en: "b" } },
    ];

    await expect(
      payload.db.updateOne({ collection: "faqs", id, data: { question: { en: "Half" }, links: badLinks } }),
    ).rejects.toThrow();

    expect(await payload.findByID({ collection: "faqs", id, draft: false })).toMatchObject({
      question: "Whole",
      links: [{ label: "one" }],
    });
  });

  it("can be closed and opened again on the same file", async () => {
    test = await openTestPayload({ kind: "sqlite" });
    await test.payload.create({ collection: "notes", data: { text: "kept" } });
    await test.payload.destroy();

    const again = await openTestPayload({ kind: "sqlite", folder: test.folder });
    const { docs } = await again.payload.find({ collection: "notes" });
    await again.close();

    expect(docs.map((doc) => doc.text)).toEqual(["kept"]);
  });
});
