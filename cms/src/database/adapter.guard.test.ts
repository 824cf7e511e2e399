/** The inside of Payload's adapters that we wrap or reach into: what they can do, what they hold, what a save calls. */
import { type MongooseAdapter, mongooseAdapter } from "@payloadcms/db-mongodb";
import { sqliteAdapter } from "@payloadcms/db-sqlite";
import { type BaseDatabaseAdapter, createLocalReq, type PayloadRequest } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, testSlug } from "../../test/database.ts";
import { openStockPayload, questions, type StockPayload } from "../../test/stockPayload.ts";
import { WRITES } from "./transactions.ts";

/** What does not write documents. A name that is neither here nor among `WRITES` must be looked at before it is added. */
const OTHERS = [
  ...["count", "countDistinct", "countGlobalVersions", "countVersions", "find", "findDistinct", "findGlobal"],
  ...["findGlobalVersions", "findOne", "findVersions", "queryDrafts"],
  ...["beginTransaction", "commitTransaction", "rollbackTransaction"],
  ...["connect", "destroy", "init", "rejectInitializing", "resolveInitializing"],
  ...[
    "createMigration",
    "migrate",
    "migrateDown",
    "migrateFresh",
    "migrateRefresh",
    "migrateReset",
    "migrateStatus",
  ],
  // Only drizzle: what its own calls are made of. Whoever calls them writes past us, and so do we not.
  ...[
    "convertPathToJSONTraversal",
    "createJSONQuery",
    "deleteWhere",
    "dropDatabase",
    "execute",
    "generateSchema",
  ],
  ...["insert", "requireDrizzleKit"],
];

type Inside = BaseDatabaseAdapter & Record<string, unknown>;

describe.each(databaseKinds)("Payload's adapter for %s", (kind) => {
  let stock: StockPayload;
  let db: Inside;
  beforeAll(async () => {
    stock = await openStockPayload({ collections: [questions()] }, kind);
    db = stock.payload.db as unknown as Inside;
  });
  afterAll(() => stock.close());

  /** The names of the writing calls that `act` makes, in order; a version's with what it says of itself. */
  async function callsOf(act: () => Promise<unknown>): Promise<string[]> {
    const calls: string[] = [];
    const originals = Object.fromEntries(WRITES.map((name) => [name, db[name]]));
    for (const name of WRITES) {
      const call = (db[name] as (args: object) => unknown).bind(db);
      Object.assign(db, {
        [name]: (args: {
          collection?: string;
          snapshot?: boolean;
          returning?: boolean;
          req?: Partial<PayloadRequest>;
        }) => {
          // Locks and preferences are looked after beside the document, and not always in its transaction.
          if (args.collection?.startsWith("payload-")) return call(args);
          // Ours may answer nothing to it.
          if (args.snapshot) expect(args.returning).toBe(false);
          calls.push(args.snapshot ? `${name} of a snapshot` : name);
          expect(db.sessions).toHaveProperty([String(args.req?.transactionID)]);
          return call(args);
        },
      });
    }
    await act();
    Object.assign(db, originals);
    return calls;
  }

  it("has no call that we have not looked at", () => {
    const known = new Set<string>([...WRITES, ...OTHERS]);
    const calls = Object.keys(db).filter((name) => typeof db[name] === "function");

    expect(calls.filter((name) => !known.has(name))).toEqual([]);
    expect(WRITES.filter((name) => !calls.includes(name))).toEqual([]);
  });

  it("writes the row when it changes in public, a version with each save, and each in the save's transaction", async () => {
    const collection = "questions";
    const { api } = stock;
    let id = "";

    const calls = {
      draft: await callsOf(async () => {
        ({ id } = await api.create({ collection, data: { question: "1" }, draft: true }));
      }),
      autosave: await callsOf(() =>
        api.update({ collection, id, data: { question: "2" }, draft: true, autosave: true }),
      ),
      publish: await callsOf(() => api.update({ collection, id, data: { _status: "published" } })),
      oneLanguage: await callsOf(() =>
        api.update({ collection, id, data: { _status: "published" }, publishSpecificLocale: "en" }),
      ),
      trash: await callsOf(() =>
        api.update({ collection, id, data: { deletedAt: new Date().toISOString() } }),
      ),
      delete: await callsOf(() => api.delete({ collection, id, trash: true })),
    };

    expect(calls).toEqual({
      draft: ["create", "createVersion"],
      autosave: ["createVersion"],
      publish: ["updateOne", "createVersion"],
      oneLanguage: ["updateOne", "createVersion", "createVersion of a snapshot"],
      trash: ["updateOne", "createVersion"],
      delete: ["deleteVersions", "deleteOne"],
    });
  });

  it("upserts by way of its own update", async () => {
    const calls = await callsOf(async () => {
      const req = await createLocalReq({}, stock.payload);
      req.transactionID = (await db.beginTransaction()) as string;
      const where = { id: { equals: "none" } };
      await db
        .upsert({ collection: testSlug("questions"), where, data: { question: { en: "1" } }, req })
        .catch(() => undefined);
      await db.rollbackTransaction(req.transactionID);
    });

    expect(calls.slice(0, 2)).toEqual(["upsert", "updateOne"]);
  });

  it("keeps its open transactions in `sessions`, by the id that a request carries", async () => {
    const id = (await db.beginTransaction()) as string;
    const session = db.sessions?.[id] as unknown as Record<string, unknown>;
    const expected =
      kind === "sqlite"
        ? ["db", "reject", "resolve"]
        : ["commitTransaction", "abortTransaction", "endSession"];

    expect(expected.filter((name) => !(name in session))).toEqual([]);
    await db.rollbackTransaction(id);
    expect(db.sessions).not.toHaveProperty([id]);
  });

  it("holds what we reach for", () => {
    const inside =
      kind === "sqlite"
        ? [
            "client",
            "drizzle",
            "initializing",
            "schema",
            "rawTables",
            "localesSuffix",
            "defaultDrizzleSnapshot",
          ]
        : ["connection", "globals", "collections", "versions"];

    expect(inside.filter((name) => db[name] === undefined)).toEqual([]);
    expect(db.bulkOperationsSingleTransaction ?? false).toBe(false);
    expect(db.name).toBe(kind === "sqlite" ? "sqlite" : "mongoose");
  });
});

it("takes a client that was set before it connects, and a function to run once it has", () => {
  const args = { payload: { config: { collections: [], globals: [] } } } as never;
  const sqlite = sqliteAdapter({ client: { url: ":memory:" } }).init(args) as unknown as Inside;
  const mongodb = mongooseAdapter({ url: "mongodb://localhost/x" }).init(args) as unknown as MongooseAdapter;

  expect(sqlite.connect?.toString()).toMatch(/if \(!this\.client\) \{\s*this\.client = createClient/);
  expect(mongodb.connect?.toString()).toContain("this.afterOpenConnection");
  expect(mongodb.connect?.toString()).toMatch(/if \(this\.ensureIndexes\) \{\s*await Promise\.all/);
});
