/** What opens a preview for widgets, which send no cookie: signed, for one topic, one login and half an hour. */
import { createHmac, timingSafeEqual } from "node:crypto";

const LIFETIME_MS = 30 * 60_000;

/** `session` is the login's, of the list that Payload keeps with the person. */
export type Preview = { topic: string; person: string; session: string };

/** The token of a preview that is opened at `now`. */
export function signPreview(secret: string, { topic, person, session }: Preview, now: number): string {
  const text = [topic, person, session, now + LIFETIME_MS].join(".");
  return `${text}.${macOf(secret, text)}`;
}

/** What a token opens, or `undefined` when it is false or over. */
export function readPreview(secret: string, token: string, now: number): Preview | undefined {
  const [topic = "", person = "", session = "", expires = "", mac = "", ...rest] = token.split(".");
  const right = Buffer.from(macOf(secret, [topic, person, session, expires].join(".")));
  const given = Buffer.from(mac);
  if (rest.length > 0 || right.length !== given.length || !timingSafeEqual(right, given)) return undefined;
  return Number(expires) < now ? undefined : { topic, person, session };
}

const macOf = (secret: string, text: string): string =>
  createHmac("sha256", `preview:${secret}`).update(text).digest("base64url");
