import { ClinicElement } from "../clinic-element.ts";
import { keyPoints } from "./key-points.definition.ts";

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
  static override readonly definition = keyPoints;
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-key-points": ClinicKeyPoints;
  }
}
