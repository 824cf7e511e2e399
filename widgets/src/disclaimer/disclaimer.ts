import { ClinicElement } from "../clinic-element.ts";
import { disclaimer } from "./disclaimer.definition.ts";

/**
 * The disclaimer with the emergency number of the clinic's country, and when the topic was reviewed.
 *
 *     <clinic-disclaimer clinic="riverside" topic="dry-needling-for-runners"></clinic-disclaimer>
 *
 * @slot - the fallback: shown until the content arrives, and again when it cannot be had
 * @fires clinic-load - content was drawn; `detail.stale` is true when it is the last known, because the CMS is away
 * @fires clinic-error - content could not be had; `detail.code` says why
 * @csspart disclaimer - all of it
 * @csspart emergency - the line with the emergency number
 * @csspart text - the disclaimer
 * @csspart review - when the topic was reviewed
 */
export class ClinicDisclaimer extends ClinicElement {
  static override readonly definition = disclaimer;
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-disclaimer": ClinicDisclaimer;
  }
}
