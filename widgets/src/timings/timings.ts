import { ClinicElement } from "../clinic-element.ts";
import { timings } from "./timings.definition.ts";

/**
 * When the treatment is used, what for, and what it may do.
 *
 *     <clinic-timings topic="dry-needling-for-runners"></clinic-timings>
 *
 * @slot - the fallback: shown until the content arrives, and again when it cannot be had
 * @fires clinic-load - content was drawn; `detail.stale` is true when it is the last known, because the CMS is away
 * @fires clinic-error - content could not be had; `detail.code` says why
 * @csspart table - a table
 * @csspart column - a column's head
 * @csspart row - a row
 * @csspart row-name - a row's first cell
 * @csspart cell - another cell
 */
export class ClinicTimings extends ClinicElement {
  static override readonly definition = timings;
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-timings": ClinicTimings;
  }
}
