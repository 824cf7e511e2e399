import { html, nothing } from "lit";
import type { FilesOf } from "../content/files-for.ts";
import type { RenderContext } from "../templates/context.ts";
import { sourceLine } from "../templates/sources.ts";
import { dirOf, heading, inside, langOf } from "../templates/words.ts";

/** What a reader in a hurry should know. */
export function renderKeyPoints({ topic }: FilesOf<"key-points">, context: RenderContext): unknown {
  const { keyPoints } = topic;
  if (!keyPoints || keyPoints.items.length === 0) return nothing;
  return html`<section class="key-points" part="key-points" lang=${langOf(topic)} dir=${dirOf(topic)}>
    ${keyPoints.heading ? heading(keyPoints.heading, context) : nothing}
    <ul part="list">${keyPoints.items.map((item) => html`<li part="point">${item.text}${sourceLine(item.studies, inside(topic, context))}</li>`)}</ul>
  </section>`;
}
