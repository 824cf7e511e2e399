/** The definitions of all elements. */
import type { ElementName } from "@clinic-widgets/shared";
import { benefits } from "./benefits/benefits.definition.ts";
import { booking } from "./booking/booking.definition.ts";
import type { Definition } from "./definition.ts";
import { disclaimer } from "./disclaimer/disclaimer.definition.ts";
import { faq } from "./faq/faq.definition.ts";
import { injuries } from "./injuries/injuries.definition.ts";
import { keyPoints } from "./key-points/key-points.definition.ts";
import { studies } from "./studies/studies.definition.ts";
import { timings } from "./timings/timings.definition.ts";
import { topic } from "./topic/topic.definition.ts";

export const DEFINITIONS = {
  faq,
  benefits,
  injuries,
  timings,
  studies,
  "key-points": keyPoints,
  booking,
  disclaimer,
  topic,
} satisfies { [E in ElementName]: Definition<E> };
