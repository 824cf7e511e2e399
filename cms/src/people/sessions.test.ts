/** Logins, refreshes and logouts that meet a change of the same person, at every point where one can come between. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { hashCheaply } from "../../test/cheapHashing.ts";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";

/** Each kind of change, so often: fifty logins and more. */
const ROUNDS = 13;
const PASSWORD = "a long enough pass phrase";
const OTHER_PASSWORD = "quite another long pass phrase";

type Person = { id: string; email: string };
type Row = {
  name: string;
  role: string;
  email: string;
  updatedAt: string;
  sessions?: { id: string; expiresAt: string }[];
};

describe.each(databaseKinds)("a login on %s", (kind) => {
  let cms: TestCms;
  let serial = 0;
  beforeAll(async () => {
    // How often a password is hashed is no part of this, and takes a tenth of a second each time.
    hashCheaply();
    cms = await openTestCms(kind);
    // So that everybody else may be demoted.
    await makePerson();
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await cms?.close();
  });

  const makePerson = async (): Promise<Person> => {
    const email = `person-${++serial}@example.org`;
    const data = { name: "Ada", role: "administrator" as const, email, password: PASSWORD };
    const { id } = await cms.payload.create({ collection: "users", data });
    return { id, email };
  };
  const change = (person: Person, data: object) =>
    cms.payload.update({ collection: "users", id: person.id, data, overrideAccess: true });
  const rowOf = ({ id }: Person) =>
    cms.payload.db.findOne<Row & { id: string }>({ collection: "users", where: { id: { equals: id } } });
  const logIn = async ({ email }: Person, password = PASSWORD) => {
    const answer = await cms.rest("POST", "/users/login", { email, password });
    const { token, user } = (await answer.json()) as { token: string; user?: Row };
    return { status: answer.status, token, user };
  };
  const isLoggedIn = async (token: string) => {
    const answer = await cms.rest("GET", "/users/me", undefined, { authorization: `JWT ${token}` });
    return ((await answer.json()) as { user: unknown }).user !== null;
  };

  /** Does `act` once, between the moment when a login has read the person and what it does next. */
  async function whileRead<Result>(act: () => Promise<unknown>, work: () => Result) {
    const { db } = cms.payload;
    const findOne = db.findOne;
    db.findOne = async (args) => {
      const found = (await findOne.call(db, args)) as never;
      if (args.collection !== "users" || !("email" in (args.where ?? {}))) return found;
      db.findOne = findOne;
      await act();
      return found;
    };
    try {
      return await work();
    } finally {
      db.findOne = findOne;
    }
  }
  const logInWhile = (person: Person, act: () => Promise<unknown>) => whileRead(act, () => logIn(person));

  describe("in progress", () => {
    it(`leaves a demotion as it is, ${ROUNDS} times`, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const person = await makePerson();

        const { status, token, user } = await logInWhile(person, () => change(person, { role: "author" }));

        expect([status, user?.role, await isLoggedIn(token)]).toEqual([200, "author", true]);
        expect((await rowOf(person))?.role).toBe("author");
      }
    });

    it(`leaves a new password as it is, and does not let the old one in, ${ROUNDS} times`, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const person = await makePerson();

        const { status } = await logInWhile(person, () => change(person, { password: OTHER_PASSWORD }));

        expect(status).toBe(401);
        expect((await rowOf(person))?.sessions ?? []).toEqual([]);
        expect([(await logIn(person)).status, (await logIn(person, OTHER_PASSWORD)).status]).toEqual([
          401, 200,
        ]);
      }
    });

    it(`leaves a new name and a new address as they are, ${ROUNDS} times`, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const person = await makePerson();
        const renamed = { name: `Grace ${round}`, email: `grace-${kind}-${round}@example.org` };

        const { status, user } = await logInWhile(person, () => change(person, renamed));

        expect([status, user]).toMatchObject([200, renamed]);
        expect(await rowOf(person)).toMatchObject(renamed);
      }
    });

    it(`is one of two, and both are logged in, ${ROUNDS} times`, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const person = await makePerson();
        let other = "";

        const { token } = await logInWhile(person, async () => {
          other = (await logIn(person)).token;
        });

        expect([await isLoggedIn(token), await isLoggedIn(other)]).toEqual([true, true]);
      }
    });

    it("does not bring back somebody who was deleted", async () => {
      const person = await makePerson();

      const { status } = await logInWhile(person, () =>
        cms.payload.delete({ collection: "users", id: person.id, overrideAccess: true }),
      );

      expect([status, await rowOf(person)]).toEqual([401, null]);
    });

    it("does not say that the person was changed", async () => {
      const person = await makePerson();
      const before = (await rowOf(person))?.updatedAt;

      await logIn(person);

      expect((await rowOf(person))?.updatedAt).toBe(before);
    });
  });

  it("leaves everything as it is when ten of them and as many changes come at once", async () => {
    const person = await makePerson();
    const { token } = await logIn(person);
    const rename = (n: number) =>
      cms.rest("PATCH", `/users/${person.id}`, { name: `Grace ${n}` }, { authorization: `JWT ${token}` });

    const names: Response[] = [];
    const logins = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        names.push(await rename(n));
        return logIn(person);
      }),
    );

    expect(names.map(({ status }) => status)).toEqual(names.map(() => 200));
    expect(await Promise.all(logins.map((login) => isLoggedIn(login.token)))).toEqual(logins.map(() => true));
    expect((await rowOf(person))?.name).toMatch(/^Grace \d+$/);
  });

  describe.each([
    ["refresh", (token: string) => ["POST", "/users/refresh-token", token] as const, true],
    ["logout", (token: string) => ["POST", "/users/logout", token] as const, false],
  ])("a %s", (_, request, staysLoggedIn) => {
    it("leaves what is changed at the same time as it is, and the other logins", async () => {
      const person = await makePerson();
      const [own, other] = [await logIn(person), await logIn(person)];
      const [method, path, token] = request(own.token);

      const [answer] = await Promise.all([
        cms.rest(method, path, undefined, { authorization: `JWT ${token}` }),
        cms.rest(
          "PATCH",
          `/users/${person.id}`,
          { role: "author", name: "Grace" },
          { authorization: `JWT ${other.token}` },
        ),
      ]);

      expect(answer.status).toBe(200);
      expect(await rowOf(person)).toMatchObject({ role: "author", name: "Grace" });
      expect([await isLoggedIn(own.token), await isLoggedIn(other.token)]).toEqual([staysLoggedIn, true]);
    });
  });

  it("ends all of the person's logins when that is asked for", async () => {
    const person = await makePerson();
    const [own, other] = [await logIn(person), await logIn(person)];

    await cms.rest("POST", "/users/logout?allSessions=true", undefined, {
      authorization: `JWT ${own.token}`,
    });

    expect([await isLoggedIn(own.token), await isLoggedIn(other.token)]).toEqual([false, false]);
  });

  it("ends with a new password by letter, whose own login remains", async () => {
    const person = await makePerson();
    const { token: old } = await logIn(person);
    const token = await cms.payload.forgotPassword({
      collection: "users",
      data: { email: person.email } as { email: string; password: string },
      disableEmail: true,
    });

    const answer = await cms.rest("POST", "/users/reset-password", { token, password: OTHER_PASSWORD });

    const reset = (await answer.json()) as { token: string };
    expect([await isLoggedIn(old), await isLoggedIn(reset.token)]).toEqual([false, true]);
    expect((await logIn(person, OTHER_PASSWORD)).status).toBe(200);
  });
});
