/** The one place where tags get their classes. */
import type { ElementName } from "@clinic-widgets/shared";
import { ClinicBenefits } from "./benefits/benefits.ts";
import { ClinicBooking } from "./booking/booking.ts";
import type { ClinicElement } from "./clinic-element.ts";
import type { Definition } from "./definition.ts";
import type { DEFINITIONS } from "./definitions.ts";
import { ClinicDisclaimer } from "./disclaimer/disclaimer.ts";
import { ClinicFaq } from "./faq/faq.ts";
import { ClinicInjuries } from "./injuries/injuries.ts";
import { ClinicKeyPoints } from "./key-points/key-points.ts";
import { ClinicStudies } from "./studies/studies.ts";
import { ClinicTimings } from "./timings/timings.ts";
import { ClinicTopic } from "./topic/topic.ts";
import { VERSION } from "./version.ts";

/** A class that observes and declares each option of its definition. */
type ElementClass<D extends Definition> = {
  new (): ClinicElement & Record<keyof D["options"], unknown>;
  readonly definition: D;
  properties: D["options"];
};

const ELEMENTS: { [E in ElementName]: ElementClass<(typeof DEFINITIONS)[E]> } = {
  faq: ClinicFaq,
  benefits: ClinicBenefits,
  injuries: ClinicInjuries,
  timings: ClinicTimings,
  studies: ClinicStudies,
  "key-points": ClinicKeyPoints,
  booking: ClinicBooking,
  disclaimer: ClinicDisclaimer,
  topic: ClinicTopic,
};

/** Registers all elements. A tag that is taken is left as it is, with a warning if the other class is not of this version. */
export function registerClinicWidgets(registry: CustomElementRegistry = customElements): void {
  for (const [name, element] of Object.entries(ELEMENTS)) {
    const tag = `clinic-${name}`;
    const taken = registry.get(tag) as { version?: string } | undefined;
    if (!taken) registry.define(tag, element);
    else if (taken.version !== VERSION) {
      console.warn(
        `Clinic Widgets: <${tag}> ${VERSION} was not registered, because the page has ${taken.version ?? "another element"} under that name. Load one version only.`,
      );
    }
  }
}
