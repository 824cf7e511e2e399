/** What `database/sqlite` is there for: without these faults Payload's adapter would do as it comes. */
import { readdirSync } from "node:fs";
import { sql } from "@payloadcms/db-sqlite";
import type { CollectionAfterChangeHook } from "payload";
import { afterEach, describe, expect, it } from "vitest";
import { FAULT, openStockPayload, questions, type StockPayload } from "../../../test/stockPayload.ts";

type Sessions = Record<string, { db: { run(query: unknown): Promise<unknown> } }>;
type Client = { execute(sql: string): Promise<{ rows: { detail: string }[] }> };

let stock: StockPayload;
afterEach(() => stock.close());

/** Leaves a row without what it refers to, which SQLite finds out at the commit. */
const breakCommit: CollectionAfterChangeHook = async ({ req }) => {
  const { db } = (req.payload.db.sessions as unknown as Sessions)[String(await req.transactionID)] ?? {};
  await db?.run(sql`PRAGMA defer_foreign_keys = ON`);
  await db?.run(sql`INSERT INTO questions_links (_order, _parent_id, id) VALUES (1, 'nobody', 'orphan')`);
};

describe(FAULT, () => {
  it("answers with the new document when its commit has failed and nothing was saved", async () => {
    stock = await openStockPayload({ collections: [questions({ hooks: { afterChange: [breakCommit] } })] });

    const doc = await stock.api.create({ collection: "questions", data: { question: "Lost?" } });

    expect(doc.question).toBe("Lost?");
    expect((await stock.api.count({ collection: "questions" })).totalDocs).toBe(0);
  });

  it("lets one of several saves at once through, and hides the error's kind from the others", async () => {
    stock = await openStockPayload({ collections: [questions()] });
    const create = (n: number) =>
      stock.api.create({ collection: "questions", data: { question: String(n) } });
    const docs = [];
    for (let n = 0; n < 4; n++) docs.push(await create(n));

    const saves = await Promise.allSettled(
      docs.map(({ id }) => stock.api.update({ collection: "questions", id, data: { question: "Changed" } })),
    );

    const errors = saves.flatMap((save) => (save.status === "rejected" ? [save.reason] : []));
    expect(errors).not.toEqual([]);
    for (const error of errors) {
      expect(error.message).toMatch(/^Error: cannot begin transaction: SQLITE_BUSY/);
      expect([error.code, error.cause]).toEqual([undefined, undefined]);
    }
  });

  it.skipIf(process.platform !== "linux")("leaves a connection open behind each save", async () => {
    stock = await openStockPayload({ collections: [questions()] });
    const openFiles = () => readdirSync("/proc/self/fd").length;
    const { id } = await stock.api.create({ collection: "questions", data: { question: "0" } });
    const before = openFiles();

    for (let n = 0; n < 20; n++)
      await stock.api.update({ collection: "questions", id, data: { question: String(n) } });

    expect(openFiles() - before).toBeGreaterThanOrEqual(10);
  });

  it("looks through the translations of all documents for those of one", async () => {
    stock = await openStockPayload({ collections: [questions()] });
    const { client } = stock.payload.db as unknown as { client: Client };

    const plan = await client.execute(
      "EXPLAIN QUERY PLAN SELECT * FROM questions_locales WHERE _parent_id = 'x'",
    );

    expect(plan.rows.map(({ detail }) => detail)).toEqual(["SCAN questions_locales"]);
  });
});
