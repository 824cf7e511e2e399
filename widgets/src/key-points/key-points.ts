import type { TopicFile } from "@clinic-widgets/shared";
import { ClinicElement } from "../clinic-element.ts";
import type { Files } from "../controllers/content.ts";
import { commonStyles } from "../styles/common.styles.ts";
import type { RenderContext } from "../templates/context.ts";
import { keyPointsStyles } from "./key-points.styles.ts";
import { renderKeyPoints } from "./key-points.template.ts";

/**
 * The topic's key points in one box.
 *
 *     <clinic-key-points topic="dry-needling-for-runners"></clinic-key-points>
 *
 * @slot - the fallback: shown until the content arrives, and again when it cannot be had
 * @fires clinic-load - content was drawn; `detail.stale` is true when it is the last known, because the CMS is away
 * @fires clinic-error - content could not be had; `detail.code` says why
 * @csspart key-points - the box
 * @csspart list - the list in it
 * @csspart point - one point
 */
export class ClinicKeyPoints extends ClinicElement {
  static override styles = [commonStyles, keyPointsStyles];

  protected readonly element = "key-points";

  protected draw(files: Files, context: RenderContext): unknown {
    return renderKeyPoints(files.topic as TopicFile, context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-key-points": ClinicKeyPoints;
  }
}
