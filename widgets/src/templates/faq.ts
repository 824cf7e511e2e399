import { type Faq, type FaqsFile, isSafeUrl } from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import type { RenderContext } from "./context.ts";
import { richText } from "./rich-text.ts";
import { sourceLine } from "./sources.ts";
import { below, dirOf, heading, langOf, some } from "./words.ts";

export type FaqOptions = { open: "none" | "first" | "all"; single: boolean };

/** The questions as an accordion of native disclosures. */
export function renderFaq(
  { items, views }: FaqsFile,
  context: RenderContext,
  { open, single }: FaqOptions,
): unknown {
  if (items.length === 0) return nothing;
  const title = views[0]?.heading;
  const inner = title ? below(context) : context;
  return html`${title ? heading(title, context, "heading", "questions") : nothing}
    <div class="faq" part="questions">${items.map(
      (faq, index) =>
        html`<details data-question part="question" id=${faq.slug} name=${single ? "questions" : nothing} ?open=${open === "all" || (open === "first" && index === 0)} lang=${langOf(faq)} dir=${dirOf(faq)}>
          <summary part="summary">${heading(faq.question, inner, "question-text")}</summary>
          <div class="answer" part="answer">${renderAnswer(faq, below(inner))}</div>
        </details>`,
    )}</div>`;
}

const renderAnswer = (faq: Faq, context: RenderContext) =>
  html`${richText(faq.answer, context)}${faq.relatedLinks
    .filter((link) => isSafeUrl(link.url))
    .map((link) => html`<p><a class="more" part="more" href=${link.url}>${link.label}</a></p>`)}${
    some(faq.relatedInjuries)
      ? html`<p class="related"><span class="muted">${context.texts.relatedInjuries}:</span> ${faq.relatedInjuries.map((injury) => html`<span class="tag" part="tag">${injury.name}</span> `)}</p>`
      : nothing
  }${sourceLine(faq.studies, context)}`;
