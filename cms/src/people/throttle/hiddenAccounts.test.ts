/** What somebody without a login learns about who has an account: nothing, by sentences or by what they cost. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hashCheaply } from "../../../test/cheapHashing.ts";
import { databaseKinds, openTestCms, type TestCms } from "../../../test/testCms.ts";
import { HASHING } from "../passwordHash.ts";
import { PLACE_HEADER, prepareThrottle } from "./throttle.ts";

const KNOWN = "ada@example.org";
const UNKNOWN = "nobody@example.org";
const GUESSES = 7;

describe.each(databaseKinds)("an account on %s", (kind) => {
  let cms: TestCms;
  let hashed: unknown[][];
  let serial = 0;

  beforeAll(async () => {
    hashed = hashCheaply();
    cms = await openTestCms(kind);
    await prepareThrottle(cms.payload);
    const data = {
      name: "Ada",
      role: "administrator" as const,
      email: KNOWN,
      password: "a long enough pass phrase",
    };
    await cms.payload.create({ collection: "users", data });
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await cms?.close();
  });
  beforeEach(() => {
    serial++;
    hashed.length = 0;
  });

  /** What a request about `email` is answered, and what it has had hashed. */
  async function ask(path: string, email: string, body: object = {}) {
    const headers = { [PLACE_HEADER]: `10.0.0.${serial}` };
    const answer = await cms.rest("POST", `/users/${path}`, { email, ...body }, headers);
    return { status: answer.status, said: await answer.json(), cost: hashed.splice(0) };
  }
  const guess = async (email: string) => {
    const answers = [];
    for (let n = 0; n < GUESSES; n++)
      answers.push(await ask("login", email, { password: "not the right one" }));
    return answers;
  };

  it("answers a wrong password like one that there is not, at the same cost, also when it is tried too often", async () => {
    const known = await guess(KNOWN);
    const unknown = await guess(UNKNOWN);

    expect(unknown).toEqual(known);
    expect(known.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(known[0]?.cost).toEqual([[HASHING.iterations, HASHING.keyLength, HASHING.digest]]);
    expect(JSON.stringify(known)).not.toMatch(/locked/i);
  });

  it.each([
    ["no password", "login", { password: "" }],
    ["a password that is no text", "login", { password: 1 }],
    ["a forgotten password", "forgot-password", {}],
    ["an unlocking that nobody may ask for", "unlock", {}],
    ["a made up token", "reset-password", { token: "made up", password: "a long enough pass phrase" }],
  ])("answers %s like one that there is not", async (_, path, body) => {
    expect(await ask(path, KNOWN, body)).toEqual(await ask(path, UNKNOWN, body));
  });
});
