/**
 * A small CMS for browser tests: real HTTP, one independent instance per test below `/cms/<id>`.
 * It answers with the fixtures; rules change how a path answers, and every content request is noted.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** @typedef {{ status?: number, body?: unknown, text?: string, hold?: boolean, pause?: boolean, drop?: boolean, cut?: boolean, noStore?: boolean }} Rule */

/** The code under the name of a release. */
const PINNED = /^\d+\.\d+\.\d+\/clinic-widgets\.js$/;

const PATH = /^\/cms\/([\w-]+)\/(.*)$/;

/**
 * Middleware for the test server.
 * @param {{ fixtures: string, embed: string, renderElement: Function, renderFrame: Function, filesFor: Function }} options
 */
export function contentServer({ fixtures, embed, renderElement, renderFrame, filesFor }) {
  /** @type {Map<string, { rules: Record<string, Rule>, requests: string[], pages: Record<string, string> }>} */
  const instances = new Map();

  const instanceOf = (id) => {
    if (!instances.has(id)) instances.set(id, { rules: {}, requests: [], pages: {} });
    return instances.get(id);
  };

  const contentOf = async (instance, path) => {
    const rule = instance.rules[path];
    if (rule?.body !== undefined) return rule.body;
    return JSON.parse(await readFile(join(fixtures, path), "utf8"));
  };

  const answerContent = async (context, instance, path) => {
    instance.requests.push(path);
    while (instance.rules[path]?.hold) await sleep(10);
    const rule = instance.rules[path] ?? {};
    if (rule.drop) {
      context.respond = false;
      context.req.socket.destroy();
      return;
    }
    if (rule.pause || rule.cut) {
      // The head goes out, the rest later or never.
      context.respond = false;
      const body = JSON.stringify(await contentOf(instance, path));
      context.res.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
      context.res.write(body.slice(0, 20));
      while (instance.rules[path]?.pause) await sleep(10);
      if (rule.cut) context.req.socket.destroy();
      else context.res.end(body.slice(20));
      return;
    }
    if (rule.text !== undefined) return send(context, "text/html", rule.text, rule.status);
    try {
      const body = JSON.stringify(await contentOf(instance, path));
      send(context, "application/json", body, rule.status, rule.noStore ? "no-store" : undefined);
    } catch {
      const error = { code: "not-found", message: `There is no ${path}.` };
      send(context, "application/json", JSON.stringify({ error }), 404);
    }
  };

  const answerHtml = async (context, instance, origin, path, render, also = []) => {
    const [lang, clinic, topic, element] = path.replace(/\.html$/, "").split("/");
    const { styles = "inline", "color-scheme": colorScheme, ...options } = context.query;
    const pathOf = {
      site: `${lang}/site.json`,
      clinic: `${lang}/clinics/${clinic}.json`,
      topic: `${lang}/topics/${topic}.json`,
    };
    const files = {};
    for (const kind of new Set([...filesFor(element), ...also])) {
      files[kind] = await contentOf(instance, pathOf[kind] ?? `${lang}/topics/${topic}/${kind}.json`);
    }
    const assets = JSON.parse(await readFile(join(embed, "manifest.json"), "utf8"));
    const request = { element, lang, clinic, topic, options, styles, colorScheme, origin, now: Date.now() };
    send(context, "text/html", render(request, files, assets));
  };

  return async function answer(context, next) {
    const [, id, path] = PATH.exec(context.path) ?? [];
    if (!id) return next();
    const instance = instanceOf(id);
    const [first, ...others] = path.split("/");
    if (first === "control") {
      const { rules = {}, pages = {} } = JSON.parse(await bodyOf(context.req));
      Object.assign(instance.rules, rules);
      Object.assign(instance.pages, pages);
      return send(context, "text/plain", "");
    }
    if (first === "requests") return send(context, "application/json", JSON.stringify(instance.requests));
    if (first === "pages") return send(context, "text/html", instance.pages[others.join("/")]);
    const file = path.replace("embed/v1/", "");
    if (file.startsWith("content/")) return answerContent(context, instance, file.slice("content/".length));
    if (file.startsWith("html/")) {
      return answerHtml(
        context,
        instance,
        `${context.origin}/cms/${id}`,
        file.slice("html/".length),
        renderElement,
      );
    }
    if (file.startsWith("frame/")) {
      return answerHtml(
        context,
        instance,
        `${context.origin}/cms/${id}`,
        file.slice("frame/".length),
        renderFrame,
        ["clinic", "topic"],
      );
    }
    instance.requests.push(file);
    while (instance.rules[file]?.hold) await sleep(10);
    if (instance.rules[file]?.drop) {
      context.respond = false;
      context.req.socket.destroy();
      return;
    }
    const type = file.endsWith(".css") ? "text/css" : "text/javascript";
    const { script } = JSON.parse(await readFile(join(embed, "manifest.json"), "utf8"));
    const stored = file.replace(PINNED, script);
    const text =
      instance.rules[file]?.text ?? (await readFile(join(embed, stored), "utf8").catch(() => undefined));
    return send(context, type, text ?? "", text === undefined ? 404 : 200);
  };
}

/** Answers by itself, as delivery does, because the test server would let the browser keep everything for a year. */
function send(context, type, body, status = 200, cacheControl = "public, max-age=0, must-revalidate") {
  context.respond = false;
  const etag = `"${createHash("sha1").update(body).digest("hex")}"`;
  const headers = {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": cacheControl,
    "access-control-allow-origin": "*",
    etag,
  };
  const same = status === 200 && context.headers["if-none-match"] === etag;
  context.res.writeHead(same ? 304 : status, headers);
  context.res.end(same ? undefined : body);
}

async function bodyOf(request) {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
