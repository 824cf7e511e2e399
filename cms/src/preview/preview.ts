/**
 * GET /preview/<collection>/<id>?locale=<locale>   for people who are logged in: the draft in the real widgets
 * GET /preview/<token>/embed/v1/content/...        what those widgets read; the token is good for half an hour at most
 * GET /preview/<token>/login                       204 as long as the token is good and its login goes on, else 403
 * Nothing of it is kept or cached, and widgets need no cookie for it.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { ELEMENT_NAMES, type ElementName, LIST_KINDS } from "@clinic-widgets/shared";
import type { Payload } from "payload";
import { snapshotOf } from "../compile/snapshot.ts";
import { compileTopic } from "../compile/topic.ts";
import type { Env } from "../config/env.ts";
import type { SnapshotStore } from "../store/types.ts";
import { NOT_ALLOWED, OVER, type PreviewRefusal, refusalAt, seesDrafts } from "./login.ts";
import { PAGE_SCRIPT_HASH, previewPage } from "./previewPage.ts";
import { previewTopic } from "./previewTopic.ts";
import { type Preview, readPreview, signPreview } from "./token.ts";

const PREFIX = "/preview/";

type Options = {
  payload: Payload;
  store: Pick<SnapshotStore, "snapshot">;
  env: Pick<Env, "secret" | "publicUrl" | "locales">;
};

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
    const [, token, asked] = /^\/preview\/([^/]+)\/(login|embed\/v1\/content\/.+)$/.exec(url.pathname) ?? [];
    const answered =
      req.method !== "GET"
        ? send(res, 405, "text/plain", "Only GET is answered here.")
        : token && asked
          ? underToken(token, asked)
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
      // By sessions alone it can be seen that a login has ended, and all logins of ours have one.
      const session = (user as { _sid?: string })._sid;
      if (!seesDrafts(user.role) || !session) return send(res, 403, "text/plain", NOT_ALLOWED.message);
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
      const opened = { topic: topic.id, person: String(user.id), session };
      const token = signPreview(env.secret, opened, Date.now());
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
        "content-security-policy": `default-src 'none'; script-src 'self' '${PAGE_SCRIPT_HASH}'; connect-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`,
      });
    }

    async function underToken(token: string, asked: string): Promise<void> {
      const now = new Date();
      const preview = readPreview(env.secret, token, now.getTime());
      const refusal = preview ? await refusalAt(payload, preview, now) : OVER;
      if (refusal || !preview) return sendRefusal(res, 403, refusal ?? OVER);
      if (asked === "login") {
        res.writeHead(204, { "cache-control": "no-store" });
        res.end();
        return;
      }
      await draftFile(preview, asked.slice("embed/v1/".length));
    }

    async function draftFile({ topic }: Preview, path: string): Promise<void> {
      // Clinics and settings have no drafts: what is public is what the preview shows.
      const published = store.snapshot(path);
      if (published && !path.includes("/topics/")) return send(res, 200, "application/json", published.body);
      const compiled = await compileTopic(topic, { payload, locales: env.locales, draft: true });
      const file = compiled.files.find((each) => each.path === path);
      if (!file) return sendRefusal(res, 404, { code: "not-found", message: "The draft has no such file." });
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

function sendRefusal(
  res: ServerResponse,
  status: number,
  error: PreviewRefusal | { code: "not-found"; message: string },
): void {
  send(res, status, "application/json", JSON.stringify({ error }));
}

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
