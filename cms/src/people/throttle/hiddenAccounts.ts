/** A login shows by nothing whether there is such an account: not by its sentence, nor by the time that it takes. */
import crypto from "node:crypto";
import { promisify } from "node:util";
import type { CollectionBeforeOperationHook } from "payload";

/** What Payload spends on a password (`auth/strategies/local/generatePasswordSaltHash.js`, seen in 3.90.2). */
export const HASHING = { iterations: 600_000, keyLength: 32, digest: "sha256" } as const;

/** Hashes the password for nobody, where Payload would refuse at once for want of an account. */
export const hashForNobody: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== "login") return;
  const { email, password } = (args as { data?: { email?: unknown; password?: unknown } }).data ?? {};
  if (typeof email !== "string" || typeof password !== "string" || password.trim() === "") return;
  const { totalDocs } = await req.payload.db.count({
    collection: collection.slug,
    where: { email: { equals: email.toLowerCase().trim() } },
    req,
  });
  if (totalDocs > 0) return;
  const { iterations, keyLength, digest } = HASHING;
  // Asked of the module now: a test replaces it there.
  await promisify(crypto.pbkdf2)(password, "a salt that nobody has", iterations, keyLength, digest);
};
