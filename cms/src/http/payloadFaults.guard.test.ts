/** What Payload's REST API answers where `restRequest.ts` and `outageAnswer.ts` answer in its place. */
import { afterEach, describe, expect, it } from "vitest";
import { FAULT, openStockPayload, people, questions, type StockPayload } from "../../test/stockPayload.ts";

let stock: StockPayload;
afterEach(() => stock.close());

describe(FAULT, () => {
  it.each(["", "?locale=", "?locale=xx", "?locale=all"])(
    "answers 200 to a change without a language that it knows (%j), and drops its texts",
    async (query) => {
      stock = await openStockPayload({ collections: [questions()] });
      const { id } = await stock.api.create({
        collection: "questions",
        locale: "en",
        data: { question: "Before", _status: "published" },
      });

      const answer = await stock.rest("PATCH", `/questions/${id}${query}`, {
        question: "After",
        _status: "published",
      });

      const { question } = await stock.api.findByID({ collection: "questions", id, locale: "all" });
      expect([answer.status, question]).toEqual([200, { en: "Before" }]);
    },
  );

  it("takes somebody who is logged in for nobody while the database is away", async () => {
    const read = questions({ access: { read: ({ req }) => Boolean(req.user) } });
    stock = await openStockPayload({ collections: [people(), read] });
    const person = { email: "ada@example.org", password: "a long enough pass phrase" };
    await stock.api.create({ collection: "people", data: person });
    const { token } = await stock.api.login({ collection: "people", data: person });
    stock.payload.db.findOne = () => Promise.reject(new Error("The database is away."));

    const answer = await stock.rest("GET", "/questions", undefined, { authorization: `JWT ${token}` });

    expect(answer.status).toBe(403);
  });
});
