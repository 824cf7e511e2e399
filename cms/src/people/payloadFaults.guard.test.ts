/** What Payload does with logins and forgotten passwords. */
import type { EmailAdapter } from "payload";
import { afterEach, describe, expect, it } from "vitest";
import { FAULT, openStockPayload, people, type StockPayload } from "../../test/stockPayload.ts";

const PERSON = { email: "ada@example.org", password: "a long enough pass phrase" };

let stock: StockPayload;
afterEach(() => stock.close());

const logIn = () => stock.api.login({ collection: "people", data: PERSON });
const whoIs = async (token: string) => {
  const answer = await stock.rest("GET", "/people/me", undefined, { authorization: `JWT ${token}` });
  return ((await answer.json()) as { user: { id: string } | null }).user?.id;
};

/** Logs in, and does `act` when Payload has read the person and not yet written the login. */
function logInWhile<Result>(act: () => Promise<Result>): Promise<[{ token: string }, Result]> {
  const { db } = stock.payload;
  const findOne = db.findOne.bind(db);
  return new Promise((resolve, reject) => {
    let done: Promise<Result>;
    db.findOne = async (args) => {
      const person = await findOne(args);
      db.findOne = findOne;
      done = act();
      await done;
      return person as never;
    };
    logIn().then(async (login) => resolve([login, await done]), reject);
  });
}

describe(FAULT, () => {
  it("logs in twice at once, and one of the two logins is none", async () => {
    stock = await openStockPayload({ collections: [people()] });
    await stock.api.create({ collection: "people", data: PERSON });

    const [first, second] = await logInWhile(logIn);

    expect(await whoIs(first.token)).toBeTypeOf("string");
    expect(await whoIs(second.token)).toBeUndefined();
  });

  it("gives somebody the role back that was taken away while they logged in", async () => {
    stock = await openStockPayload({ collections: [people()] });
    const { id } = await stock.api.create({
      collection: "people",
      data: { ...PERSON, role: "administrator" },
    });

    await logInWhile(() => stock.api.update({ collection: "people", id, data: { role: "author" } }));

    expect((await stock.api.findByID({ collection: "people", id })).role).toBe("administrator");
  });

  it("fails at every forgotten password on SQLite with transactions, for it waits for itself", async () => {
    const letters: unknown[] = [];
    const email: EmailAdapter = () => ({
      name: "test",
      defaultFromAddress: "clinic@example.org",
      defaultFromName: "Clinic",
      sendEmail: async (letter) => letters.push(letter),
    });
    stock = await openStockPayload({ collections: [people()], email });
    await stock.api.create({ collection: "people", data: PERSON });

    const answer = await stock.rest("POST", "/people/forgot-password", { email: PERSON.email });

    expect([answer.status, letters]).toEqual([500, []]);
  });
});
