/** What Payload does to public texts when versions, many documents or the trash are involved: why this folder exists. */
import { afterEach, describe, expect, it } from "vitest";
import { FAULT, openStockPayload, questions, type StockPayload } from "../../test/stockPayload.ts";

let stock: StockPayload;
afterEach(() => stock.close());

/** What readers would get. */
const publicRow = (id: string) =>
  stock.api.findByID({ collection: "questions", id, draft: false, trash: true });

describe(FAULT, () => {
  it("withdraws what is public when an old draft is restored as the admin asks for it", async () => {
    stock = await openStockPayload({ collections: [questions()] });
    const { id } = await stock.api.create({
      collection: "questions",
      data: { question: "Old draft" },
      draft: true,
    });
    await stock.api.update({
      collection: "questions",
      id,
      data: { question: "Public", _status: "published" },
    });
    const { docs } = await stock.api.findVersions({ collection: "questions", sort: "createdAt" });

    const answer = await stock.rest("POST", `/questions/versions/${docs[0]?.id}?draft=false`);

    expect(answer.status).toBe(200);
    expect(await publicRow(id)).toMatchObject({ question: "Old draft", _status: "draft" });
  });

  it("writes the newest draft over the public text on the way into the trash", async () => {
    stock = await openStockPayload({ collections: [questions()] });
    const { id } = await stock.api.create({
      collection: "questions",
      data: { question: "Public", _status: "published" },
    });
    await stock.api.update({ collection: "questions", id, data: { question: "Draft" }, draft: true });

    await stock.rest("PATCH", `/questions/${id}?locale=en`, { deletedAt: new Date().toISOString() });

    expect(await publicRow(id)).toMatchObject({ question: "Draft", _status: "draft" });
  });

  it("saves over what was saved meanwhile, although it is told what the save started from", async () => {
    stock = await openStockPayload({ collections: [questions()] });
    const read = await stock.api.create({
      collection: "questions",
      data: { question: "Read" },
      draft: true,
    });
    const save = (question: string) =>
      stock.rest("PATCH", `/questions/${read.id}?locale=en&draft=true`, { ...read, question });
    await save("First");

    const stale = await save("Second");

    expect(stale.status).toBe(200);
    const newest = await stock.api.findByID({ collection: "questions", id: read.id, draft: true });
    expect(newest).toMatchObject({ question: "Second" });
  });

  it("saves what a bulk operation reports as failed, without its error", async () => {
    const cause = Object.assign(new Error("The hook threw."), { code: "A CODE" });
    const refuse = ({ doc }: { doc: { question?: string; links?: unknown[] } }) => {
      if (doc.question === "Changed" && doc.links?.length) throw cause;
    };
    stock = await openStockPayload({ collections: [questions({ hooks: { afterChange: [refuse] } })] });
    const data = { question: "Before", _status: "published" };
    const { id } = await stock.api.create({
      collection: "questions",
      data: { ...data, links: [{ label: "a" }] },
    });
    await stock.api.create({ collection: "questions", data });

    const result = await stock.api.update({
      collection: "questions",
      where: { id: { exists: true } },
      data: { question: "Changed", _status: "published" },
    });

    expect(result.errors).toEqual([{ id, isPublic: false, message: "The hook threw." }]);
    expect(await publicRow(id)).toMatchObject({ question: "Changed" });
  });
});
