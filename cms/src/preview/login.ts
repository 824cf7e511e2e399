/** Whether the login from which a preview was opened goes on. */
import type { Payload } from "payload";
import { rowOf } from "../documents/rows.ts";
import type { Preview } from "./token.ts";

/** Why a draft is not shown, or not any more; `code` as in other answers of the embed paths. */
export type PreviewRefusal = { code: "preview-over" | "logged-out" | "not-allowed"; message: string };

/** For people who look after a clinic, and write no content. */
export const NOT_ALLOWED: PreviewRefusal = {
  code: "not-allowed",
  message: "Drafts are shown to those who write them.",
};
export const OVER: PreviewRefusal = {
  code: "preview-over",
  message: "This preview is over. Open it again from the admin.",
};
const LOGGED_OUT: PreviewRefusal = {
  code: "logged-out",
  message: "This preview has ended with the login from which it was opened. Log in again to see the draft.",
};

const WRITERS: readonly unknown[] = ["administrator", "editor", "author"];

/** Whether people of this role see drafts. */
export const seesDrafts = (role: unknown): boolean => WRITERS.includes(role);

/** Why the person sees the draft no more, read anew: a logout, a new password, another role and a deletion count at once. */
export async function refusalAt(
  { db }: Pick<Payload, "db">,
  { person, session }: Pick<Preview, "person" | "session">,
  now: Date,
): Promise<PreviewRefusal | undefined> {
  const row = await rowOf(db, { collection: "users", id: person });
  const sessions = Array.isArray(row?.sessions) ? row.sessions : [];
  const isOpen = sessions.some(({ id, expiresAt }) => id === session && new Date(expiresAt) > now);
  if (!row || !isOpen) return LOGGED_OUT;
  return seesDrafts(row.role) ? undefined : NOT_ALLOWED;
}
