/** What the admin and its API answer while they start, or wait for the database. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { plainPage } from "./plainPage.ts";

const RETRY = { "retry-after": "3", "cache-control": "no-store" };

export function answerStarting(req: IncomingMessage, res: ServerResponse): void {
  if (/^\/api(\/|\?|$)/.test(req.url ?? "")) {
    res.writeHead(503, { ...RETRY, "content-type": "application/json; charset=utf-8" });
    const message = "The CMS is starting, or its database is away. Nothing was saved. Try again in a moment.";
    // The shape of Payload's own errors.
    res.end(JSON.stringify({ errors: [{ message }] }));
    return;
  }
  res.writeHead(503, { ...RETRY, "content-type": "text/html; charset=utf-8" });
  res.end(
    plainPage(
      "Starting",
      "<p>The admin is starting, or its database is away. This page tries again by itself. Published content is not affected.</p>",
      '<meta http-equiv="refresh" content="3">',
    ),
  );
}
