/** Serves the demo site on an origin of its own, as a partner's site is. Knows of the CMS only its address. */
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

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
  "trusted-types lit-html clinic-widgets 'allow-duplicates'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/** The pages, with the address of the CMS in its places. */
const pages = new Map(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [
      `/${relative(root, file).replaceAll("\\", "/")}`.replace(/index\.html$/, ""),
      readFileSync(file, "utf8").replaceAll("%CMS%", cms),
    ]),
);

const files = sirv(root, {
  etag: true,
  setHeaders: (res) => {
    for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value);
  },
});

const server = createServer((req, res) => {
  const { pathname } = new URL(req.url ?? "/", "http://demo");
  const page = pages.get(pathname) ?? pages.get(`${pathname}/`);
  if (page) return void send(res, 200, page);
  files(req, res, () =>
    send(
      res,
      404,
      "<!doctype html><html lang=en><title>Not found</title><p>There is no such page. <a href=/>Go to the article.</a></html>",
    ),
  );
});

function send(res, status, body) {
  res.writeHead(status, {
    ...HEADERS,
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
  });
  res.end(body);
}

server.on("error", (error) => {
  process.stderr.write(
    error.code === "EADDRINUSE"
      ? `Port ${port} is in use. Set DEMO_PORT to another number.\n`
      : `${error.stack}\n`,
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
