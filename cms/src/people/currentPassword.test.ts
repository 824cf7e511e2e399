/** Who must send the current password, who need not, and that nothing else of an account opens it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hashCheaply } from "../../test/cheapHashing.ts";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";
import { createAdminLink, redeemAdminLink } from "./adminLink.ts";
import { PLACE_HEADER } from "./throttle/throttle.ts";

const PASSWORD = "a long enough pass phrase";
const NEW = "another quiet garden wall";
const WRONG = "not the right pass phrase";
const HOME = "203.0.113.9";
const AWAY = "198.51.100.7";
/** As Payload makes it. */
const TOKEN = { resetPasswordToken: "0".repeat(40), resetPasswordExpiration: "2999-01-01T00:00:00.000Z" };

describe.each(databaseKinds)("the current password on %s", (kind) => {
  let cms: TestCms;
  let serial = 0;
  let me: Person;
  let other: Person;
  type Person = { id: string; email: string; token: string };

  beforeAll(async () => {
    hashCheaply();
    cms = await openTestCms(kind);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await cms?.close();
  });
  beforeEach(async () => {
    me = await makePerson("administrator");
    other = await makePerson("author");
  });

  async function makePerson(role: "administrator" | "author"): Promise<Person> {
    const email = `person-${++serial}@example.org`;
    const data = { name: "Ada", role, email, password: PASSWORD };
    const { id } = await cms.payload.create({ collection: "users", data });
    const { token } = await cms.payload.login({ collection: "users", data: { email, password: PASSWORD } });
    return { id, email, token: String(token) };
  }
  type Answer = { status: number; headers: Headers; body: { errors?: Fault[]; doc?: object } };
  type Fault = { message: string; data?: { errors?: { path: string; message: string }[] } };
  const ask = async (
    by: Person,
    method: string,
    path: string,
    data: object,
    place?: string,
  ): Promise<Answer> => {
    const answer = await cms.rest(method, path, data, {
      authorization: `JWT ${by.token}`,
      ...(place ? { [PLACE_HEADER]: place } : {}),
    });
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  };
  const change = (data: object, by = me, whose = by, place?: string) =>
    ask(by, "PATCH", `/users/${whose.id}`, data, place);
  const fault = ({ body }: Answer) => body.errors?.[0]?.data?.errors?.[0];
  const logsIn = async (email: string, password: string) =>
    (await cms.rest("POST", "/users/login", { email, password })).status === 200;
  const rowOf = async ({ id }: Person): Promise<object> =>
    (await cms.payload.db.findOne<{ id: string }>({ collection: "users", where: { id: { equals: id } } })) ??
    {};
  const newEmail = () => `new-${++serial}@example.org`;

  it.each([
    ["a new password", () => ({ password: NEW })],
    ["a new address", () => ({ email: newEmail() })],
    ["both, with a name", () => ({ email: newEmail(), password: NEW, name: "Grace" })],
    ["an empty one", () => ({ password: NEW, currentPassword: "" })],
    ["one that is no text", () => ({ password: NEW, currentPassword: { $ne: "" } })],
    ["a wrong one", () => ({ password: NEW, currentPassword: WRONG })],
    ["the new one", () => ({ password: NEW, currentPassword: NEW })],
    ["somebody else's way of writing it", () => ({ password: NEW, currentPassword: PASSWORD.toUpperCase() })],
  ])("refuses %s at its field, and saves nothing", async (_, data) => {
    for (const person of [me, other]) {
      const before = await rowOf(person);
      const answer = await change(data(), person);

      expect(answer.status).toBe(400);
      expect(fault(answer)).toMatchObject({
        path: "currentPassword",
        message: expect.stringMatching(/Nothing was saved/),
      });
      expect(await rowOf(person)).toEqual(before);
    }
  });

  it("saves with the right one, which is left nowhere", async () => {
    const email = newEmail();
    const answer = await change({ email, password: NEW, currentPassword: PASSWORD }, other);

    expect(answer.status).toBe(200);
    expect(JSON.stringify([answer.body, await rowOf(other)])).not.toMatch(/currentPassword|pass phrase/);
    expect([await logsIn(email, NEW), await logsIn(email, PASSWORD)]).toEqual([true, false]);
    expect((await change({ name: "Still logged in" }, other)).status).toBe(200);
  });

  it.each([
    ["the own name", () => ({ name: "Grace" })],
    ["the same address, written otherwise", () => ({ email: ` ${me.email.toUpperCase()} `, name: "Grace" })],
    ["an empty new password", () => ({ password: "" })],
  ])("is not asked for with %s", async (_, data) => {
    expect((await change(data())).status).toBe(200);
  });

  it("is not asked for by an administrator who changes somebody else, and is not saved there either", async () => {
    const email = newEmail();
    const answer = await change({ email, password: NEW, currentPassword: "whatever" }, me, other);

    expect(answer.status).toBe(200);
    expect(JSON.stringify([answer.body, await rowOf(other)])).not.toMatch(/currentPassword|whatever/);
    expect(await logsIn(email, NEW)).toBe(true);
  });

  it("is not asked for by letters, one-time links and the server itself", async () => {
    const token = await cms.payload.forgotPassword({
      collection: "users",
      data: { email: me.email } as { email: string; password: string },
      disableEmail: true,
    });
    expect((await ask(me, "POST", "/users/reset-password", { token, password: NEW })).status).toBe(200);

    const link = new URL(await createAdminLink(cms.payload, { publicUrl: "http://localhost" }));
    const redeemed = { token: link.searchParams.get("token") ?? "", name: "Ada", email: me.email };
    await redeemAdminLink(cms.payload, { ...redeemed, password: PASSWORD });
    expect(await logsIn(me.email, PASSWORD)).toBe(true);

    await cms.payload.update({ collection: "users", id: me.id, data: { password: NEW } });
    expect(await logsIn(me.email, NEW)).toBe(true);
  });

  describe("of many at once", () => {
    const ofBoth = () => `/users?where[id][in]=${me.id},${other.id}`;
    const ofAll = "/users?where[email][exists]=true&limit=1";

    it("is asked for when the own account is among them", async () => {
      for (const path of [ofBoth(), ofAll])
        for (const [by, data] of [
          [me, { password: NEW }],
          [me, { password: NEW, currentPassword: WRONG }],
          [other, { password: NEW }],
          [other, { email: newEmail() }],
        ] as const) {
          const answer = await ask(by, "PATCH", path, data);
          expect([answer.status, fault(answer)?.path]).toEqual([400, "currentPassword"]);
        }
      expect([await logsIn(me.email, PASSWORD), await logsIn(other.email, PASSWORD)]).toEqual([true, true]);
    });

    it("lets all of them be changed", async () => {
      const answer = await ask(me, "PATCH", ofBoth(), { password: NEW, currentPassword: PASSWORD });

      expect(answer.status).toBe(200);
      expect([await logsIn(me.email, NEW), await logsIn(other.email, NEW)]).toEqual([true, true]);
    });

    it("is not asked for when it is not among them", async () => {
      const path = `/users?where[id][equals]=${other.id}`;

      expect((await ask(me, "PATCH", path, { password: NEW })).status).toBe(200);
    });
  });

  it("can be guessed five times from a place, and elsewhere the owner goes on", async () => {
    const guess = (currentPassword: string, place: string) =>
      change({ password: NEW, currentPassword }, me, me, place);
    const guesses = await Promise.all(Array.from({ length: 20 }, () => guess(WRONG, AWAY)));
    const refused = guesses.filter(({ status }) => status === 429);

    expect(guesses.filter(({ status }) => status === 400)).toHaveLength(5);
    expect(refused).toHaveLength(15);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(500);
    expect(refused[0]?.body.errors?.[0]?.message).toMatch(/^Nothing was saved: .* Wait 10 minutes/);
    const logIn = { email: me.email, password: PASSWORD };
    expect((await cms.rest("POST", "/users/login", logIn, { [PLACE_HEADER]: AWAY })).status).toBe(429);
    expect((await guess(PASSWORD, AWAY)).status).toBe(429);
    expect((await guess(PASSWORD, HOME)).status).toBe(200);
  });

  it("counts nothing that is right, in vain or without need", async () => {
    for (let n = 0; n < 7; n++) {
      const data = { email: newEmail(), currentPassword: PASSWORD };
      expect((await change(data, me, me, HOME)).status).toBe(200);
      expect((await change({ name: "Grace" }, me, me, HOME)).status).toBe(200);
    }
  });

  it.each([
    ["the hash itself", "PATCH", () => `/users/${me.id}`, { hash: "00", salt: "00" }],
    ["a token of one's own", "PATCH", () => `/users/${me.id}`, TOKEN],
    ["sessions", "PATCH", () => `/users/${me.id}`, { sessions: [{ id: "mine", expiresAt: "2999-01-01" }] }],
    ["counters", "PATCH", () => `/users/${me.id}`, { loginAttempts: 0, lockUntil: null }],
    ["a key", "PATCH", () => `/users/${me.id}`, { enableAPIKey: true, apiKey: "0".repeat(36) }],
    ["a prototype", "PATCH", () => `/users/${me.id}`, JSON.parse('{"__proto__":{"password":"x y z"}}')],
    ["a path", "PATCH", () => `/users/${me.id}`, { "0.password": NEW, "data.password": NEW }],
    ["a list", "PATCH", () => `/users/${me.id}`, [{ password: NEW }]],
    ["a password that is no text", "PATCH", () => `/users/${me.id}`, { password: [NEW] }],
    ["an address that is no text", "PATCH", () => `/users/${me.id}`, { email: ["x@example.org"] }],
    ["no address", "PATCH", () => `/users/${me.id}`, { email: null }],
    ["another's id in the data", "PATCH", () => `/users/${me.id}`, { id: "x", password: NEW }],
    ["a draft", "PATCH", () => `/users/${me.id}?draft=true&autosave=true`, { password: NEW }],
    ["another method", "PUT", () => `/users/${me.id}`, { password: NEW }],
    ["a copy", "POST", () => `/users/${me.id}/duplicate`, { password: NEW }],
    ["a version", "POST", () => `/users/versions/${me.id}`, {}],
    ["a letter to nobody", "POST", () => "/users/forgot-password", { disableEmail: true }],
    ["a token of nobody", "POST", () => "/users/reset-password", { token: null, password: NEW }],
    ["a first administrator", "POST", () => "/users/first-register", { email: "x@y.z", password: NEW }],
  ])("is not got around by %s", async (_, method, path, data) => {
    const before = await rowOf(me);
    const sent = "disableEmail" in data ? { ...data, email: me.email } : data;
    const { body } = await ask(me, method, path(), sent);
    const after = await rowOf(me);

    const guarded = ["hash", "salt", "email", "sessions", "resetPasswordToken", "resetPasswordExpiration"];
    for (const name of guarded)
      expect((after as Record<string, unknown>)[name], name).toEqual(
        (before as Record<string, unknown>)[name],
      );
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    expect(JSON.stringify(body)).not.toMatch(/[0-9a-f]{40}/);
  });

  it("lets nobody but administrators unlock, which opens nothing", async () => {
    const answers = [
      await ask(other, "POST", "/users/unlock", { email: me.email }),
      await ask(me, "POST", "/users/unlock", { email: other.email }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 200]);
    expect(await logsIn(other.email, NEW)).toBe(false);
  });
});
