import type { FaqsFile } from "@clinic-widgets/shared";
import { oneOf } from "../attributes.ts";
import { ClinicElement } from "../clinic-element.ts";
import type { Files } from "../controllers/content.ts";
import { QuestionsController } from "../controllers/questions.ts";
import { commonStyles } from "../styles/common.styles.ts";
import type { RenderContext } from "../templates/context.ts";
import { faqStyles } from "./faq.styles.ts";
import { renderFaq } from "./faq.template.ts";

/**
 * A topic's questions, each opening to its answer. A link to `#<slug>` opens that answer; all answers print.
 *
 *     <clinic-faq topic="dry-needling-for-runners" clinic="riverside" open="first">Questions? Call us.</clinic-faq>
 *
 * @slot - the fallback: shown until the content arrives, and again when it cannot be had
 * @fires clinic-load - content was drawn; `detail.stale` is true when it is the last known, because the CMS is away
 * @fires clinic-error - content could not be had; `detail.code` says why
 * @fires clinic-toggle - a reader opened or closed an answer; `detail` is `{ index, open }`
 * @csspart questions - all questions
 * @csspart question - a question with its answer
 * @csspart summary - the row that opens it
 * @csspart question-text - the question's heading
 * @csspart answer - the answer
 * @csspart more - a link to read more
 * @csspart tag - an injury that the question is related to
 */
export class ClinicFaq extends ClinicElement {
  static override styles = [commonStyles, faqStyles];
  static override properties = { open: {}, single: { type: Boolean } };

  /** Which answers are open at first: `none`, `first` or `all`. Default: `none`. */
  declare open: string | undefined;
  /** Whether opening an answer closes the others. Default: false. */
  declare single: boolean;

  protected readonly element = "faq";

  constructor() {
    super();
    this.single = false;
    new QuestionsController(this);
  }

  protected draw(files: Files, context: RenderContext): unknown {
    return renderFaq(files.faqs as FaqsFile, context, {
      open: oneOf(this.open, ["none", "first", "all"] as const, "none"),
      single: this.single,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-faq": ClinicFaq;
  }
}
