import type { CollectionSlug } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";
import { AdminLinkError, createAdminLink, isAdminLinkUsable, redeemAdminLink } from "./adminLink.ts";
import { PLACE_HEADER } from "./throttle/throttle.ts";

const env = { publicUrl: "http://localhost:3000" };
const person = { name: "Ada", email: "ada@example.org", password: "a long enough pass phrase" };

describe.each(databaseKinds)("the one-time link on %s", (kind) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(() => cms?.close());

  const makeToken = async (now?: Date) =>
    new URL(await createAdminLink(cms.payload, env, now)).searchParams.get("token") as string;
  const users = async () =>
    (await cms.payload.find({ collection: "users", depth: 0 })).docs as unknown as {
      email: string;
      role: string;
    }[];

  it("keeps nothing from which the link could be made again", async () => {
    const token = await makeToken();
    const { docs } = await cms.payload.find({ collection: "admin-links" as CollectionSlug });

    expect(docs).toHaveLength(1);
    expect(JSON.stringify(docs)).not.toContain(token);
  });

  it("stops working when a newer one is made, and after a day", async () => {
    const old = await makeToken();
    const newer = await makeToken();
    const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000);

    expect(await isAdminLinkUsable(cms.payload, old)).toBe(false);
    expect(await isAdminLinkUsable(cms.payload, newer)).toBe(true);
    expect(await isAdminLinkUsable(cms.payload, newer, tomorrow)).toBe(false);
  });

  it.each(["", "x", "a".repeat(43), '{"$ne":1}'])("does not open for %j", async (token) => {
    await expect(redeemAdminLink(cms.payload, { ...person, token })).rejects.toThrow(AdminLinkError);
  });

  it("makes the first administrator, once", async () => {
    const token = await makeToken();
    await redeemAdminLink(cms.payload, { ...person, token });

    expect(await users()).toMatchObject([{ email: "ada@example.org", role: "administrator" }]);
    await expect(
      redeemAdminLink(cms.payload, { ...person, email: "eve@example.org", token }),
    ).rejects.toThrow(AdminLinkError);
    expect(await users()).toHaveLength(1);
  });

  it("is not used up by a password that is too short", async () => {
    const token = await makeToken();

    await expect(
      redeemAdminLink(cms.payload, { ...person, email: "bob@example.org", password: "short", token }),
    ).rejects.toThrow();

    expect(await isAdminLinkUsable(cms.payload, token)).toBe(true);
    expect(await users()).toHaveLength(1);
  });

  it("lets an administrator who is refused for wrong tries in again with a new password", async () => {
    const logIn = async (password: string) => {
      const headers = { [PLACE_HEADER]: "203.0.113.9" };
      return (await cms.rest("POST", "/users/login", { email: person.email, password }, headers)).status;
    };
    for (let attempt = 0; attempt < 6; attempt++) await logIn("wrong password again");
    expect(await logIn(person.password)).toBe(429);

    await redeemAdminLink(cms.payload, {
      ...person,
      password: "another long pass phrase",
      token: await makeToken(),
    });

    expect(await logIn("another long pass phrase")).toBe(200);
  });
});
