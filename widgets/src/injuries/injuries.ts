import { ClinicElement } from "../clinic-element.ts";
import { injuries } from "./injuries.definition.ts";

/**
 * The topic's injuries with the muscles and tissues involved, as a table or as a list. Without `view` it shows what the
 * topic shows, in the topic's order.
 *
 *     <clinic-injuries topic="dry-needling-for-runners" view="list"></clinic-injuries>
 *
 * @slot - the fallback: shown until the content arrives, and again when it cannot be had
 * @fires clinic-load - content was drawn; `detail.stale` is true when it is the last known, because the CMS is away
 * @fires clinic-error - content could not be had; `detail.code` says why
 * @csspart list - all injuries
 * @csspart injury - one injury
 * @csspart name - its heading
 * @csspart structures - the muscles and tissues involved
 * @csspart tag - one of them
 * @csspart more - the link to read more
 * @csspart table - a table
 * @csspart column - a column's head
 * @csspart row - a row
 * @csspart row-name - a row's first cell
 * @csspart cell - another cell
 */
export class ClinicInjuries extends ClinicElement {
  static override readonly definition = injuries;
  static override properties = injuries.options;

  /** `table` or `list`. Default: as on the topic's page. */
  declare view: string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-injuries": ClinicInjuries;
  }
}
