/** What `database/mongodb` and `database/retry.ts` are there for. */
import { mongooseAdapter } from "@payloadcms/db-mongodb";
import { buildConfig, getPayload, type PayloadRequest } from "payload";
import { afterEach, describe, expect, it } from "vitest";
import { mongo, mongodbTestUrl } from "../../../test/database.ts";
import { FAULT, openStockPayload, questions, type StockPayload } from "../../../test/stockPayload.ts";

let stock: StockPayload | undefined;
afterEach(async () => {
  await stock?.close();
  stock = undefined;
});

async function open(fields = questions().fields): Promise<StockPayload> {
  stock = await openStockPayload({ collections: [questions({ fields })] }, "mongodb");
  return stock;
}

describe.skipIf(!process.env.MONGODB_TEST_URL)(FAULT, () => {
  it("answers 500 to saves of one document at the same time, and repeats none", async () => {
    const { api, rest } = await open();
    const { id } = await api.create({ collection: "questions", data: { question: "0" } });

    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        rest("PATCH", `/questions/${id}?locale=en`, { question: String(n), _status: "published" }),
      ),
    );

    expect(answers.map(({ status }) => status)).toContain(500);
  });

  it("counts and finds side by side, which MongoDB refuses as the first commands of a transaction", async () => {
    const { api, payload } = await open();
    await api.create({ collection: "questions", data: { question: "0" } });
    const codes = { paginated: new Set<unknown>(), plain: new Set<unknown>() };

    // It is a race, which one of twenty loses for certain.
    for (let n = 0; n < 20; n++)
      for (const kind of ["paginated", "plain"] as const) {
        const transactionID = (await payload.db.beginTransaction()) as string;
        const req: Partial<PayloadRequest> = { transactionID };
        await api
          .find({ collection: "questions", pagination: kind === "paginated", req })
          .catch((error: { code?: unknown }) => codes[kind].add(error.code));
        await payload.db.rollbackTransaction(transactionID).catch(() => {});
      }

    expect(codes.paginated).toContain(251);
    expect(codes.plain).toEqual(new Set());
  });

  it("counts an empty value as one that a unique field may hold once", async () => {
    const slug = { name: "slug", type: "text", unique: true } as const;
    const { rest } = await open([slug]);

    const answers = [
      await rest("POST", "/questions?locale=en", { slug: null }),
      await rest("POST", "/questions?locale=en", { slug: null }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([201, 400]);
  });

  it("goes on without transactions, and says nothing, where the address names no replica set", async () => {
    const url = new URL(mongodbTestUrl(`without-set-${Date.now()}`));
    url.searchParams.delete("replicaSet");
    url.searchParams.set("directConnection", "true");
    const config = buildConfig({
      secret: "a secret for tests that nobody needs to know",
      db: mongooseAdapter({ url: url.href }),
      collections: [questions()],
      telemetry: false,
      logger: { options: { level: "silent" } },
      typescript: { autoGenerate: false },
    });
    const payload = await getPayload({ config, key: url.href, disableOnInit: true });

    const transaction = await payload.db.beginTransaction();
    await mongo(payload).dropDatabase();
    await payload.destroy();

    expect(transaction).toBeNull();
  });
});
