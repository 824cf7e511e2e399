import { type Kind, LIST_KINDS, type TopicFile } from "@clinic-widgets/shared";
import { ClinicElement } from "../clinic-element.ts";
import { BookingController } from "../controllers/booking.ts";
import type { Files } from "../controllers/content.ts";
import { QuestionsController } from "../controllers/questions.ts";
import { commonStyles } from "../styles/common.styles.ts";
import type { RenderContext } from "../templates/context.ts";
import { topicStyles } from "./topic.styles.ts";
import { renderTopic } from "./topic.template.ts";

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
  static override styles = [commonStyles, topicStyles];
  static override properties = { section: {}, prose: { type: Boolean } };

  /** Slug of the one section to show, or a piece of what stands before them: `title`, `subtitle`, `review`, `intro`. Default: the whole page. */
  declare section: string | undefined;
  /** Whether to show the text without the lists. Default: false. */
  declare prose: boolean;

  protected readonly element = "topic";

  constructor() {
    super();
    this.prose = false;
    new QuestionsController(this);
    new BookingController(this);
  }

  protected override kinds(has: { topic: string | undefined; clinic: string | undefined }): Kind[] {
    const all = super.kinds(has);
    return this.prose ? all.filter((kind) => !(LIST_KINDS as readonly Kind[]).includes(kind)) : all;
  }

  protected draw(files: Files, context: RenderContext): unknown {
    return renderTopic({ ...files, topic: files.topic as TopicFile }, context, {
      section: this.section,
      prose: this.prose,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-topic": ClinicTopic;
  }
}
