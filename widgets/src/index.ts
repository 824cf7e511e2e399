/** Package entry: the classes and their registration. Importing it does nothing by itself; call `registerClinicWidgets()`. */
export { ClinicBenefits } from "./benefits/benefits.ts";
export { ClinicBooking } from "./booking/booking.ts";
export { ClinicDisclaimer } from "./disclaimer/disclaimer.ts";
export type { ClinicBookEvent, ClinicErrorEvent, ClinicLoadEvent, ClinicToggleEvent } from "./events.ts";
export { ClinicFaq } from "./faq/faq.ts";
export { ClinicInjuries } from "./injuries/injuries.ts";
export { ClinicKeyPoints } from "./key-points/key-points.ts";
export { registerClinicWidgets } from "./register.ts";
export { ClinicStudies } from "./studies/studies.ts";
export { ClinicTimings } from "./timings/timings.ts";
export { ClinicTopic } from "./topic/topic.ts";
