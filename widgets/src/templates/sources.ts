/** Where a claim comes from. */
import { isSafeUrl, type SourceRef } from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import type { RenderContext } from "./context.ts";

/** "Kużdżał and colleagues, 2025", linked where the study can be read. */
export const sourceLink = ({ label, url }: SourceRef) =>
  url && isSafeUrl(url)
    ? html`<a part="source" href=${url}>${label}</a>`
    : html`<span part="source">${label}</span>`;

/** The studies behind a text, in one small line; nothing when there are none. */
export const sourceLine = (sources: SourceRef[], { texts }: RenderContext) =>
  sources.length === 0
    ? nothing
    : html`<p class="muted sources" part="sources">${texts.sources}: ${sources.map((source, index) => html`${index > 0 ? "; " : nothing}${sourceLink(source)}`)}</p>`;
