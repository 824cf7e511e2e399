import { ClinicElement } from "../clinic-element.ts";
import { BookingController } from "../controllers/booking.ts";
import { QuestionsController } from "../controllers/questions.ts";
import { topic } from "./topic.definition.ts";

/**
 * A whole topic page: title, key points, text and lists in the editors' order.
 *
 *     <clinic-topic topic="dry-needling-for-runners" clinic="riverside"></clinic-topic>
 *
 * Its other parts are those of the elements that it is made of.
 *
 * @slot - the fallback: shown until the content arrives, and again when it cannot be had
 * @fires clinic-load - content was drawn; `detail.stale` is true when it is the last known, because the CMS is away
 * @fires clinic-error - content could not be had; `detail.code` says why
 * @fires clinic-toggle - as `<clinic-faq>`
 * @fires clinic-book - as `<clinic-booking>`
 * @csspart topic - the page
 * @csspart header - title, subtitle, review and lead
 * @csspart title - the title
 * @csspart subtitle - the subtitle
 * @csspart lead - the first paragraphs
 * @csspart block - one block of the body
 * @csspart text - a block of text
 */
export class ClinicTopic extends ClinicElement {
  static override readonly definition = topic;
  static override properties = topic.options;

  /** Slug of the one section to show, or a piece of what comes before them: `title`, `subtitle`, `review`, `intro`. Default: the whole page. */
  declare section: string | undefined;
  /** Whether to show the text without the lists. Default: false. */
  declare prose: boolean;

  constructor() {
    super();
    this.prose = false;
    new QuestionsController(this);
    new BookingController(this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-topic": ClinicTopic;
  }
}
