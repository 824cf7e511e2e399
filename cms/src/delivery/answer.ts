/** How delivery answers: headers in one place, conditional requests, and the encoding that the reader understands. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { StoredFile } from "../store/types.ts";

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

/** Sends `file`, or 304 when the reader has it. */
export function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  file: StoredFile,
  cache: string,
  extra: Extra = {},
): void {
  const encoding = encodingFor(req.headers["accept-encoding"]);
  // Each form has a tag of its own: a strong tag promises the very bytes.
  const etag = encoding === "identity" ? file.etag : `${file.etag.slice(0, -1)}-${encoding}"`;
  const headers = { ...EVERYWHERE, ...extra, "cache-control": cache, etag, vary: "Accept-Encoding" };
  if (matches(req.headers["if-none-match"], etag)) {
    res.writeHead(304, headers);
    res.end();
    return;
  }
  const body = encoding === "br" ? file.brotli : encoding === "gzip" ? file.gzip : file.identity;
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

function encodingFor(accepted: string | string[] | undefined): "br" | "gzip" | "identity" {
  const header = String(accepted ?? "").toLowerCase();
  if (accepts(header, "br")) return "br";
  return accepts(header, "gzip") ? "gzip" : "identity";
}

const accepts = (header: string, encoding: string): boolean =>
  header.split(",").some((part) => {
    const [name = "", ...parameters] = part.trim().split(";");
    return name.trim() === encoding && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
  });

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch === "*" || ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
