/** Why `StatusCell` asks for the row that readers get. */
import type { PayloadRequest } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testSlug } from "../../test/database.ts";
import { inPackage } from "../../test/packages.ts";
import {
  FAULT,
  openStockPayload,
  questions,
  type StockDoc,
  type StockPayload,
} from "../../test/stockPayload.ts";

type Enrich = (args: {
  collectionConfig: unknown;
  data: { docs: StockDoc[] };
  req: Partial<PayloadRequest>;
}) => Promise<{ docs: StockDoc[] }>;

let stock: StockPayload;
beforeAll(async () => {
  stock = await openStockPayload({ collections: [questions()] });
});
afterAll(() => stock.close());

describe(FAULT, () => {
  it("calls an item changed, in lists, that is a draft again and that nobody can read", async () => {
    const { payload, api } = stock;
    const { id } = await api.create({
      collection: "questions",
      data: { question: "Q", _status: "published" },
    });
    await api.update({ collection: "questions", id, data: { _status: "draft" } });
    const data = await api.find({ collection: "questions", draft: true });
    const { enrichDocsWithVersionStatus } = (await import(
      inPackage("@payloadcms/next", "dist/views/List/enrichDocsWithVersionStatus.js")
    )) as { enrichDocsWithVersionStatus: Enrich };

    const collectionConfig = payload.config.collections.find(({ slug }) => slug === testSlug("questions"));
    const { docs } = await enrichDocsWithVersionStatus({ collectionConfig, data, req: { payload } });

    expect(docs).toMatchObject([{ _status: "draft", _displayStatus: "changed" }]);
  });
});
