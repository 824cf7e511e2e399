import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { buildConfig, getPayload } from "payload";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { mongo, mongodbTestUrl, openTestPayload, type TestPayload, untyped } from "../../../test/database.ts";
import { withVersions } from "../../versions/adapter.ts";
import { databaseAdapter } from "../index.ts";
import { retryOnConflict } from "../retry.ts";

const url = process.env.MONGODB_TEST_URL;
const binary = process.env.MONGOMS_SYSTEM_BINARY;

describe.skipIf(!url)("the MongoDB adapter", () => {
  let test: TestPayload | undefined;
  afterEach(async () => {
    await test?.close();
    test = undefined;
  });

  it("has the indexes that our queries need", async () => {
    test = await openTestPayload({ kind: "mongodb" });
    const { db } = mongo(test.payload);
    const keys = async (collection: string) =>
      (await db.collection(collection).indexes()).map((index) => Object.keys(index.key).join());

    expect(await keys("outboxes")).toContain("createdAt");
    expect(await keys("faqs")).toEqual(expect.arrayContaining(["_status", "deletedAt", "updatedAt"]));
    expect(await keys("_faqs_versions")).toEqual(expect.arrayContaining(["parent", "latest"]));
  });

  it("gives up on a conflict that does not end with a sentence, and saves nothing", async () => {
    test = await openTestPayload({ kind: "mongodb", patienceMs: 100 });
    const { payload, rest } = test;
    const { id } = await payload.create({ collection: "structures", data: { name: "before" } });
    const transactionID = String(await payload.db.beginTransaction());
    await payload.update({
      collection: "structures",
      id,
      data: { name: "holds the lock" },
      req: { transactionID },
    });

    const answer = await rest("PATCH", `/structures/${id}`, { name: "too late" });
    await payload.db.rollbackTransaction(transactionID);

    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("came at the same time");
    expect([...answer.headers.keys()]).not.toContain("x-write-conflict");
    expect((await payload.findByID({ collection: "structures", id })).name).toBe("before");
  });

  it("repeats our own transactions until they arrive", async () => {
    test = await openTestPayload({ kind: "mongodb" });
    const { payload } = test;
    const { id } = await payload.create({ collection: "notes", data: { text: "0" } });
    const addOne = async () => {
      const transactionID = String(await payload.db.beginTransaction());
      const req = { transactionID };
      try {
        const note = await payload.db.findOne({
          collection: "notes",
          where: { id: { equals: id } },
          req,
        });
        await payload.db.updateOne({
          collection: "notes",
          id,
          data: { text: String(Number(note?.text) + 1) },
          req,
        });
        await payload.db.commitTransaction(transactionID);
      } catch (error) {
        await payload.db.rollbackTransaction(transactionID);
        throw error;
      }
    };

    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => retryOnConflict(addOne)));

    expect((await payload.findByID({ collection: "notes", id })).text).toBe("8");
  });

  it("names the replica set that the URL forgot", async () => {
    const forgetful = new URL(mongodbTestUrl("unused"));
    const name = forgetful.searchParams.get("replicaSet");
    forgetful.search = "";

    await expect(open(forgetful.href)).rejects.toThrow(`Add ?replicaSet=${name} to it.`);
  });
});

describe.skipIf(!binary)("the MongoDB adapter on a server of its own", () => {
  const servers: { process: ChildProcess; folder: string }[] = [];
  afterAll(async () => {
    for (const { process, folder } of servers) {
      process.kill("SIGKILL");
      await once(process, "exit");
      rmSync(folder, { recursive: true, force: true });
    }
  });

  async function startServer(...args: string[]): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-mongod-"));
    const port = await freePort();
    const options = [
      "--dbpath",
      folder,
      "--port",
      String(port),
      "--bind_ip",
      "127.0.0.1",
      "--wiredTigerCacheSizeGB",
      "0.25",
      ...args,
    ];
    servers.push({ folder, process: spawn(binary ?? "", options, { stdio: "ignore" }) });
    const direct = `mongodb://127.0.0.1:${port}/?directConnection=true`;
    await (await MongoClient.connect(direct, { serverSelectionTimeoutMS: 60_000 })).close();
    return `127.0.0.1:${port}`;
  }

  it("refuses a server without a replica set with a sentence", async () => {
    const host = await startServer();

    await expect(open(`mongodb://${host}/clinic`)).rejects.toThrow(
      "MongoDB cannot be used without a replica set",
    );
  }, 120_000);

  it("asks again for a commit whose answer was lost", async () => {
    const host = await startServer("--replSet", "rs0", "--setParameter", "enableTestCommands=1");
    const admin = await MongoClient.connect(`mongodb://${host}/?directConnection=true`);
    await admin.db("admin").command({ replSetInitiate: { _id: "rs0", members: [{ _id: 0, host }] } });
    const payload = await open(`mongodb://${host}/clinic?replicaSet=rs0`);
    const lateAnswers = {
      failCommands: ["commitTransaction"],
      writeConcernError: { code: 64, errmsg: "waiting for a majority timed out" },
    };
    await admin
      .db("admin")
      .command({ configureFailPoint: "failCommand", mode: { times: 3 }, data: lateAnswers });

    await payload.create({ collection: "notes", data: { text: "arrived" } });

    expect((await payload.find({ collection: "notes" })).docs.map((doc) => doc.text)).toEqual(["arrived"]);
    await payload.destroy();
    await admin.close();
  }, 120_000);
});

async function open(url: string) {
  const config = await buildConfig({
    secret: "a secret for tests that nobody needs to know",
    db: databaseAdapter({ database: { kind: "mongodb", url } }, withVersions),
    collections: [{ slug: "notes", fields: [{ name: "text", type: "text" }] }],
    telemetry: false,
    logger: { options: { level: "silent" } },
    typescript: { autoGenerate: false },
  });
  return untyped(await getPayload({ config, key: url, disableOnInit: true }));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
