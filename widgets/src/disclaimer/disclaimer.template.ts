import type { TopicFile } from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import type { FilesOf } from "../content/files-for.ts";
import type { RenderContext } from "../templates/context.ts";
import { richText } from "../templates/rich-text.ts";
import { below, blockHeading, dirOf, langOf, phoneLink } from "../templates/words.ts";
import { dayWords, monthWords } from "../texts/dates.ts";

/** What the reader must not expect of this page, the emergency number first. */
export function renderDisclaimer(
  { clinic, site, topic }: FilesOf<"disclaimer">,
  context: RenderContext,
): unknown {
  const { texts } = context;
  const number = clinic?.emergencyNumber;
  const text = { lang: clinic ? clinic.disclaimerLang : site?.lang };
  const block = topic?.body.find((each) => each.block === "disclaimer");
  // Headings in the text come after one of the block, or are the first themselves.
  const level = below(context, block?.heading ? 0 : -1);
  return html`<div class="disclaimer" part="disclaimer">
    ${blockHeading(block, context)}
    <p class="emergency" part="emergency">${number ? texts.emergency(phoneLink(number, clinic.emergencyUrl)) : texts.emergencyUnknown}</p>
    <div class="muted" part="text" lang=${langOf(text)} dir=${dirOf(text)}>${richText(clinic?.disclaimer ?? site?.disclaimer ?? [], level)}</div>
    ${topic ? renderReview(topic, context) : nothing}
  </div>`;
}

/** "Reviewed by a clinician on 12 October 2026 · Next review April 2027"; nothing without a review. */
export function renderReview({ review }: TopicFile, { texts, lang }: RenderContext): unknown {
  if (!review) return nothing;
  const { reviewedOn, nextReviewOn } = review;
  return html`<p class="muted review" part="review">${texts.reviewed(dayWords(reviewedOn, lang))}${
    // Spaces that do not break, so that no line ends or begins with the dot.
    nextReviewOn ? ["\u00a0·\u00a0", texts.nextReview(monthWords(nextReviewOn, lang))] : nothing
  }</p>`;
}
