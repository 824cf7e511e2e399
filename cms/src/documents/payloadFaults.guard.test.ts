/** Why `nestedRequest` isolates what a nested operation may change. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAULT, openStockPayload, questions, type StockPayload } from "../../test/stockPayload.ts";

let stock: StockPayload;
beforeAll(async () => {
  stock = await openStockPayload({ collections: [questions()] });
});
afterAll(() => stock.close());

describe(FAULT, () => {
  it("changes the language of the request that a nested operation was handed", async () => {
    const req = { locale: "en" };

    await stock.api.find({ collection: "questions", locale: "es", req });

    expect(req.locale).toBe("es");
  });
});
