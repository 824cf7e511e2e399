/** How delivery answers: headers in one place, conditional requests, and the encoding that the reader understands. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { StoredFile } from "../store/storedFile.ts";
import { encodingFor } from "./encoding.ts";

/** Public content without credentials: any page may read it. */
const EVERYWHERE = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  "timing-allow-origin": "*",
  "x-content-type-options": "nosniff",
} as const;

export const CACHE = {
  content: "public, max-age=0, must-revalidate, s-maxage=1, stale-if-error=86400",
  loader: "public, max-age=86400",
  immutable: "public, max-age=31536000, immutable",
  error: "public, max-age=0, must-revalidate, s-maxage=1",
} as const;

export type Extra = Record<string, string>;

/** Sends `file` whole (a Range is ignored), or 304 when the reader has it. */
export async function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  file: StoredFile,
  cache: string,
  extra: Extra = {},
): Promise<void> {
  const vary = { vary: "Accept-Encoding" };
  const encoding = encodingFor(req.headers["accept-encoding"]);
  if (!encoding)
    return sendError(
      req,
      res,
      406,
      "not-acceptable",
      "Accept-Encoding refuses every form that there is: br, gzip and identity.",
      vary,
    );
  const etag = file.etag(encoding);
  const headers = { ...EVERYWHERE, ...extra, ...vary, "cache-control": cache, etag };
  if (matches(req.headers["if-none-match"], etag)) {
    res.writeHead(304, headers);
    res.end();
    return;
  }
  const form = file.form(encoding);
  // Most are there already, and need no turn of the event loop.
  const body = Buffer.isBuffer(form) ? form : await form;
  res.writeHead(200, {
    ...headers,
    "content-type": file.type,
    "content-length": body.length,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
  });
  res.end(req.method === "HEAD" ? undefined : body);
}

/** A clean refusal in JSON, which any page may read. */
export function sendError(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  code: string,
  message: string,
  extra: Extra = {},
): void {
  const body = Buffer.from(JSON.stringify({ error: { code, message } }));
  res.writeHead(status, {
    ...EVERYWHERE,
    "cache-control": CACHE.error,
    "content-type": "application/json; charset=utf-8",
    "content-length": body.length,
    ...extra,
  });
  res.end(req.method === "HEAD" ? undefined : body);
}

/** Answers a preflight; the widgets' own requests never need one. */
export function sendPreflight(res: ServerResponse): void {
  res.writeHead(204, {
    ...EVERYWHERE,
    "access-control-allow-methods": "GET, HEAD, OPTIONS",
    "access-control-allow-headers": "*",
    "access-control-max-age": "86400",
    "content-length": "0",
  });
  res.end();
}

/** By the weak comparison, which If-None-Match asks for: proxies mark tags as weak when they compress again. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === etag || tag === "*");
}
