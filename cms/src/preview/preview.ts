/**
 * GET /preview/<collection>/<id>?locale=<locale>   for people who are logged in: the draft in the real widgets
 * GET /preview/<token>/embed/v1/content/...        what those widgets read; the token is good for half an hour
 * Nothing of it is kept or cached, and widgets need no cookie for it.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ELEMENT_NAMES, type ElementName, LIST_KINDS } from "@clinic-widgets/shared";
import type { Payload } from "payload";
import { snapshotOf } from "../compile/snapshot.ts";
import { compileTopic } from "../compile/topic.ts";
import type { Env } from "../config/env.ts";
import type { SnapshotStore } from "../store/types.ts";
import { previewPage } from "./previewPage.ts";
import { previewTopic } from "./previewTopic.ts";

const LIFETIME_MS = 30 * 60_000;
const PREFIX = "/preview/";

type Options = { payload: Payload; store: SnapshotStore; env: Pick<Env, "secret" | "publicUrl" | "locales"> };

/** Answers everything below `/preview/`; false for any other address. */
export function createPreview({
  payload,
  store,
  env,
}: Options): (req: IncomingMessage, res: ServerResponse) => boolean {
  return (req, res) => {
    if (!req.url?.startsWith(PREFIX)) return false;
    const url = new URL(req.url, env.publicUrl);
    const parts = url.pathname.slice(PREFIX.length).split("/");
    const content = /^\/preview\/([^/]+)\/embed\/v1\/(content\/.+)$/.exec(url.pathname);
    const answered =
      req.method !== "GET"
        ? send(res, 405, "text/plain", "Only GET is answered here.")
        : content
          ? draftFile(content[1] as string, content[2] as string)
          : page(parts, url);
    Promise.resolve(answered).catch((err: unknown) => {
      payload.logger.error({ err, msg: "A preview failed." });
      send(res, 500, "text/plain", "The preview could not be made. Save the draft and try again.");
    });
    return true;

    async function page([collection = "", id = "", ...rest]: string[], { searchParams }: URL): Promise<void> {
      const { user } = await payload.auth({
        headers: new Headers(
          Object.entries(req.headers).flatMap(([name, value]) =>
            typeof value === "string" ? [[name, value] as [string, string]] : [],
          ),
        ),
      });
      if (!user)
        return redirect(
          res,
          `${env.publicUrl}/admin/login?redirect=${encodeURIComponent(url.pathname + url.search)}`,
        );
      if (user.role === "clinic-manager")
        return send(res, 403, "text/plain", "Drafts are shown to those who write them.");
      const locale = env.locales.find((each) => each === searchParams.get("locale")) ?? env.locales[0];
      const element = elementOf(collection);
      if (rest.length > 0 || !element) return send(res, 404, "text/plain", "There is no such preview.");
      const topic = await previewTopic(payload, collection, id);
      if (typeof topic === "string") return send(res, 404, "text/plain", topic);
      const { docs } = await payload.find({
        collection: "clinics",
        limit: 1,
        depth: 0,
        sort: "createdAt",
        where: { topics: { in: [topic.id] } },
        overrideAccess: true,
      });
      const token = sign(env.secret, `${topic.id}.${Date.now() + LIFETIME_MS}`);
      const body = previewPage({
        title: topic.title || "Draft",
        topic: topic.slug,
        clinic: docs[0]?.slug,
        element,
        locale,
        locales: env.locales,
        source: `${env.publicUrl}${PREFIX}${token}`,
        loader: `${env.publicUrl}/embed/v1/loader.js`,
        here: url.pathname,
      });
      send(res, 200, "text/html", body, {
        "content-security-policy": `default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`,
      });
    }

    async function draftFile(token: string, path: string): Promise<void> {
      const topicId = verify(env.secret, token, Date.now());
      if (!topicId)
        return send(
          res,
          403,
          "application/json",
          JSON.stringify({
            error: { code: "preview-over", message: "This preview is over. Open it again from the admin." },
          }),
        );
      // Clinics and settings have no drafts: what is public is what the preview shows.
      const published = store.snapshot(path);
      if (published && !path.includes("/topics/")) return send(res, 200, "application/json", published.body);
      const compiled = await compileTopic(topicId, { payload, locales: env.locales, draft: true });
      const file = compiled.files.find((each) => each.path === path);
      if (!file)
        return send(
          res,
          404,
          "application/json",
          JSON.stringify({ error: { code: "not-found", message: "The draft has no such file." } }),
        );
      send(res, 200, "application/json", snapshotOf(file, compiled, undefined, new Date()).body);
    }
  };
}

const elementOf = (collection: string): ElementName | undefined =>
  collection === "topics"
    ? "topic"
    : collection === "faqs"
      ? "faq"
      : (LIST_KINDS as readonly string[]).includes(collection)
        ? ELEMENT_NAMES.find((name) => name === collection)
        : undefined;

function sign(secret: string, text: string): string {
  return `${text}.${macOf(secret, text)}`;
}

/** The topic that a token opens, or `undefined` when it is false or over. */
function verify(secret: string, token: string, now: number): string | undefined {
  const [topic = "", expires = "", mac = ""] = token.split(".");
  const right = Buffer.from(macOf(secret, `${topic}.${expires}`));
  const given = Buffer.from(mac);
  if (right.length !== given.length || !timingSafeEqual(right, given) || Number(expires) < now)
    return undefined;
  return topic;
}

const macOf = (secret: string, text: string): string =>
  createHmac("sha256", `preview:${secret}`).update(text).digest("base64url");

function redirect(res: ServerResponse, location: string): void {
  res.writeHead(302, { location, "cache-control": "no-store" });
  res.end();
}

function send(
  res: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  res.end(body);
}
