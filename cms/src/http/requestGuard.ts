/** The door in front of Payload and Next: what is refused or sent elsewhere before either sees it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Env } from "../config/env.ts";
import { isFromForeignPage } from "./foreignPage.ts";
import { plainPage } from "./plainPage.ts";
import { withoutForeignRedirect } from "./safeRedirect.ts";
import { setSecurityHeaders } from "./securityHeaders.ts";
import { readHostCookie } from "./sessionCookie.ts";

/** A long topic with its history is a few hundred kilobytes; ten times that is a mistake or an attack. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
/** What Next and the preview answer; `/embed` has been answered before. */
const KNOWN_PATH = /^\/(admin|api|_next|__nextjs[\w-]*|preview|first-administrator|favicon\.ico)(\/|$)/;
const UNSAFE_PATH = /(^|\/)\.\.(\/|$)|%2f|%5c|%00|\\/i;

/** Answers what must not go further; true when it did. */
export function guardRequest(req: IncomingMessage, res: ServerResponse, env: Env): boolean {
  const url = req.url ?? "/";
  const path = url.split("?")[0] ?? "/";
  setSecurityHeaders(req, res, env);
  if (!METHODS.has(req.method ?? "")) {
    return refuse(res, 405, `The method ${req.method} is not supported here.`, {
      allow: [...METHODS].join(", "),
    });
  }
  // A proxy's absolute form would make the redirects below point anywhere.
  if (!url.startsWith("/")) return refuse(res, 400, "The address must be a path that begins with a slash.");
  if (!isDecodable(path) || UNSAFE_PATH.test(path))
    return refuse(res, 400, "The address holds characters that are not allowed in a path.");
  if (isForeignHost(req, env)) return redirect(req, res, env.publicUrl + url);
  const own = withoutForeignRedirect(url, env.publicUrl);
  if (own !== undefined) return redirect(req, res, env.publicUrl + own);
  if (path === "/") return redirect(req, res, `${env.publicUrl}/admin`);
  if (!KNOWN_PATH.test(path)) return answerNothingHere(res);
  if (isFromForeignPage(req, env.publicUrl))
    return refuse(
      res,
      403,
      "This was sent by a page of another website, so nothing was done. Open the admin itself and try again there.",
      { connection: "close" },
    );
  readHostCookie(req, env.publicUrl);
  nameOnlyPublicAddress(req, env);
  return refusesBody(req, res);
}

function answerNothingHere(res: ServerResponse): boolean {
  res.writeHead(404, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  res.end(
    plainPage(
      "Nothing is at this address",
      '<p>It may be misspelt, or what stood here has moved.</p><a class="button" href="/admin">To the admin</a>',
    ),
  );
  return true;
}

function refusesBody(req: IncomingMessage, res: ServerResponse): boolean {
  if (req.method === "GET" || req.method === "HEAD" || req.method === "OPTIONS") return false;
  const length = req.headers["content-length"];
  if (length === undefined) {
    if (req.headers["transfer-encoding"] === undefined) return false;
    return refuse(res, 411, "Send the length of the body in a Content-Length header.", {
      connection: "close",
    });
  }
  if (Number(length) <= MAX_BODY_BYTES) return false;
  return refuse(res, 413, `The body is larger than ${MAX_BODY_BYTES / 1024 / 1024} MB. Nothing was saved.`, {
    connection: "close",
  });
}

/**
 * A login belongs to one host: under another one saves would fail, so readers are sent to the right one.
 * A proxy may name the host that was asked for beside its own; no browser lets a foreign page write that header, and it
 * leads nowhere but to the public address.
 */
function isForeignHost(req: IncomingMessage, env: Env): boolean {
  const forwarded = String(req.headers["x-forwarded-host"] ?? "").split(",")[0];
  const asked = [req.headers.host, forwarded]
    .filter(Boolean)
    .map((host) => withoutDefaultPort(host as string));
  return asked.length > 0 && !asked.includes(withoutDefaultPort(new URL(env.publicUrl).host));
}

/** Proxies and clients differ in whether they name the port that goes without saying. */
const withoutDefaultPort = (host: string): string =>
  host
    .trim()
    .toLowerCase()
    .replace(/:(80|443)$/, "");

/** Payload and Next build addresses from these: from now on there is one truth, the configured one. */
function nameOnlyPublicAddress(req: IncomingMessage, env: Env): void {
  const { host, protocol } = new URL(env.publicUrl);
  for (const name of ["forwarded", "x-forwarded-host", "x-forwarded-port"]) delete req.headers[name];
  req.headers.host = host;
  req.headers["x-forwarded-proto"] = protocol.slice(0, -1);
}

function redirect(req: IncomingMessage, res: ServerResponse, location: string): boolean {
  // 308 keeps method and body, so that nothing typed is lost on the way.
  res.writeHead(req.method === "GET" || req.method === "HEAD" ? 302 : 308, {
    location,
    "cache-control": "no-store",
  });
  res.end();
  return true;
}

/** Answers with a sentence. */
export function refuse(
  res: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): boolean {
  // The shape of Payload's own errors, so that the admin UI can show the sentence.
  res.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    ...headers,
  });
  res.end(JSON.stringify({ errors: [{ message }] }));
  return true;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
