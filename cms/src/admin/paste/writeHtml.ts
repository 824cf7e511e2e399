/** Writes pieces as the plain HTML that the editor reads: paragraphs, headings of two sizes, nested lists. */
import { escapeHtml } from "@clinic-widgets/shared";
import type { Piece, Run } from "./pieces.ts";

type OpenList = { tag: "ul" | "ol"; next: number };

/** `headings`: whether the field has headings. Where it has none they become bold paragraphs. */
export function writeHtml(pieces: Piece[], { headings }: { headings: boolean }): string {
  const largest = Math.min(...pieces.filter(({ kind }) => kind === "heading").map(({ level }) => level));
  const html: string[] = [];
  const open: OpenList[] = [];
  const close = (depth: number) => {
    while (open.length > depth) html.push("</li>", `</${open.pop()?.tag}>`);
  };
  for (const piece of pieces) {
    if (piece.kind === "item") {
      writeItem(piece);
      continue;
    }
    close(0);
    if (piece.kind === "paragraph") html.push(`<p>${piece.runs.map(runHtml).join("")}</p>`);
    else if (headings) {
      const tag = piece.level === largest ? "h3" : "h4";
      html.push(`<${tag}>${piece.runs.map(runHtml).join("")}</${tag}>`);
    } else html.push(`<p><strong>${piece.runs.map(runHtml).join("")}</strong></p>`);
  }
  close(0);
  return html.join("");

  function writeItem({ level, number, runs }: Piece): void {
    // A list begins one level below the item before it, whatever the numbers say.
    const depth = Math.min(level, open.length + 1);
    close(depth);
    const tag = number === undefined ? "ul" : "ol";
    const current = open[depth - 1];
    if (current && (current.tag !== tag || (number !== undefined && current.next !== number)))
      close(depth - 1);
    if (open.length < depth) {
      html.push(tag === "ol" && number !== 1 ? `<ol start="${number}">` : `<${tag}>`);
      open.push({ tag, next: number ?? 0 });
    } else html.push("</li>");
    html.push(`<li>${runs.map(runHtml).join("")}`);
    const list = open[depth - 1] as OpenList;
    if (number !== undefined) list.next = number + 1;
  }
}

function runHtml(run: Run): string {
  if (run === "break") return "<br>";
  let html = escapeHtml(run.text);
  if (run.raised) html = `<sup>${html}</sup>`;
  if (run.lowered) html = `<sub>${html}</sub>`;
  if (run.emphasis) html = `<em>${html}</em>`;
  if (run.strong) html = `<strong>${html}</strong>`;
  return run.url ? `<a href="${escapeHtml(run.url)}">${html}</a>` : html;
}
