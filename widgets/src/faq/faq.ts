import { ClinicElement } from "../clinic-element.ts";
import { QuestionsController } from "../controllers/questions.ts";
import { faq } from "./faq.definition.ts";

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
  static override readonly definition = faq;
  static override properties = faq.options;

  /** Which answers are open at first: `none`, `first` or `all`. Default: `none`. */
  declare open: string | undefined;
  /** Whether opening an answer closes the others. Default: false. */
  declare single: boolean;

  constructor() {
    super();
    this.single = false;
    new QuestionsController(this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-faq": ClinicFaq;
  }
}
