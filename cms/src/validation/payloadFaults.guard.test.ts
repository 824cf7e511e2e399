/** Why `checkRelations` asks for each related document. */
import { afterEach, describe, expect, it } from "vitest";
import { databaseKinds, testSlug } from "../../test/database.ts";
import { FAULT, openStockPayload, questions, type StockPayload } from "../../test/stockPayload.ts";

const topics = questions({
  slug: "topics",
  fields: [{ name: "questions", type: "relationship", relationTo: testSlug("questions"), hasMany: true }],
});
const NO_ID = { sqlite: "11111111-1111-4111-8111-111111111111", mongodb: "64b7f0c2a1b2c3d4e5f60718" };
const ANSWER = { sqlite: 500, mongodb: 201 };

let stock: StockPayload;
afterEach(() => stock.close());

describe(FAULT, () => {
  it.each(databaseKinds)("does not ask whether a related document exists (%s)", async (kind) => {
    stock = await openStockPayload({ collections: [questions(), { ...topics }] }, kind);

    const answer = await stock.rest("POST", "/topics?locale=en", { questions: [NO_ID[kind]] });

    expect(answer.status).toBe(ANSWER[kind]);
  });

  it.skipIf(!databaseKinds.includes("mongodb"))("keeps the id of what was deleted, on MongoDB", async () => {
    stock = await openStockPayload({ collections: [questions(), { ...topics }] }, "mongodb");
    const { id } = await stock.api.create({ collection: "questions", data: { question: "Gone" } });
    const topic = await stock.api.create({ collection: "topics", data: { questions: [id] } });

    await stock.api.delete({ collection: "questions", id });

    const found = await stock.api.findByID({ collection: "topics", id: topic.id, depth: 0 });
    expect(found.questions).toEqual([id]);
  });
});
