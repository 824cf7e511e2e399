/** A full disk: whoever may log in gets in, reads, and gets out; what is to be saved is refused with a sentence. */
import type { BaseDatabaseAdapter } from "payload";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hashCheaply } from "../../test/cheapHashing.ts";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";

const PASSWORD = "a long enough pass phrase";
const EMAIL = "ada@example.org";
const FULL = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });

/** Where the databases say so: at the first row that is written, or when everything is to be written to the disk. */
const MOMENTS = ["updateOne", "commitTransaction"] as const;

describe.each(databaseKinds)("on a full disk on %s", (kind) => {
  let cms: TestCms;
  let fill: (isFull: boolean) => void;

  describe.each(MOMENTS)("that is noticed in %s", (moment) => {
    beforeEach(async () => {
      hashCheaply();
      const disk = { isFull: false };
      cms = await openTestCms(kind, undefined, undefined, (adapter) => fillable(adapter, disk));
      fill = (isFull) => {
        disk.isFull = isFull;
      };
      const data = { name: "Ada", role: "administrator" as const, email: EMAIL, password: PASSWORD };
      await cms.payload.create({ collection: "users", data });
    });
    afterEach(async () => {
      vi.restoreAllMocks();
      vi.useRealTimers();
      fill(false);
      await cms?.close();
    });

    /** An adapter below ours that writes nothing while the disk is full. */
    function fillable(adapter: BaseDatabaseAdapter, disk: { isFull: boolean }): void {
      const updateOne = adapter.updateOne.bind(adapter);
      const commit = adapter.commitTransaction.bind(adapter);
      const dirty = new Set<unknown>();
      adapter.updateOne = async (args) => {
        if (disk.isFull && moment === "updateOne") throw FULL;
        dirty.add(await args.req?.transactionID);
        return updateOne(args);
      };
      adapter.commitTransaction = async (transaction) => {
        const id = await transaction;
        if (!disk.isFull || !dirty.has(id)) return commit(id);
        await adapter.rollbackTransaction(id);
        throw FULL;
      };
    }

    const logIn = async (password = PASSWORD) => {
      const answer = await cms.rest("POST", "/users/login", { email: EMAIL, password });
      return { status: answer.status, token: ((await answer.json()) as { token: string }).token };
    };
    const as = (token: string) => ({ authorization: `JWT ${token}` });
    const isLoggedIn = async (token: string) => {
      const answer = await cms.rest("GET", "/users/me", undefined, as(token));
      return ((await answer.json()) as { user: unknown }).user !== null;
    };

    it("lets in whoever may log in, and nobody else", async () => {
      fill(true);

      const [first, second] = [await logIn(), await logIn()];

      expect([first.status, second.status]).toEqual([200, 200]);
      expect([await isLoggedIn(first.token), await isLoggedIn(second.token)]).toEqual([true, true]);
      expect((await logIn("not the pass phrase")).status).toBe(401);
    });

    it("lets whoever was let in log out", async () => {
      fill(true);
      const [own, other] = [await logIn(), await logIn()];

      const answer = await cms.rest("POST", "/users/logout", undefined, as(own.token));

      expect(answer.status).toBe(200);
      expect([await isLoggedIn(own.token), await isLoggedIn(other.token)]).toEqual([false, true]);
    });

    it("saves the login when there is room again, and ends it with a new password", async () => {
      fill(true);
      const { token } = await logIn();
      fill(false);
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
      const later = await logIn();

      const rows = await cms.payload.db.findOne<{ id: string; sessions: unknown[] }>({
        collection: "users",
        where: { email: { equals: EMAIL } },
      });
      expect(rows?.sessions).toHaveLength(2);
      expect([await isLoggedIn(token), await isLoggedIn(later.token)]).toEqual([true, true]);

      const data = { password: "quite another long pass phrase" };
      await cms.payload.update({ collection: "users", id: rows?.id as string, data, overrideAccess: true });
      expect([await isLoggedIn(token), await isLoggedIn(later.token)]).toEqual([false, false]);
    });
  });
});
