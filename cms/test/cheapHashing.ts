/** Passwords are hashed by one round: what it would cost is noted, to be compared, and not spent. */
import crypto from "node:crypto";
import { vi } from "vitest";

/** Replaces the hashing of this worker until `vi.restoreAllMocks()`; answers with the list that each hash is noted in. */
export function hashCheaply(): unknown[][] {
  const hashed: unknown[][] = [];
  const { pbkdf2 } = crypto;
  vi.spyOn(crypto, "pbkdf2").mockImplementation((password, salt, iterations, length, digest, done) => {
    hashed.push([iterations, length, digest]);
    pbkdf2(password, salt, 1, length, digest, done);
  });
  return hashed;
}
