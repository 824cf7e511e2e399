/**
 * What a page of another origin sends with a visitor's browser: a login as somebody else, a logout, a save. Browsers say
 * where a request comes from, and no page can change that. A program that is no browser says nothing, and is let in: it
 * carries no cookies that it was not given.
 */
import type { IncomingMessage } from "node:http";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);
/** `none` is what a person did: a form that is sent again by "reload". */
const OWN_SITES = new Set(["same-origin", "none"]);
/** Its page sends no referrer, for which browsers name the origin `null`; its one-time token is what lets in there. */
const WITH_TOKEN = /^(\/api)?\/first-administrator$/;

/** Whether `req` would change something and was sent by a page that is not ours. */
export function isFromForeignPage(
  { method = "GET", headers, url = "/" }: IncomingMessage,
  publicUrl: string,
): boolean {
  if (READS.has(method)) return false;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && !OWN_SITES.has(String(site))) return true;
  const { origin } = headers;
  if (origin === undefined || origin === new URL(publicUrl).origin) return false;
  return !(origin === "null" && (site === "same-origin" || WITH_TOKEN.test(url.split("?")[0] ?? "")));
}
