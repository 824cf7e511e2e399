/**
 * How often somebody may try to log in. What counts is a try that was not right: each is counted before the password is
 * looked at, and given back when it was. So an office that shares an address is not hindered by its size.
 */
export type Limit = { points: number; seconds: number };

export const LIMITS = {
  /** One account from one place. It hinders nobody elsewhere. */
  accountHere: { points: 5, seconds: 10 * 60 },
  /** All accounts from one place: fewer than all places share in a minute. */
  place: { points: 25, seconds: 10 * 60 },
  /** One account from all places, but those that its owner has logged in from: more than one place could ever use up. */
  account: { points: 50, seconds: 60 * 60 },
  /** All accounts from all places that nobody has logged in from: what Payload and hashing may cost delivery. */
  everything: { points: 30, seconds: 60 },
} as const satisfies Record<string, Limit>;

/** How long a place is remembered from which somebody has logged in. */
export const PLACE_KNOWN_FOR_SECONDS = 20 * 24 * 60 * 60;
