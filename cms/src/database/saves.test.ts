import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, openTestPayload, type TestPayload } from "../../test/database.ts";

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];

describe.each(databaseKinds)("saving at the same time on %s", (kind) => {
  let test: TestPayload;
  beforeAll(async () => {
    test = await openTestPayload({ kind });
  });
  afterAll(() => test.close());

  it("keeps eight saves of one document", async () => {
    const { id } = await test.payload.create({
      collection: "faqs",
      data: { question: "0", _status: "published" },
    });

    const answers = await Promise.all(
      EIGHT.map((n) =>
        test.rest("PATCH", `/faqs/${id}?locale=en`, { question: String(n), _status: "published" }),
      ),
    );

    const versions = await test.payload.findVersions({
      collection: "faqs",
      where: { parent: { equals: id } },
      limit: 0,
    });
    expect(answers.map((answer) => answer.status)).toEqual(EIGHT.map(() => 200));
    expect(versions.docs.map((doc) => doc.version.question).sort()).toEqual(["0", ...EIGHT.map(String)]);
  }, 120_000);

  it("keeps eight saves of eight documents", async () => {
    const docs = await Promise.all(
      EIGHT.map(() => test.payload.create({ collection: "faqs", data: { question: "before" } })),
    );

    const answers = await Promise.all(
      docs.map((doc) =>
        test.rest("PATCH", `/faqs/${doc.id}?locale=en`, { question: "after", _status: "published" }),
      ),
    );

    const after = await test.payload.count({ collection: "faqs", where: { question: { equals: "after" } } });
    expect(answers.map((answer) => answer.status)).toEqual(EIGHT.map(() => 200));
    expect(after.totalDocs).toBe(8);
  }, 120_000);

  it("keeps eight bulk saves of the same documents", async () => {
    const docs = await Promise.all(
      EIGHT.map(() => test.payload.create({ collection: "structures", data: { name: "before" } })),
    );
    const where = new URLSearchParams(docs.map((doc, index) => [`where[id][in][${index}]`, String(doc.id)]));

    const answers = await Promise.all(
      EIGHT.map((n) => test.rest("PATCH", `/structures?${where}`, { name: `bulk ${n}` })),
    );

    const after = await test.payload.find({
      collection: "structures",
      where: { id: { in: docs.map((doc) => doc.id) } },
    });
    const names = [...new Set(after.docs.map((doc) => doc.name))];
    expect(answers.map((answer) => answer.status)).toEqual(EIGHT.map(() => 200));
    expect(names).toEqual([expect.stringMatching(/^bulk \d$/)]);
  }, 120_000);
});
