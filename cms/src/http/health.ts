/**
 * GET /healthz — 200 while the process can answer: what a supervisor restarts on.
 * GET /readyz — 200 when the database answers too, else 503: what a load balancer of the admin UI asks.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Payload } from "payload";
import { databaseAnswers } from "../database/outage.ts";

/** Answers the two health addresses; false for any other. */
export function answerHealth(
  req: IncomingMessage,
  res: ServerResponse,
  parts: { payload?: Payload; admin?: unknown },
): boolean {
  const path = req.url?.split("?")[0];
  if (path !== "/healthz" && path !== "/readyz") return false;
  if (req.method !== "GET" && req.method !== "HEAD") {
    answer(
      res,
      405,
      { status: "error", message: "Only GET and HEAD are answered here." },
      { allow: "GET, HEAD" },
    );
  } else if (path === "/healthz") {
    answer(res, 200, { status: "ok" });
  } else {
    void databaseAnswers(parts.payload).then((database) => {
      const ready = database && parts.admin !== undefined;
      answer(res, ready ? 200 : 503, {
        status: ready ? "ok" : "unavailable",
        database: database ? "ok" : "away",
        admin: parts.admin ? "ok" : "starting",
      });
    });
  }
  return true;
}

function answer(
  res: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    ...headers,
  });
  res.end(`${JSON.stringify(body)}\n`);
}
