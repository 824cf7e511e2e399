/**
 * GET, HEAD /embed/v1/...: published content, the widgets' code, schemas, and elements rendered on the server.
 * From memory: it needs neither Payload, Next nor the database to answer. Paths are those of the contract.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { EMBED_PATH, LIST_KINDS } from "@clinic-widgets/shared";
import { jsonSchemaOf, schemas } from "@clinic-widgets/shared/schemas";
import type { Logger } from "pino";
import { StoredFile } from "../store/storedFile.ts";
import type { SnapshotStore } from "../store/types.ts";
import { CACHE, sendError, sendFile, sendPreflight } from "./answer.ts";
import { documentHeaders } from "./documentHeaders.ts";
import { createHtml, type Renderer } from "./html.ts";

export type { Renderer } from "./html.ts";

const LONGEST_URL = 2048;
const LONGEST_LOGGED = 300;
const SEGMENT = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

export type DeliveryOptions = {
  store: SnapshotStore;
  renderer: Renderer;
  publicUrl: string;
  locales: readonly string[];
  log: Pick<Logger, "info" | "error">;
};

/** The handler of everything below `/embed`; false for any other address. */
export function createDelivery({
  store,
  renderer,
  publicUrl,
  locales,
  log,
}: DeliveryOptions): (req: IncomingMessage, res: ServerResponse) => boolean {
  const html = createHtml({ store, renderer, publicUrl, locales });
  const headersOf = documentHeaders(publicUrl);
  const schemaFiles = new Map<string, StoredFile>();

  return (req, res) => {
    const url = req.url ?? "";
    if (!/^\/embed([/?]|$)/.test(url)) return false;
    logWhenDone(req, res, log);
    if (req.method === "OPTIONS") sendPreflight(res);
    else if (req.method !== "GET" && req.method !== "HEAD")
      sendError(req, res, 405, "method-not-allowed", "Only GET, HEAD and OPTIONS are answered here.", {
        allow: "GET, HEAD, OPTIONS",
        // Whatever body comes is not waited for.
        connection: "close",
      });
    else if (url.length > LONGEST_URL)
      sendError(req, res, 414, "address-too-long", "The address is too long.");
    else void answer(req, res, url);
    return true;
  };

  /** Never throws: a fault of ours is an answer too. */
  async function answer(req: IncomingMessage, res: ServerResponse, url: string): Promise<void> {
    try {
      await find(req, res, url);
    } catch (err) {
      log.error({ err, msg: `Answering ${(url.split("?")[0] ?? "").slice(0, LONGEST_LOGGED)} failed.` });
      if (res.headersSent) return void res.destroy();
      sendError(
        req,
        res,
        500,
        "not-drawn",
        "This could not be drawn. The element itself, with JavaScript, is not affected.",
        { "cache-control": "no-store" },
      );
    }
  }

  async function find(req: IncomingMessage, res: ServerResponse, url: string): Promise<void> {
    const [address = "", query = ""] = split(url, "?");
    if (!address.startsWith(EMBED_PATH))
      return notFound(req, res, "not-found", `Everything is below ${EMBED_PATH}.`);
    const path = address.slice(EMBED_PATH.length);
    const file = store.file(path);
    if (file) return sendFile(req, res, file, cacheOf(path, file));
    if (path !== "" && !path.split("/").every((segment) => SEGMENT.test(segment)))
      return sendError(req, res, 400, "bad-address", "The address holds characters that no file here has.");
    if (path.startsWith("html/") || path.startsWith("frame/")) {
      const drawn = html(path, new URLSearchParams(query));
      if (drawn instanceof StoredFile) return sendFile(req, res, drawn, CACHE.content, headersOf(path));
      if (drawn.status === 404) return notFound(req, res, drawn.code, drawn.message);
      return sendError(req, res, drawn.status, drawn.code, drawn.message);
    }
    if (path.startsWith("schema/")) return schema(req, res, path);
    const { code, message } = explain(path);
    notFound(req, res, code, message);
  }

  /** To readers 404 means: delete your copy. So it is said only by a server that knows all that is public. */
  function notFound(req: IncomingMessage, res: ServerResponse, code: string, message: string): void {
    if (store.isComplete()) sendError(req, res, 404, code, message);
    else
      sendError(
        req,
        res,
        503,
        "not-ready",
        "This server has just started and does not know yet what is published. Keep your copy and ask again.",
        { "retry-after": "3", "cache-control": "no-store" },
      );
  }

  async function schema(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
    const kind = /^schema\/([a-z-]+)\.json$/.exec(path)?.[1] as keyof typeof schemas | undefined;
    if (!kind || !Object.hasOwn(schemas, kind))
      return sendError(
        req,
        res,
        404,
        "unknown-kind",
        `There is a schema for each of: ${Object.keys(schemas).join(", ")}.`,
      );
    let file = schemaFiles.get(kind);
    if (!file) {
      file = new StoredFile(path, JSON.stringify(jsonSchemaOf(kind)));
      schemaFiles.set(kind, file);
    }
    return sendFile(req, res, file, CACHE.content);
  }

  /** What a reader did wrong, as far as the address shows. */
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

/** What comes before and after the first `separator`. */
function split(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
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
    const path = (req.url ?? "").split("?")[0]?.slice(0, LONGEST_LOGGED);
    log.info({
      msg: "Delivered.",
      method: req.method,
      path,
      status: res.statusCode,
      ms: Math.round((performance.now() - start) * 100) / 100,
    });
  });
}
