import { ClinicElement } from "../clinic-element.ts";
import { benefits } from "./benefits.definition.ts";

/**
 * What the treatment may do, as a table or as sections with the studies behind them. Without attributes it shows what the
 * topic shows, in the topic's order.
 *
 *     <clinic-benefits topic="dry-needling-for-runners" clinic="riverside" group="evidence" view="table"></clinic-benefits>
 *
 * @slot - the fallback: shown until the content arrives, and again when it cannot be had
 * @fires clinic-load - content was drawn; `detail.stale` is true when it is the last known, because the CMS is away
 * @fires clinic-error - content could not be had; `detail.code` says why
 * @csspart sections - all sections
 * @csspart subheading - the line under their heading
 * @csspart section - one benefit
 * @csspart section-heading - its heading
 * @csspart number - its number
 * @csspart study - the box with what a study showed
 * @csspart study-heading - the box's heading
 * @csspart result - what the study showed
 * @csspart table - a table
 * @csspart column - a column's head
 * @csspart row - a row
 * @csspart row-name - a row's first cell
 * @csspart cell - another cell
 */
export class ClinicBenefits extends ClinicElement {
  static override readonly definition = benefits;
  static override properties = benefits.options;

  /** `overview` or `evidence`. Default: both. */
  declare group: string | undefined;
  /** `table` or `sections`. Default: as on the topic's page. */
  declare view: string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-benefits": ClinicBenefits;
  }
}
