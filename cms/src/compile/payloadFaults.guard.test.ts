/** Why the compiler reads rows by the adapter. */
import { lexicalEditor } from "@payloadcms/richtext-lexical";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testSlug } from "../../test/database.ts";
import { FAULT, openStockPayload, questions, type StockPayload } from "../../test/stockPayload.ts";

let stock: StockPayload;
beforeAll(async () => {
  const answer = { name: "answer", type: "richText", localized: true, editor: lexicalEditor() } as const;
  stock = await openStockPayload({ collections: [questions({ fields: [answer] })] });
});
afterAll(() => stock.close());

describe(FAULT, () => {
  it("reads no document at all where one is damaged, while its adapter reads all of them", async () => {
    const root = { type: "root", children: [], version: 1, direction: null, format: "", indent: 0 };
    const create = () =>
      stock.api.create({
        collection: "questions",
        locale: "en",
        data: { answer: { root }, _status: "published" },
      });
    await create();
    const { id } = await create();
    await stock.payload.db.updateOne({
      collection: testSlug("questions"),
      id,
      locale: "all",
      data: { answer: { en: { root: { children: [null] } } } },
    });

    await expect(stock.api.find({ collection: "questions", locale: "all" })).rejects.toThrow(TypeError);
    expect(
      (await stock.payload.db.find({ collection: testSlug("questions"), locale: "all" })).docs,
    ).toHaveLength(2);
  });
});
