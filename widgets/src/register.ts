/** The one place where tags get their classes. */
import { ClinicBenefits } from "./benefits/benefits.ts";
import { ClinicBooking } from "./booking/booking.ts";
import { ClinicDisclaimer } from "./disclaimer/disclaimer.ts";
import { ClinicFaq } from "./faq/faq.ts";
import { ClinicInjuries } from "./injuries/injuries.ts";
import { ClinicKeyPoints } from "./key-points/key-points.ts";
import { ClinicStudies } from "./studies/studies.ts";
import { ClinicTimings } from "./timings/timings.ts";
import { ClinicTopic } from "./topic/topic.ts";
import { VERSION } from "./version.ts";

const ELEMENTS = {
  "clinic-faq": ClinicFaq,
  "clinic-benefits": ClinicBenefits,
  "clinic-injuries": ClinicInjuries,
  "clinic-timings": ClinicTimings,
  "clinic-studies": ClinicStudies,
  "clinic-key-points": ClinicKeyPoints,
  "clinic-booking": ClinicBooking,
  "clinic-disclaimer": ClinicDisclaimer,
  "clinic-topic": ClinicTopic,
};

/** Registers all elements. Where a tag is taken it steps aside, and says so if the other class is not of this version. */
export function registerClinicWidgets(registry: CustomElementRegistry = customElements): void {
  for (const [tag, element] of Object.entries(ELEMENTS)) {
    const taken = registry.get(tag) as { version?: string } | undefined;
    if (!taken) registry.define(tag, element);
    else if (taken.version !== VERSION) {
      console.warn(
        `Clinic Widgets: <${tag}> ${VERSION} was not registered, because the page has ${taken.version ?? "another element"} under that name. Load one version only.`,
      );
    }
  }
}
