/**
 * GET, HEAD /embed/v1/...: published content, the widgets' code, schemas, and elements rendered on the server.
 * From memory: it needs neither Payload, Next nor the database to answer. Paths are those of the contract.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { EMBED_PATH, LIST_KINDS } from "@clinic-widgets/shared";
import { jsonSchemaOf, schemas } from "@clinic-widgets/shared/schemas";
import type { Logger } from "pino";
import { prepare } from "../store/memory.ts";
import type { SnapshotStore, StoredFile } from "../store/types.ts";
import { CACHE, sendError, sendFile, sendPreflight } from "./answer.ts";
import { createHtml, type Renderer } from "./html.ts";

export type { Renderer } from "./html.ts";

const LONGEST_URL = 2048;
const SEGMENT = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

export type DeliveryOptions = {
  store: SnapshotStore;
  renderer: Renderer;
  publicUrl: string;
  locales: readonly string[];
  log: Pick<Logger, "info" | "error">;
};

/** The handler of everything below `/embed/v1/`; false for any other address. */
export function createDelivery({
  store,
  renderer,
  publicUrl,
  locales,
  log,
}: DeliveryOptions): (req: IncomingMessage, res: ServerResponse) => boolean {
  const html = createHtml({ store, renderer, publicUrl, locales });
  const schemaFiles = new Map<string, Promise<StoredFile>>();

  return (req, res) => {
    const url = req.url ?? "";
    if (!url.startsWith(EMBED_PATH)) return false;
    logWhenDone(req, res, log);
    if (req.method === "OPTIONS") sendPreflight(res);
    else if (req.method !== "GET" && req.method !== "HEAD")
      sendError(req, res, 405, "method-not-allowed", "Only GET, HEAD and OPTIONS are answered here.", {
        allow: "GET, HEAD, OPTIONS",
      });
    else if (url.length > LONGEST_URL)
      sendError(req, res, 414, "address-too-long", "The address is too long.");
    else answer(req, res, url);
    return true;
  };

  function answer(req: IncomingMessage, res: ServerResponse, url: string): void {
    const at = url.indexOf("?");
    const path = url.slice(EMBED_PATH.length, at < 0 ? undefined : at);
    const file = store.file(path);
    if (file) sendFile(req, res, file, cacheOf(path, file));
    else if (path !== "" && !path.split("/").every((segment) => SEGMENT.test(segment)))
      sendError(req, res, 400, "bad-address", "The address holds characters that no file here has.");
    else if (path.startsWith("html/") || path.startsWith("frame/"))
      void drawn(req, res, path, new URLSearchParams(at < 0 ? "" : url.slice(at + 1)));
    else if (path.startsWith("schema/")) void schema(req, res, path);
    else {
      const { code, message } = explain(path);
      sendError(req, res, 404, code, message);
    }
  }

  async function drawn(
    req: IncomingMessage,
    res: ServerResponse,
    path: string,
    query: URLSearchParams,
  ): Promise<void> {
    try {
      const result = await html(path, query);
      if ("code" in result) sendError(req, res, result.status, result.code, result.message);
      else
        sendFile(
          req,
          res,
          result,
          CACHE.content,
          path.startsWith("frame/")
            ? { "x-robots-tag": "noindex", "content-security-policy": "frame-ancestors *" }
            : {},
        );
    } catch (err) {
      log.error({ err, msg: `Drawing ${path} failed.` });
      sendError(
        req,
        res,
        500,
        "not-drawn",
        "This element could not be drawn. The element itself, with JavaScript, is not affected.",
      );
    }
  }

  async function schema(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
    const kind = /^schema\/([a-z-]+)\.json$/.exec(path)?.[1] as keyof typeof schemas | undefined;
    if (!kind || !(kind in schemas))
      return sendError(
        req,
        res,
        404,
        "unknown-kind",
        `There is a schema for each of: ${Object.keys(schemas).join(", ")}.`,
      );
    if (!schemaFiles.has(kind))
      schemaFiles.set(kind, prepare(path, Buffer.from(JSON.stringify(jsonSchemaOf(kind)))));
    sendFile(req, res, (await schemaFiles.get(kind)) as StoredFile, CACHE.content);
  }

  /** What a reader did wrong, as far as the address tells. */
  function explain(path: string): { code: string; message: string } {
    const [root, locale = "", group = "", name = "", list] = path.split("/");
    if (root !== "content") return { code: "not-found", message: "There is no such file." };
    if (!locales.includes(locale))
      return {
        code: "unknown-locale",
        message: `There is no content in "${locale}". There is: ${locales.join(", ")}.`,
      };
    const slug = name.replace(/\.json$/, "");
    if (group === "clinics" && list === undefined)
      return { code: "unknown-clinic", message: `There is no clinic "${slug}".` };
    if (group !== "topics")
      return {
        code: "unknown-kind",
        message: "There are site.json, clinics/<clinic>.json and topics/<topic>.json.",
      };
    const kind = list?.replace(/\.json$/, "");
    if (kind !== undefined && !(LIST_KINDS as readonly string[]).includes(kind))
      return { code: "unknown-kind", message: `A topic has these lists: ${LIST_KINDS.join(", ")}.` };
    return { code: "unknown-topic", message: `There is no topic "${slug}".` };
  }
}

/** The loader floats, code never changes, and content is asked for again on every visit. */
function cacheOf(path: string, file: StoredFile): string {
  if (path === "loader.js") return CACHE.loader;
  return file.immutable ? CACHE.immutable : CACHE.content;
}

/** Readers stay unknown: neither address, referrer nor browser is written down. */
function logWhenDone(req: IncomingMessage, res: ServerResponse, log: Pick<Logger, "info">): void {
  const start = performance.now();
  res.once("finish", () => {
    const path = (req.url ?? "").split("?")[0];
    log.info({
      msg: "Delivered.",
      method: req.method,
      path,
      status: res.statusCode,
      ms: Math.round((performance.now() - start) * 100) / 100,
    });
  });
}
