import { isSafeUrl, type StudiesFile, type Study } from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import type { RenderContext } from "./context.ts";
import { richText } from "./rich-text.ts";
import { filled, heading, langOf, some } from "./words.ts";

/** The topic's sources, numbered, with what a reader should know of each. */
export function renderStudies({ items, views }: StudiesFile, context: RenderContext): unknown {
  if (items.length === 0) return nothing;
  const title = views[0]?.heading;
  return html`${title ? heading(title, context, "heading", "sources") : nothing}
    <ol class="studies" part="list">${items.map((study) => html`<li part="study" id=${study.slug}>${renderStudy(study, context)}</li>`)}</ol>`;
}

function renderStudy(study: Study, context: RenderContext): unknown {
  const { texts } = context;
  const { evidenceLevel, plainSummary, population, limitations, status } = study;
  return html`<div part="citation">${richText(study.citation, context)}</div>
    ${status === "current" ? nothing : html`<p class="warning" part="status"><strong>${texts.status[status]}</strong></p>`}
    <p class="links" part="links">${study.links.filter((link) => isSafeUrl(link.url)).map((link) => html`<a class="target" part="link" href=${link.url}>${texts.links[link.kind]}</a> `)}</p>
    ${
      plainSummary || population || evidenceLevel || some(limitations)
        ? html`<details class="about" part="about" lang=${langOf(study)}><summary class="target">${texts.aboutStudy}</summary>
            ${plainSummary ? html`<p>${filled(plainSummary, context)}</p>` : nothing}
            ${population ? html`<p><strong>${texts.whoWasStudied}:</strong> ${filled(population, context)}</p>` : nothing}
            ${some(limitations) ? html`<ul>${limitations.map((limit) => html`<li>${filled(limit, context)}</li>`)}</ul>` : nothing}
            ${evidenceLevel ? html`<p class="muted">${texts.evidenceLevel(evidenceLevel.scale, evidenceLevel.level)}. ${evidenceLevel.reason}</p>` : nothing}
          </details>`
        : nothing
    }`;
}
