/** What the admin remembers for a person, and what somebody with an account sends instead. */
import { upsertPreferences } from "@payloadcms/ui/utilities/upsertPreferences";
import { createLocalReq, type TypedUser } from "payload";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { hashCheaply } from "../../test/cheapHashing.ts";
import { databaseKinds, openTestCms, TEST_PREFERENCES, type TestCms } from "../../test/testCms.ts";

const PASSWORD = "a long enough pass phrase";
const nested = (depth: number): unknown => (depth === 0 ? 1 : { inside: nested(depth - 1) });

describe.each(databaseKinds)("preferences on %s", (kind) => {
  let cms: TestCms;
  let serial = 0;
  beforeAll(async () => {
    hashCheaply();
    cms = await openTestCms(kind);
    await person();
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await cms?.close();
  });

  async function person() {
    const email = `person-${++serial}@example.org`;
    const { id } = await cms.payload.create({
      collection: "users",
      data: { name: "Ada", role: "administrator", email, password: PASSWORD },
    });
    const { token } = (await (
      await cms.rest("POST", "/users/login", { email, password: PASSWORD })
    ).json()) as {
      token: string;
    };
    const headers = { authorization: `JWT ${token}` };
    const write = async (key: string, value: unknown) => {
      const answer = await cms.rest("POST", `/payload-preferences/${key}`, { value }, headers);
      const { errors } = (await answer.json()) as { errors?: { message: string }[] };
      return { status: answer.status, message: errors?.[0]?.message };
    };
    const keys = async () => {
      const { docs } = await cms.payload.find({
        collection: "payload-preferences",
        where: { "user.value": { equals: id } },
        pagination: false,
      });
      return docs.map(({ key }) => String(key)).sort();
    };
    return { id, headers, write, keys };
  }

  it.each([
    ["nav", { open: true, groups: { Content: { open: false } } }],
    ["locale", "es"],
    ["collection-topics", { columns: [{ accessor: "title", active: true }], limit: 25, sort: "-updatedAt" }],
    [
      "collection-topics-0190f0c6-7f3b-7c1e-9a51-2f4f3f4cbb7b",
      { fields: { body: { collapsed: ["a", "b"] } } },
    ],
    ["global-settings", { fields: { tabs: { tabIndex: 1 } } }],
    ["topics-faqs.items", { columns: [] }],
    ["x".repeat(200), {}],
    ["rows", { collapsed: Array.from({ length: 1_000 }, (_, row) => `${row}`.padStart(24, "0")) }],
    ["deep", nested(20)],
  ])("keeps %s, as the admin writes it", async (key, value) => {
    const { write, headers } = await person();

    expect(await write(key, value)).toEqual({ status: 200, message: undefined });

    const read = await cms.rest("GET", `/payload-preferences/${key}`, undefined, headers);
    expect(((await read.json()) as { value: unknown }).value).toEqual(value);
  });

  it.each([
    ["a key that is a text", encodeURIComponent("a whole sentence"), {}, 400, "Its key may have"],
    ["a key with a path", encodeURIComponent("../users"), {}, 400, "Its key may have"],
    ["a key with a sign that ends texts", "a%00b", {}, 400, "Its key may have"],
    ["a key of another script", encodeURIComponent("ключ"), {}, 400, "Its key may have"],
    ["a key that asks", encodeURIComponent('{"$ne":null}'), {}, 400, "Its key may have"],
    ["a long key", "x".repeat(201), {}, 400, "Its key may have"],
    ["a very long key", "x".repeat(10_000), {}, 400, "Its key may have"],
    ["a large text", "a", "x".repeat(32 * 1024), 413, "32,770 bytes"],
    ["a large list", "a", Array(20_000).fill(1), 413, "bytes, and there is room for 32,768"],
    ["many bytes in few signs", "a", "𝒳".repeat(9_000), 413, "36,002 bytes"],
    ["a deep value", "a", nested(21), 400, "inside of each other"],
    ["a very deep value", "a", nested(3_000), 400, "inside of each other"],
  ])("refuses %s", async (_, key, value, status, words) => {
    const { write, keys } = await person();

    const answer = await write(key, value);

    expect(answer.status).toBe(status);
    expect(answer.message).toContain("The preference was not saved.");
    expect(answer.message).toContain(words);
    expect(await keys()).toEqual([]);
  });

  it("refuses a large value in the place of a small one, which stays", async () => {
    const { write, headers } = await person();
    await write("nav", { open: true });

    expect((await write("nav", "x".repeat(40_000))).status).toBe(413);

    const read = await cms.rest("GET", "/payload-preferences/nav", undefined, headers);
    expect(((await read.json()) as { value: unknown }).value).toEqual({ open: true });
  });

  it("refuses what pages of the admin would write by themselves, from the address that was opened", async () => {
    const { id } = await person();
    const user = { ...(await cms.payload.findByID({ collection: "users", id })), collection: "users" };
    const req = await createLocalReq({ user: user as TypedUser }, cms.payload);
    const key = "collection-topics";

    await upsertPreferences({ key, req, value: { limit: 10 } });
    await expect(upsertPreferences({ key, req, value: { sort: "x".repeat(40_000) } })).rejects.toThrow(
      "bytes",
    );
    await expect(upsertPreferences({ key: "a key", req, value: {} })).rejects.toThrow("Its key may have");
  });

  it("lets of too many go what was not written for the longest time, of that person alone", async () => {
    const [one, other] = [await person(), await person()];
    await other.write("nav", { open: true });
    await one.write("nav", { open: true });
    for (let each = 0; each < TEST_PREFERENCES - 1; each++) await one.write(`collection-topics-${each}`, {});
    await one.write("nav", { open: false });

    await one.write("collection-faqs", {});

    const keys = await one.keys();
    expect(keys).toHaveLength(TEST_PREFERENCES);
    expect(keys).toEqual(expect.arrayContaining(["nav", "collection-faqs"]));
    expect(keys).not.toContain("collection-topics-0");
    expect(await other.keys()).toEqual(["nav"]);
  });

  it("stay few when many are written at once", async () => {
    const { write, keys } = await person();

    await Promise.all(Array.from({ length: 40 }, (_, each) => write(`at-once-${each}`, {})));
    for (let each = 0; each < TEST_PREFERENCES; each++) await write(`later-${each}`, {});

    const left = await keys();
    expect(left).toHaveLength(TEST_PREFERENCES);
    expect(left.filter((key) => key.startsWith("at-once"))).toEqual([]);
  });

  it("go with the person", async () => {
    const [one, two, stays] = [await person(), await person(), await person()];
    for (const { write } of [one, two, stays]) await write("nav", { open: true });

    await cms.rest("DELETE", `/users/${one.id}`, undefined, stays.headers);
    await cms.rest("DELETE", `/users?where[id][equals]=${two.id}`, undefined, stays.headers);

    expect(await one.keys()).toEqual([]);
    expect(await two.keys()).toEqual([]);
    expect(await stays.keys()).toEqual(["nav"]);
  });
});
