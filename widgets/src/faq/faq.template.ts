import { type Faq, isSafeUrl } from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import type { FilesOf } from "../content/files-for.ts";
import type { OptionValues } from "../options.ts";
import type { RenderContext } from "../templates/context.ts";
import { richText } from "../templates/rich-text.ts";
import { sourceLine } from "../templates/sources.ts";
import {
  anchorOf,
  below,
  blockHeading,
  dirOf,
  heading,
  inside,
  langOf,
  markLanguage,
  ownId,
  some,
} from "../templates/words.ts";
import type { faqOptions } from "./faq.definition.ts";

/**
 * The questions as an accordion of native disclosures. With `single`, "all" is the first: of several that are open, engines
 * keep different ones.
 */
export function renderFaq(
  { faqs: { items, views } }: FilesOf<"faq">,
  context: RenderContext,
  { open, single }: OptionValues<typeof faqOptions>,
): unknown {
  if (items.length === 0) return nothing;
  const [view] = views;
  const inner = view?.heading ? below(context) : context;
  return html`${blockHeading(view, context, "questions")}
    <div class="faq" part="questions">${items.map(
      (faq, index) =>
        html`<details data-question part="question" id=${ownId(anchorOf(faq), inner)} name=${single ? "questions" : nothing} ?open=${open !== "none" && (index === 0 || (open === "all" && !single))} lang=${langOf(faq)} dir=${dirOf(faq)}>
          <summary part="summary">${heading(faq.question, inner, "question-text")}</summary>
          <div class="answer" part="answer">${renderAnswer(faq, inside(faq, inner))}</div>
        </details>`,
    )}</div>`;
}

const renderAnswer = (faq: Faq, context: RenderContext) =>
  html`${richText(faq.answer, context)}${faq.relatedLinks
    .filter((link) => isSafeUrl(link.url))
    .map((link) => html`<p><a class="more" part="more" href=${link.url}>${link.label}</a></p>`)}${
    some(faq.relatedInjuries)
      ? html`<p class="related"><span class="muted">${context.texts.relatedInjuries}:</span> ${faq.relatedInjuries.map((injury) => html`<span class="tag" part="tag">${markLanguage(injury.name, injury, context)}</span> `)}</p>`
      : nothing
  }${sourceLine(faq.studies, context)}`;
