/** Who may go on trying to log in, and who has to wait: counted in memory, and in MongoDB by two servers. */
import { randomUUID } from "node:crypto";
import { MongoClient } from "mongodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { databaseKinds, mongodbTestUrl } from "../../../test/database.ts";
import { LIMITS } from "./limits.ts";
import {
  type Counted,
  type Counters,
  countersInMemory,
  countersInMongodb,
  indexCounters,
  LoginThrottle,
} from "./throttle.ts";

const HOME = "203.0.113.9";
const AWAY = "198.51.100.7";
const OWNER = "ada@example.org";

const isAdmitted = ({ wait }: Counted) => wait === undefined;
/** How many of `times` tries at once are admitted. */
const admittedOf = async (times: number, attempt: (n: number) => Promise<Counted>) =>
  (await Promise.all(Array.from({ length: times }, (_, n) => attempt(n)))).filter(isAdmitted).length;

describe.each(databaseKinds)("tries to log in, counted for %s", (kind) => {
  const database = `throttle-${randomUUID()}`;
  let client: MongoClient | undefined;
  let counters: Counters;
  beforeAll(async () => {
    if (kind === "mongodb") {
      client = await MongoClient.connect(mongodbTestUrl(database));
      await indexCounters(client, database);
    }
  });
  afterAll(async () => {
    await client?.db(database).dropDatabase();
    await client?.close();
  });
  let throttle: LoginThrottle;
  beforeEach(async () => {
    await client?.db(database).collection("login-attempts").deleteMany({});
    counters = client ? countersInMongodb(client, database) : countersInMemory;
    throttle = new LoginThrottle(counters);
  });

  it("are five for one account from one place, also when they come at once", async () => {
    expect(await admittedOf(60, () => throttle.tryAccount(OWNER, HOME))).toBe(5);
  });

  it("are counted by the account, however its address is written", async () => {
    const written = ["ada@example.org", "ADA@example.org", " ada@Example.org ", "Ada@EXAMPLE.org"];
    expect(await admittedOf(20, (n) => throttle.tryAccount(written[n % 4] as string, HOME))).toBe(5);
  });

  it("of a stranger do not hinder the owner elsewhere, nor another account here", async () => {
    await admittedOf(60, () => throttle.tryAccount(OWNER, AWAY));

    expect(isAdmitted(await throttle.tryAccount(OWNER, HOME))).toBe(true);
    expect(isAdmitted(await throttle.tryAccount("grace@example.org", AWAY))).toBe(true);
  });

  it("say how long to wait", async () => {
    await admittedOf(5, () => throttle.tryAccount(OWNER, HOME));

    const { wait } = await throttle.tryAccount(OWNER, HOME);

    expect(wait).toBeGreaterThan(LIMITS.accountHere.seconds - 60);
    expect(wait).toBeLessThanOrEqual(LIMITS.accountHere.seconds);
  });

  it("begin afresh when one of them was right", async () => {
    const tries = await Promise.all(Array.from({ length: 5 }, () => throttle.tryAccount(OWNER, HOME)));
    const last = tries.at(-1);
    if (last && last.wait === undefined) await last.giveBack();
    await throttle.welcome(OWNER, HOME);

    expect(await admittedOf(60, () => throttle.tryAccount(OWNER, HOME))).toBe(5);
  });

  it("begin afresh everywhere when the account is unlocked or has a new password", async () => {
    for (const place of [HOME, AWAY]) await admittedOf(60, () => throttle.tryAccount(OWNER, place));
    await throttle.forgive("ADA@example.org");

    for (const place of [HOME, AWAY])
      expect(await admittedOf(60, () => throttle.tryAccount(OWNER, place))).toBe(5);
  });

  it("from ever new places end for an account too, but not where its owner has logged in", async () => {
    await throttle.welcome(OWNER, HOME);

    expect(await admittedOf(60, (n) => throttle.tryAccount(OWNER, `10.0.0.${n}`))).toBe(
      LIMITS.account.points,
    );
    expect(isAdmitted(await throttle.tryAccount(OWNER, HOME))).toBe(true);
    expect(isAdmitted(await throttle.tryAccount(OWNER, AWAY))).toBe(false);
  });

  it("from one place end, and leave others what they share", async () => {
    expect(await admittedOf(200, () => throttle.tryPlace(AWAY))).toBe(LIMITS.place.points);
    expect(isAdmitted(await throttle.tryPlace(HOME))).toBe(true);
  });

  it("from all places end, but not where somebody has logged in", async () => {
    await throttle.welcome(OWNER, HOME);

    expect(await admittedOf(100, (n) => throttle.tryPlace(`10.0.0.${n}`))).toBe(LIMITS.everything.points);
    expect(isAdmitted(await throttle.tryPlace(AWAY))).toBe(false);
    expect(isAdmitted(await throttle.tryPlace(HOME))).toBe(true);
  });

  it("that were right cost a place nothing", async () => {
    for (let n = 0; n < LIMITS.place.points + 10; n++) {
      const counted = await throttle.tryPlace(HOME);
      if (counted.wait !== undefined) throw new Error(`Refused at ${n}.`);
      await counted.giveBack();
    }

    expect(isAdmitted(await throttle.tryPlace(HOME))).toBe(true);
  });
});

describe.each(databaseKinds.filter((kind) => kind === "mongodb"))("tries to log in on %s", () => {
  const database = `throttle-${randomUUID()}`;
  let client: MongoClient;
  beforeAll(async () => {
    client = await MongoClient.connect(mongodbTestUrl(database));
    await indexCounters(client, database);
  });
  afterAll(async () => {
    await client.db(database).dropDatabase();
    await client.close();
  });
  const openServer = (of = client) => new LoginThrottle(countersInMongodb(of, database));

  it("are counted by two servers together", async () => {
    const [first, second] = [openServer(), openServer()];

    expect(await admittedOf(60, (n) => (n % 2 === 0 ? first : second).tryAccount(OWNER, HOME))).toBe(5);
    await second.forgive(OWNER);
    expect(isAdmitted(await first.tryAccount(OWNER, HOME))).toBe(true);
  });

  it("are counted by each server alone while MongoDB does not answer", async () => {
    const gone = await MongoClient.connect(mongodbTestUrl(database));
    const alone = openServer(gone);
    await gone.close();

    expect(await admittedOf(60, () => alone.tryAccount(OWNER, AWAY))).toBe(5);
    expect(isAdmitted(await alone.tryPlace(AWAY))).toBe(true);
  });
});

describe("tries to log in", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("may go on when the time is over", async () => {
    vi.useFakeTimers();
    const throttle = new LoginThrottle(countersInMemory);
    await admittedOf(60, () => throttle.tryAccount(OWNER, HOME));
    await admittedOf(100, () => throttle.tryPlace(HOME));

    vi.advanceTimersByTime(LIMITS.accountHere.seconds * 1000 + 1);

    expect(isAdmitted(await throttle.tryAccount(OWNER, HOME))).toBe(true);
    expect(isAdmitted(await throttle.tryPlace(HOME))).toBe(true);
  });
});
