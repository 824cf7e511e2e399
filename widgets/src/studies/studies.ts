import { ClinicElement } from "../clinic-element.ts";
import { studies } from "./studies.definition.ts";

/**
 * The topic's sources, numbered and properly cited, with links to read them.
 *
 *     <clinic-studies topic="dry-needling-for-runners"></clinic-studies>
 *
 * @slot - the fallback: shown until the content arrives, and again when it cannot be had
 * @fires clinic-load - content was drawn; `detail.stale` is true when it is the last known, because the CMS is away
 * @fires clinic-error - content could not be had; `detail.code` says why
 * @csspart list - all sources
 * @csspart study - one source
 * @csspart citation - its reference
 * @csspart status - a warning about it
 * @csspart links - where it can be read
 * @csspart about - what a reader should know of it
 */
export class ClinicStudies extends ClinicElement {
  static override readonly definition = studies;
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-studies": ClinicStudies;
  }
}
