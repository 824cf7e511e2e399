/** Who is told by letter that an address or a password was changed, and when. */
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hashCheaply } from "../../test/cheapHashing.ts";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";
import { createAdminLink, redeemAdminLink } from "./adminLink.ts";
import { changeLetter } from "./changeLetter.ts";

const PASSWORD = "a long enough pass phrase";
const NEW = "another quiet garden wall";
const ADMIN = "https://cms.example.org/admin";
const NOON = new Date("2026-12-01T12:00:00Z");

it("says what happened, when, by whom, and what to do", () => {
  const change = { email: "ada@example.org", isNewEmail: false, isNewPassword: true, by: "you" } as const;

  expect(changeLetter(change, ADMIN, NOON)).toEqual({
    subject: "The password of your account for Clinic Widgets was changed",
    text: `The password of the account ada@example.org at ${ADMIN} was changed on 1 December 2026 at 12:00 (UTC), by you, from your own account.

If you know of this, there is nothing to do.
If not, somebody else may be using your account: choose a new password with "Forgot password?" at ${ADMIN}/login, and say so to an administrator, at once.
`,
  });
});

it("sends nobody to a letter who would not get it any more", () => {
  const change = { email: "ada@example.org", isNewEmail: true, isNewPassword: true } as const;
  const { subject, text } = changeLetter({ ...change, by: "an administrator" }, ADMIN, NOON);

  expect(subject).toBe("The e-mail address and password of your account for Clinic Widgets were changed");
  expect(text).toContain(", by an administrator.");
  expect(text).toContain("ask an administrator to put your address back");
  expect(text).not.toContain("Forgot password");
});

describe.each(databaseKinds)("a letter about a change on %s", (kind) => {
  let cms: TestCms;
  let serial = 0;
  type Letter = { to: string; subject: string; text: string };
  const letters: Letter[] = [];
  let send: (letter: Letter) => Promise<unknown>;
  type Person = { id: string; email: string; token: string };
  let ada: Person;
  let eve: Person;

  beforeAll(async () => {
    hashCheaply();
    cms = await openTestCms(kind);
    cms.payload.email.sendEmail = (letter) => send(letter as Letter);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await cms?.close();
  });
  beforeEach(async () => {
    send = async (letter) => letters.push(letter);
    ada = await makePerson("administrator");
    eve = await makePerson("editor");
    letters.length = 0;
  });

  async function makePerson(role: "administrator" | "editor"): Promise<Person> {
    const email = `person-${++serial}@example.org`;
    const data = { name: "Ada", role, email, password: PASSWORD };
    const { id } = await cms.payload.create({ collection: "users", data });
    const { token } = await cms.payload.login({ collection: "users", data: { email, password: PASSWORD } });
    return { id, email, token: String(token) };
  }
  const change = async (by: Person, path: string, data: object) => {
    const { status } = await cms.rest("PATCH", path, data, { authorization: `JWT ${by.token}` });
    await turn();
    return status;
  };
  const own = (data: object) => change(eve, `/users/${eve.id}`, { ...data, currentPassword: PASSWORD });
  const newEmail = () => `new-${++serial}@example.org`;
  const sent = () => letters.map(({ to, text }) => ({ to, by: / \(UTC\), (by [^.]*)\./.exec(text)?.[1] }));
  const BY_YOU = "by you, from your own account";

  it.each([
    ["password", () => ({ password: NEW })],
    ["address", () => ({ email: newEmail() })],
    ["password and address", () => ({ password: NEW, email: newEmail() })],
  ])("goes once to the former address for a new %s", async (_, data) => {
    expect(await own(data())).toBe(200);

    expect(sent()).toEqual([{ to: eve.email, by: BY_YOU }]);
    expect(letters[0]?.text).not.toMatch(/garden|new-|pass phrase/);
  });

  it("goes whatever the answer is to show", async () => {
    await change(eve, `/users/${eve.id}?select[name]=true`, { password: NEW, currentPassword: PASSWORD });

    expect(sent()).toEqual([{ to: eve.email, by: BY_YOU }]);
  });

  it("names an administrator, to each of many", async () => {
    await change(ada, `/users?where[email][equals]=${eve.email}`, { password: NEW });
    const both = `/users?where[id][in]=${ada.id},${eve.id}`;
    await change(ada, both, { password: NEW, currentPassword: PASSWORD });

    const byAdministrator = { to: eve.email, by: "by an administrator" };
    expect(sent()).toHaveLength(3);
    expect(sent()).toEqual(
      expect.arrayContaining([byAdministrator, byAdministrator, { to: ada.email, by: BY_YOU }]),
    );
  });

  it("names the link in a letter, and the server", async () => {
    const token = await cms.payload.forgotPassword({
      collection: "users",
      data: { email: eve.email } as { email: string; password: string },
      disableEmail: true,
    });
    await cms.rest("POST", "/users/reset-password", { token, password: NEW });
    const link = new URL(await createAdminLink(cms.payload, { publicUrl: "http://localhost" }));
    const once = { token: link.searchParams.get("token") ?? "", name: "Ada", password: NEW };
    await redeemAdminLink(cms.payload, { ...once, email: eve.email });

    expect(sent()).toEqual([
      { to: eve.email, by: expect.stringMatching(/^by you, with the link in a letter/) },
      { to: eve.email, by: expect.stringMatching(/^by whoever runs the server/) },
    ]);
  });

  it("is not written for what changes neither", async () => {
    await change(eve, `/users/${eve.id}`, { name: "Eve", email: eve.email.toUpperCase() });
    await makePerson("editor");

    expect(letters).toEqual([]);
  });

  it("is not written for what is not saved in the end", async () => {
    const taken = { email: ada.email, password: NEW };
    expect(await own(taken)).toBe(400);
    expect(await change(eve, `/users/${eve.id}`, { password: NEW })).toBe(400);
    const { db } = cms.payload;
    const { commitTransaction } = db;
    db.commitTransaction = async (id) => {
      await db.rollbackTransaction(id);
      throw new Error("The commit failed.");
    };
    expect(await own({ password: NEW })).toBe(500);
    db.commitTransaction = commitTransaction;

    expect(letters).toEqual([]);
  });

  it("does not hold up a save, nor make it fail, while the mail server is away", async () => {
    const warn = vi.spyOn(cms.payload.logger, "warn");
    send = () => Promise.reject(new Error("Nobody listens there."));
    expect(await own({ password: NEW })).toBe(200);
    expect(warn).toHaveBeenCalledWith(
      expect.objectContaining({ msg: expect.stringContaining("could not be sent") }),
    );

    send = () => new Promise(() => {});
    expect(await change(ada, `/users/${eve.id}`, { password: PASSWORD })).toBe(200);
  });
});
