import { ClinicElement } from "../clinic-element.ts";
import type { Files } from "../controllers/content.ts";
import { commonStyles } from "../styles/common.styles.ts";
import type { RenderContext } from "../templates/context.ts";
import { disclaimerStyles } from "./disclaimer.styles.ts";
import { renderDisclaimer } from "./disclaimer.template.ts";

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
  static override styles = [commonStyles, disclaimerStyles];

  protected readonly element = "disclaimer";

  protected draw(files: Files, context: RenderContext): unknown {
    return renderDisclaimer({ clinic: files.clinic, site: files.site, topic: files.topic }, context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "clinic-disclaimer": ClinicDisclaimer;
  }
}
