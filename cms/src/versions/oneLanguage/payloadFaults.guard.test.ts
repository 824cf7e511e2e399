/** What publishing one language by Payload alone would do to the others: why `oneLanguage/` exists. */
import type { PayloadRequest } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testSlug } from "../../../test/database.ts";
import { inPackage } from "../../../test/packages.ts";
import { FAULT, openStockPayload, questions, type StockPayload } from "../../../test/stockPayload.ts";

type Row = { id: string; label: unknown };

let stock: StockPayload;
beforeAll(async () => {
  stock = await openStockPayload({ collections: [questions()] });
});
afterAll(() => stock.close());

/** A public question with two rows, both in both languages. */
async function publish(): Promise<{ id: string; rows: [Row, Row] }> {
  const { id, links } = await stock.api.create({
    collection: "questions",
    locale: "en",
    data: { question: "Q", links: [{ label: "one" }, { label: "two" }], _status: "published" },
  });
  const [first, second] = links as [Row, Row];
  await stock.api.update({
    collection: "questions",
    id,
    locale: "es",
    data: {
      question: "P",
      links: [
        { id: first.id, label: "uno" },
        { id: second.id, label: "dos" },
      ],
      _status: "published",
    },
  });
  return { id, rows: [first, second] };
}

type Copy = (args: object) => Promise<unknown>;

describe(FAULT, () => {
  it("publishes the copy of a public text in another language, although it asks for a draft", async () => {
    const { id } = await stock.api.create({
      collection: "questions",
      locale: "en",
      data: { question: "Public", _status: "published" },
    });
    const { copyDataFromLocale } = (await import(
      inPackage("@payloadcms/ui", "dist/utilities/copyDataFromLocale.js")
    )) as { copyDataFromLocale: Copy };

    await copyDataFromLocale({
      collectionSlug: "questions",
      docID: id,
      fromLocale: "en",
      toLocale: "es",
      req: { payload: stock.payload, user: { id: "ada", collection: "users" } } as unknown as PayloadRequest,
    });

    const row = await stock.api.findByID({ collection: "questions", id, locale: "all", draft: false });
    expect(row).toMatchObject({ question: { en: "Public", es: "Public" }, _status: "published" });
  });

  it("merges rows by their position, so that another language's texts end up in the wrong rows", async () => {
    const { id, rows } = await publish();

    await stock.api.update({
      collection: "questions",
      id,
      locale: "en",
      publishSpecificLocale: "en",
      data: { links: [...rows].reverse(), _status: "published" },
    });

    const { links } = await stock.api.findByID({ collection: "questions", id, locale: "all" });
    expect((links as Row[]).map(({ label }) => label)).toEqual([
      { en: "two", es: "uno" },
      { en: "one", es: "dos" },
    ]);
  });

  it("writes a draft of everything after each publish of one language, and marks it as a snapshot", async () => {
    const { id } = await publish();

    await stock.api.update({
      collection: "questions",
      id,
      locale: "en",
      publishSpecificLocale: "en",
      data: { question: "Q2", _status: "published" },
    });

    const { docs } = await stock.payload.db.findVersions<{ _status: string }>({
      collection: testSlug("questions"),
      where: { parent: { equals: id } },
      sort: "-updatedAt",
      limit: 2,
    });
    expect(docs).toMatchObject([
      { snapshot: true, publishedLocale: "en", latest: true, version: { _status: "draft" } },
      { publishedLocale: "en", latest: false, version: { _status: "published" } },
    ]);
  });

  it("writes into the language of the request, not into the one to publish, when many documents are published", async () => {
    const { id } = await publish();

    await stock.api.update({
      collection: "questions",
      where: { id: { equals: id } },
      locale: "en",
      publishSpecificLocale: "es",
      data: { question: "P2", _status: "published" },
    });

    const { question } = await stock.api.findByID({ collection: "questions", id, locale: "all" });
    expect(question).toEqual({ en: "P2", es: "P" });
  });
});
