/**
 * Counts tries to log in, in the memory of the one server, or in MongoDB for several of them. Accounts are counted by the
 * address that somebody types, whether there is such an account or not.
 */
import { createHash } from "node:crypto";
import type { MongoClient } from "mongodb";
import type { BasePayload } from "payload";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterMongo,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { addressOf } from "../accounts.ts";
import { LIMITS, type Limit, PLACE_KNOWN_FOR_SECONDS } from "./limits.ts";

/** In which the server hands the place on to the hooks behind Payload. */
export const PLACE_HEADER = "x-clinic-widgets-place";

/** Makes a counter. Two of one name count together. */
export type Counters = (name: string, limit: Limit) => RateLimiterAbstract;

/** What came of a try: it has to wait so many seconds, or it goes on, and may take back that it was counted. */
export type Counted = { wait: number } | { wait?: undefined; giveBack(): Promise<void> };
/** `isKnown`: whether somebody has logged in from there before. */
type CountedPlace = Counted & { isKnown: boolean };

/** How long a place is remembered says nothing about how often: one point is enough. */
const KNOWN: Limit = { points: 1, seconds: PLACE_KNOWN_FOR_SECONDS };
/** So many refusals are remembered here, so that a flood is refused without asking anything. */
const MOST_REFUSALS = 10_000;

export class LoginThrottle {
  readonly #accountHere: RateLimiterAbstract;
  readonly #place: RateLimiterAbstract;
  readonly #account: RateLimiterAbstract;
  readonly #everything: RateLimiterAbstract;
  readonly #known: RateLimiterAbstract;
  readonly #forgiven: RateLimiterAbstract;
  /** Until when a place is refused. */
  readonly #refusals = new Map<string, number>();

  constructor(counters: Counters) {
    this.#accountHere = counters("account-here", LIMITS.accountHere);
    this.#place = counters("place", LIMITS.place);
    this.#account = counters("account", LIMITS.account);
    this.#everything = counters("everything", LIMITS.everything);
    this.#known = counters("known", KNOWN);
    this.#forgiven = counters("forgiven", { ...LIMITS.account, points: Number.MAX_SAFE_INTEGER });
  }

  /** Counts a try from `place`, whichever account it is about. */
  async tryPlace(place: string): Promise<CountedPlace> {
    const refusedFor = ((this.#refusals.get(place) ?? 0) - Date.now()) / 1000;
    if (refusedFor > 0) return { wait: Math.ceil(refusedFor), isKnown: false };
    const isKnown = (await this.#known.get(place)) !== null;
    const limiters = isKnown ? [] : [{ limiter: this.#everything, key: ALL }];
    // Asked for before the place is counted: strangers from ever new places must not fill the memory.
    const full = isKnown ? undefined : waitOf(await this.#everything.get(ALL), LIMITS.everything);
    if (full !== undefined) return { wait: full, isKnown };
    // The place comes first: when it is used up, it takes nothing of what all of them share.
    const counted = await spend([{ limiter: this.#place, key: place }, ...limiters]);
    if (counted.wait !== undefined) this.#rememberRefusal(place, counted.wait);
    return { ...counted, isKnown };
  }

  #rememberRefusal(place: string, seconds: number): void {
    if (this.#refusals.size >= MOST_REFUSALS) this.#refusals.clear();
    this.#refusals.set(place, Date.now() + seconds * 1000);
  }

  /** Counts a try for the account with the address `email`. */
  async tryAccount(email: string, place: string): Promise<Counted> {
    const account = await this.#accountKey(email);
    const isKnown = (await this.#known.get(knownKey(email, place))) !== null;
    return spend([
      { limiter: this.#accountHere, key: `${account} ${place}` },
      ...(isKnown ? [] : [{ limiter: this.#account, key: account }]),
    ]);
  }

  /** Forgets the wrong tries from here, and remembers the place: whoever may log in was there. */
  async welcome(email: string, place: string): Promise<void> {
    await this.#accountHere.delete(`${await this.#accountKey(email)} ${place}`);
    await this.#known.set(place, 1, KNOWN.seconds);
    await this.#known.set(knownKey(email, place), 1, KNOWN.seconds);
  }

  /** Forgets all tries for an account, wherever they came from: it has a new password, or was unlocked. */
  async forgive(email: string): Promise<void> {
    await this.#forgiven.penalty(hashOf(email));
  }

  /** Changes when the account is forgiven: what was counted under the former key is never asked for again. */
  async #accountKey(email: string): Promise<string> {
    const forgiven = await this.#forgiven.get(hashOf(email));
    return `${hashOf(email)} ${forgiven?.consumedPoints ?? 0}`;
  }
}

const ALL = "all";

const knownKey = (email: string, place: string): string => `${hashOf(email)} ${place}`;

/** Short, whatever somebody types, and no list of addresses in the database. */
const hashOf = (email: string): string =>
  createHash("sha256").update(addressOf(email)).digest("base64url").slice(0, 22);

/** Takes one point of each, in this order, until one has none left. */
async function spend(from: { limiter: RateLimiterAbstract; key: string }[]): Promise<Counted> {
  for (const { limiter, key } of from) {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return { wait: secondsOf(refusal) };
      throw refusal;
    }
  }
  return {
    async giveBack() {
      for (const { limiter, key } of from) await limiter.reward(key);
    },
  };
}

const waitOf = (counted: RateLimiterRes | null, { points }: Limit): number | undefined =>
  counted && counted.consumedPoints >= points ? secondsOf(counted) : undefined;

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));

/** For the embedded database: there is one server, and a restart forgives. */
export const countersInMemory: Counters = (name, { points, seconds }) =>
  new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });

const MONGODB_COLLECTION = "login-attempts";

/** For several servers, which count together. While MongoDB does not answer each counts alone. */
export const countersInMongodb =
  (client: MongoClient, database: string): Counters =>
  (name, limit) =>
    mongodbCounter(client, database, name, limit);

const mongodbCounter = (client: MongoClient, database: string, name: string, limit: Limit) =>
  new RateLimiterMongo({
    storeClient: client,
    dbName: database,
    tableName: MONGODB_COLLECTION,
    disableIndexesCreation: true,
    keyPrefix: name,
    points: limit.points,
    duration: limit.seconds,
    insuranceLimiter: countersInMemory(name, limit),
  });

/** Two servers that count the first try at once must find one row; and rows whose time is over go. */
export const indexCounters = (client: MongoClient, database: string): Promise<void> =>
  mongodbCounter(client, database, "indexes", KNOWN).createIndexes();

/** By the copy of this module that the hooks of `payload` are in, which is always one. */
const throttles = new WeakMap<object, LoginThrottle>();

/** The throttle of all logins to `payload`. */
export function throttleOf(payload: Pick<BasePayload, "db">): LoginThrottle {
  let throttle = throttles.get(payload);
  if (!throttle) {
    throttle = new LoginThrottle(countersFor(payload));
    throttles.set(payload, throttle);
  }
  return throttle;
}

/** Makes room in the database for counting, before the first login. */
export async function prepareThrottle(payload: Pick<BasePayload, "db">): Promise<void> {
  const mongodb = mongodbOf(payload);
  if (mongodb) await indexCounters(mongodb.client, mongodb.database);
}

function countersFor(payload: Pick<BasePayload, "db">): Counters {
  const mongodb = mongodbOf(payload);
  return mongodb ? countersInMongodb(mongodb.client, mongodb.database) : countersInMemory;
}

/** The driver below Mongoose, whose connection Payload's type, that of all adapters, does not name (seen in 3.90.2). */
function mongodbOf(payload: Pick<BasePayload, "db">): { client: MongoClient; database: string } | undefined {
  if (payload.db.name !== "mongoose") return undefined;
  const { connection } = payload.db as unknown as {
    connection: { name: string; getClient(): MongoClient };
  };
  return { client: connection.getClient(), database: connection.name };
}
