/**
 * The headers that say to a browser what a page of the admin may do. All of them are set here, before Next answers: where
 * a header is there already, Next leaves out the one that a route names (`sendResponse` of Next 16).
 */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Env } from "../config/env.ts";

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;
/** Our own page, whose address holds a token: no script, and the address travels nowhere. */
const FIRST_ADMINISTRATOR = /^(\/api)?\/first-administrator(\/|$)/i;
/** Code of the admin, which is the same for everybody. */
const CODE = /^\/(_next|__nextjs[\w-]*|favicon\.ico)(\/|$)/;

/** Under https browsers come back by https alone. Other hosts of the domain are none of our business. */
export function demandHttps(res: ServerResponse, publicUrl: string): void {
  if (publicUrl.startsWith("https:"))
    res.setHeader("strict-transport-security", `max-age=${ONE_YEAR_SECONDS}`);
}

/** Sets them on `res`, and on `req` the policy from which Next reads the nonce of its own scripts. */
export function setSecurityHeaders(
  req: IncomingMessage,
  res: ServerResponse,
  { development = false }: Partial<Pick<Env, "development">>,
): void {
  const path = (req.url ?? "/").split("?")[0] ?? "/";
  const isFirst = FIRST_ADMINISTRATOR.test(path);
  const policy = isFirst ? FIRST_ADMINISTRATOR_POLICY : adminPolicy(development);
  res.setHeader("content-security-policy", policy);
  // Whoever asks must not name it: Next would take the nonce of a stranger.
  delete req.headers["content-security-policy-report-only"];
  req.headers["content-security-policy"] = policy;
  res.setHeader("x-content-type-options", "nosniff");
  res.setHeader("x-frame-options", isFirst ? "DENY" : "SAMEORIGIN");
  res.setHeader("referrer-policy", isFirst ? "no-referrer" : "same-origin");
  res.setHeader("x-robots-tag", "noindex");
  // Whatever is behind this door is somebody's own: who is logged in, drafts, people.
  if (!CODE.test(path)) res.setHeader("cache-control", "no-store");
}

const FIRST_ADMINISTRATOR_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** In development React and Next's bundler evaluate text; nothing that is built does. */
const adminPolicy = (development: boolean): string =>
  [
    `script-src 'self' 'nonce-${randomBytes(16).toString("base64")}'${development ? " 'unsafe-eval'" : ""}`,
    "frame-ancestors 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ].join("; ");
