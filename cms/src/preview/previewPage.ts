/** The page of a preview: the real widgets below a line that says what this is. */
import { createHash } from "node:crypto";
import { directionOf, type ElementName, escapeHtml } from "@clinic-widgets/shared";
import { localeLabel } from "../config/localization.ts";

export type PreviewPage = {
  title: string;
  topic: string;
  clinic?: string | undefined;
  element: ElementName;
  locale: string;
  locales: readonly string[];
  source: string;
  loader: string;
  here: string;
};

const STYLE = `
body { margin: 0; font: 18px/1.6 system-ui, sans-serif; color: #17302c; background: #fff; }
.bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding: .75rem max(1rem, calc(50vw - 390px)); background: #fff4d6; border-bottom: 1px solid #d9b64a; font-size: 16px; }
.bar strong { font-weight: 600; }
.bar nav { margin-inline-start: auto; display: flex; gap: 1rem; }
.bar a { color: inherit; padding: .5rem 0; }
.bar a[aria-current] { font-weight: 600; text-decoration: none; }
main { max-width: 780px; margin: 0 auto; padding: 2.5rem 1rem 5rem; }
.over { margin: 0; }
@media print { .bar { position: static; } }`;

/**
 * When the preview is over, the draft goes, and a sentence takes its place. It is asked when the widgets meet a refusal, and when
 * somebody comes back to the page.
 */
const SCRIPT = `
const main = document.querySelector("main");
const source = main.firstElementChild.getAttribute("src");
let isOver = false;
async function look() {
  const answer = await fetch(source + "/login", { cache: "no-store" }).catch(() => undefined);
  if (answer?.status !== 403 || isOver) return;
  isOver = true;
  const { error } = await answer.json();
  const over = document.createElement("p");
  const link = document.createElement("a");
  over.className = "over";
  over.lang = "en";
  over.dir = "ltr";
  over.role = "alert";
  link.href = location.href;
  link.textContent = error.code === "preview-over" ? "Open it again" : "Log in again";
  over.append(error.message + " ", link);
  main.replaceChildren(over);
}
document.addEventListener("clinic-error", look);
document.addEventListener("visibilitychange", () => document.hidden || look());
addEventListener("pageshow", (event) => event.persisted && look());
`;

/** By this name the page's policy lets its own script run. */
export const PAGE_SCRIPT_HASH = `sha256-${createHash("sha256").update(SCRIPT).digest("base64")}`;

/** The whole page as HTML. */
export function previewPage({
  title,
  topic,
  clinic,
  element,
  locale,
  locales,
  source,
  loader,
  here,
}: PreviewPage): string {
  const tag = `clinic-${element}`;
  const attributes = [
    `topic="${escapeHtml(topic)}"`,
    clinic ? `clinic="${escapeHtml(clinic)}"` : "",
    `lang="${escapeHtml(locale)}"`,
    `src="${escapeHtml(source)}"`,
    element === "faq" ? 'open="all"' : "",
  ]
    .filter(Boolean)
    .join(" ");
  const links = locales
    .map(
      (code) =>
        `<a href="${escapeHtml(here)}?locale=${escapeHtml(code)}" hreflang="${escapeHtml(code)}" lang="${escapeHtml(code)}"${code === locale ? ' aria-current="page"' : ""}>${escapeHtml(localeLabel(code))}</a>`,
    )
    .join("");
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Draft: ${escapeHtml(title)}</title>
<style>${STYLE}</style>
<script src="${escapeHtml(loader)}" data-eager async></script>
</head>
<body>
<div class="bar" lang="en" dir="ltr"><strong>Draft preview</strong><span>Not public. Reload after the next save.</span><nav aria-label="Language">${links}</nav></div>
<main><${tag} ${attributes}>The draft is loading.</${tag}></main>
<script type="module">${SCRIPT}</script>
</body>
</html>
`;
}
