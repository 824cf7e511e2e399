/** The throttle and the login together, as the REST API answers. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hashCheaply } from "../../../test/cheapHashing.ts";
import { databaseKinds, openTestCms, type TestCms } from "../../../test/testCms.ts";
import { PLACE_HEADER, prepareThrottle } from "./throttle.ts";

const PASSWORD = "a long enough pass phrase";
const WRONG = "not the right pass phrase";
const HOME = "203.0.113.9";
const AWAY = "198.51.100.7";

describe.each(databaseKinds)("logging in on %s", (kind) => {
  let cms: TestCms;
  let hashed: unknown[][];
  let serial = 0;
  let email: string;
  let id: string;

  beforeAll(async () => {
    hashed = hashCheaply();
    cms = await openTestCms(kind);
    await prepareThrottle(cms.payload);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await cms?.close();
  });
  beforeEach(async () => {
    email = `person-${++serial}@example.org`;
    const data = { name: "Ada", role: "administrator" as const, email, password: PASSWORD };
    id = (await cms.payload.create({ collection: "users", data })).id;
    hashed.length = 0;
  });
  const logIn = (password: string, place = HOME, address = email) =>
    cms.rest("POST", "/users/login", { email: address, password }, { [PLACE_HEADER]: place });
  const statuses = async (answers: Promise<Response>[]) =>
    (await Promise.all(answers)).map(({ status }) => status);
  const guessAtOnce = (times: number, place = AWAY) =>
    statuses(Array.from({ length: times }, () => logIn(WRONG, place)));

  it("answers five of sixty guesses at once, hashes no more, and says to the others when to try again", async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => logIn(WRONG, AWAY)));
    const refused = answers.filter(({ status }) => status === 429);

    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(refused).toHaveLength(55);
    expect(hashed).toHaveLength(5);
    for (const answer of refused.slice(0, 3)) {
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(500);
      expect(await answer.json()).toMatchObject({
        errors: [{ message: expect.stringContaining("there were too many tries. Wait 10 minutes") }],
      });
    }
  });

  it("lets the owner in elsewhere meanwhile, and nobody from where the guesses came", async () => {
    await guessAtOnce(60);

    expect((await logIn(PASSWORD, HOME)).status).toBe(200);
    expect((await logIn(PASSWORD, AWAY)).status).toBe(429);
  });

  it("counts nothing that is right", async () => {
    for (let n = 0; n < 12; n++) expect((await logIn(PASSWORD)).status).toBe(200);
  });

  it("counts afresh after a right one", async () => {
    for (let n = 0; n < 4; n++) await logIn(WRONG);
    await logIn(PASSWORD);

    expect(await guessAtOnce(5, HOME)).toEqual([401, 401, 401, 401, 401]);
  });

  it.each([
    ["an administrator unlocks the account", async () => unlock()],
    ["an administrator gives a new password", async () => change({ password: PASSWORD })],
    ["a new password was chosen by letter", async () => reset()],
  ])("lets the owner in where the wrong guesses came from when %s", async (_, forgive) => {
    await guessAtOnce(8, HOME);
    expect((await logIn(PASSWORD, HOME)).status).toBe(429);

    await forgive();

    expect((await logIn(PASSWORD, HOME)).status).toBe(200);
  });
  const unlock = () =>
    cms.payload.unlock({ collection: "users", data: { email } as never, overrideAccess: true });
  const change = (data: object) =>
    cms.payload.update({ collection: "users", id, data, overrideAccess: true });
  const reset = async () => {
    const token = await cms.payload.forgotPassword({
      collection: "users",
      data: { email } as { email: string; password: string },
      disableEmail: true,
    });
    return cms.rest("POST", "/users/reset-password", { token, password: PASSWORD });
  };

  it("is not unlocked by whoever is renamed", async () => {
    await guessAtOnce(8, HOME);

    await change({ name: "Grace" });

    expect((await logIn(PASSWORD, HOME)).status).toBe(429);
  });

  it("gives a try back that failed for another reason", async () => {
    const { db } = cms.payload;
    const { findOne } = db;
    db.findOne = () => Promise.reject(new Error("The database failed."));
    const failed = [];
    for (let n = 0; n < 8; n++) failed.push((await logIn(PASSWORD)).status);
    db.findOne = findOne;

    expect(new Set(failed)).toEqual(new Set([500]));
    expect((await logIn(PASSWORD, HOME)).status).toBe(200);
  });
});
