/**
 * Serves the demo site on an origin of its own, as a partner's site is. Knows of the CMS only its address.
 * Every file is in memory and found by its exact path, so no address can lead anywhere else.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const port = Number(process.env.DEMO_PORT || 4000);
const cms = new URL(process.env.CMS_URL || "http://localhost:3000").origin;
const root = join(dirname(fileURLToPath(import.meta.url)), "dist");

/** What a careful partner allows: its own files, and the CMS for scripts and content. Nothing else is reachable. */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' ${cms}`,
  `connect-src ${cms}`,
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const NOT_FOUND = {
  status: 404,
  body: "<!doctype html><html lang=en><title>Not found</title><p>There is no such page. <a href=/>Go to the article.</a></html>",
  headers: { "content-type": TYPES[".html"], "cache-control": "no-cache" },
};

/** The answer to each path. */
const answers = new Map(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => {
      const path = `/${relative(root, file).replaceAll(sep, "/")}`;
      return [path.replace(/(?<=\/)index\.html$/, ""), { status: 200, ...fileAnswer(file, path) }];
    }),
);

function fileAnswer(file, path) {
  const content = readFileSync(file);
  const body = file.endsWith(".html") ? content.toString("utf8").replaceAll("%CMS%", cms) : content;
  return {
    body,
    headers: {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      // The names of built files hold a hash of what is in them.
      "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    },
  };
}

/** @param {import("node:http").IncomingMessage} req @returns {{ status: number, headers: Record<string, string>, body?: string | Buffer }} */
function answerTo({ method, url = "/", headers }) {
  if (method !== "GET" && method !== "HEAD") return { status: 405, headers: { allow: "GET, HEAD" } };
  const [path, query] = url.split("?", 2);
  const answer = answers.get(path);
  if (answer?.headers.etag && answer.headers.etag === headers["if-none-match"])
    return { status: 304, headers: answer.headers };
  if (answer) return answer;
  if (answers.has(`${path}/`))
    return { status: 308, headers: { location: `${path}/${query === undefined ? "" : `?${query}`}` } };
  return NOT_FOUND;
}

const server = createServer((req, res) => {
  const { status, headers, body } = answerTo(req);
  res.writeHead(status, { ...HEADERS, ...headers, "content-length": body ? Buffer.byteLength(body) : 0 });
  res.end(req.method === "HEAD" ? undefined : body);
});

server.on("error", (error) => {
  process.stderr.write(
    error.code === "EADDRINUSE"
      ? `Port ${port} is in use. Set DEMO_PORT to another number.\n`
      : `The demo site could not start: ${error.message}\n`,
  );
  process.exit(1);
});
server.listen(port);
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
