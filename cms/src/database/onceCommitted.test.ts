import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from "payload";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";
import { databaseOf } from "./index.ts";

describe.each(databaseKinds)("what follows a commit on %s", (kind) => {
  let cms: TestCms;
  let req: PayloadRequest;
  let done: string[];
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(() => cms?.close());
  beforeEach(async () => {
    req = (await createLocalReq({}, cms.payload)) as PayloadRequest;
    done = [];
  });
  const note = (word: string) => databaseOf(cms.payload).onceCommitted(req, () => done.push(word));

  it("happens after it, in its order, once", async () => {
    await initTransaction(req);
    await note("first");
    await note("second");
    expect(done).toEqual([]);

    await commitTransaction(req);
    await initTransaction(req);
    await commitTransaction(req);

    expect(done).toEqual(["first", "second"]);
  });

  it("does not happen when the change is taken back", async () => {
    await initTransaction(req);
    await note("never");
    await killTransaction(req);
    await initTransaction(req);
    await commitTransaction(req);

    expect(done).toEqual([]);
  });

  it("happens at once outside of transactions", async () => {
    await note("now");

    expect(done).toEqual(["now"]);
  });

  it("does not make the commit fail, nor what else follows it", async () => {
    await initTransaction(req);
    await databaseOf(cms.payload).onceCommitted(req, () => {
      throw new Error("It fails.");
    });
    await note("still");

    await commitTransaction(req);

    expect(done).toEqual(["still"]);
  });
});
