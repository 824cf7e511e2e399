/**
 * Letters with a link to a new password: the database keeps the hash of the token alone, as it does of one-time links.
 * Payload keeps the token itself (seen in payload 3.90.2, `auth/operations/forgotPassword.js`): whoever reads the database,
 * or a backup of it, within the hour could take any account over.
 */
import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook } from "payload";
import { tokenHash } from "./tokenHash.ts";

/** As Payload makes it; a hash has more digits. */
const PLAIN = /^[0-9a-f]{40}$/;

const hashOf = (token: unknown): unknown =>
  typeof token === "string" && PLAIN.test(token) ? tokenHash(token) : token;

/** What Payload saves with the letter. */
export const hashResetToken: CollectionBeforeChangeHook = ({ data }) =>
  "resetPasswordToken" in data ? { ...data, resetPasswordToken: hashOf(data.resetPasswordToken) } : data;

/**
 * What the person brings from it. Somebody who brings a hash has read the database. In place: the operation has taken its
 * data out of the arguments before it asks.
 */
export const findByTokenHash: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== "resetPassword") return;
  const { data } = args as { data: { token?: unknown } };
  data.token = typeof data.token === "string" && PLAIN.test(data.token) ? hashOf(data.token) : "none";
};
