/** A login shows by nothing whether there is such an account: not by its sentence, nor by the time that it takes. */
import type { CollectionBeforeOperationHook } from "payload";
import { addressOf } from "../accounts.ts";
import { hashPassword } from "../passwordHash.ts";

/** Hashes the password for nobody, where Payload would refuse at once for want of an account. */
export const hashForNobody: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== "login") return;
  const { email, password } = (args as { data?: { email?: unknown; password?: unknown } }).data ?? {};
  if (typeof email !== "string" || typeof password !== "string" || password.trim() === "") return;
  const { totalDocs } = await req.payload.db.count({
    collection: collection.slug,
    where: { email: { equals: addressOf(email) } },
    req,
  });
  if (totalDocs > 0) return;
  await hashPassword(password, "a salt that nobody has");
};
