/** Where a claim comes from. */
import { isSafeUrl, type SourceRef } from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import type { RenderContext } from "./context.ts";
import { joined, markLanguage } from "./words.ts";

/** "Kużdżał and colleagues, 2025", linked where the study can be read. */
export function sourceLink({ label, url }: SourceRef, context: RenderContext) {
  const words = markLanguage(label, {}, context);
  return url && isSafeUrl(url)
    ? html`<a part="source" href=${url}>${words}</a>`
    : html`<span part="source">${words}</span>`;
}

/** The studies behind a text, in one small line; nothing when there are none. */
export const sourceLine = (sources: SourceRef[], context: RenderContext) =>
  sources.length === 0
    ? nothing
    : html`<p class="muted sources" part="sources">${context.texts.sources}: ${joined(
        sources.map((source) => sourceLink(source, context)),
        "; ",
      )}</p>`;
