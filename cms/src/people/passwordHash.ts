/** Whether a password is right, without logging in: Payload has no call for that which it exports. */
import crypto from "node:crypto";
import { promisify } from "node:util";

/** What Payload spends on a password (`auth/strategies/local/generatePasswordSaltHash.js`, seen in 3.90.2). */
export const HASHING = { iterations: 600_000, keyLength: 32, digest: "sha256" } as const;
/** What it marks such a hash with; one of earlier versions has no mark. */
const MARK = "pbkdf2-sha256-v1:";
const FORMER_HASHING = { iterations: 25_000, keyLength: 512, digest: "sha256" } as const;

/** Asked of the module at each call: a test replaces it there. */
export const hashPassword = (
  password: string,
  salt: string,
  { iterations, keyLength, digest }: typeof HASHING | typeof FORMER_HASHING = HASHING,
): Promise<Buffer> => promisify(crypto.pbkdf2)(password, salt, iterations, keyLength, digest);

/** Whether `password` is the one that was saved as `hash` with `salt`. */
export async function isPassword(
  password: string,
  { hash, salt }: { hash?: string | null; salt?: string | null },
): Promise<boolean> {
  if (!hash || !salt) return false;
  const isMarked = hash.startsWith(MARK);
  const saved = Buffer.from(isMarked ? hash.slice(MARK.length) : hash, "hex");
  const typed = await hashPassword(password, salt, isMarked ? HASHING : FORMER_HASHING);
  return typed.length === saved.length && crypto.timingSafeEqual(typed, saved);
}
