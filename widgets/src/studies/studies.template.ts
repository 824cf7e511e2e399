import { isSafeUrl, type Study } from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import type { FilesOf } from "../content/files-for.ts";
import type { RenderContext } from "../templates/context.ts";
import { richText } from "../templates/rich-text.ts";
import { anchorOf, blockHeading, dirOf, inside, langOf, ownId, some } from "../templates/words.ts";

/** The topic's sources, numbered, with what a reader should know of each. */
export function renderStudies(
  { studies: { items, views } }: FilesOf<"studies">,
  context: RenderContext,
): unknown {
  if (items.length === 0) return nothing;
  return html`${blockHeading(views[0], context, "sources")}
    <ol class="studies" part="list" role="list">${items.map((study) => html`<li part="study" id=${ownId(anchorOf(study), context)}>${renderStudy(study, context)}</li>`)}</ol>`;
}

function renderStudy(study: Study, context: RenderContext): unknown {
  const { texts } = context;
  const own = inside(study, context).texts;
  const { evidenceLevel, plainSummary, population, limitations, status } = study;
  const paper = { lang: study.language };
  return html`<div part="citation" lang=${langOf(paper)} dir=${dirOf(paper)}>${richText(study.citation, context)}</div>
    ${status === "current" ? nothing : html`<p class="warning" part="status"><strong>${texts.status[status]}</strong></p>`}
    <p class="links" part="links">${study.links.filter((link) => isSafeUrl(link.url)).map((link) => html`<a class="target" part="link" href=${link.url}>${texts.links[link.kind]}</a> `)}</p>
    ${
      plainSummary || population || evidenceLevel || some(limitations)
        ? html`<details class="about" part="about" lang=${langOf(study)} dir=${dirOf(study)}><summary class="target">${own.aboutStudy}</summary>
            ${plainSummary ? html`<p>${plainSummary}</p>` : nothing}
            ${population ? html`<p><strong>${own.whoWasStudied}:</strong> ${population}</p>` : nothing}
            ${some(limitations) ? html`<ul>${limitations.map((limit) => html`<li>${limit}</li>`)}</ul>` : nothing}
            ${evidenceLevel ? html`<p class="muted">${own.evidenceLevel(evidenceLevel.level)} (${evidenceLevel.scale}). ${evidenceLevel.reason}</p>` : nothing}
          </details>`
        : nothing
    }`;
}
