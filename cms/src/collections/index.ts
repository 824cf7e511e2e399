/** All collections, in the order of the admin's navigation. */
import type { CollectionConfig } from "payload";
import { AdminLinks } from "./AdminLinks.ts";
import { Benefits } from "./Benefits.ts";
import { Clinics } from "./Clinics.ts";
import { Faqs } from "./Faqs.ts";
import { Injuries } from "./Injuries.ts";
import { Outbox } from "./Outbox.ts";
import { PublishingFaults } from "./PublishingFaults.ts";
import { Structures } from "./Structures.ts";
import { Studies } from "./Studies.ts";
import { Timings } from "./Timings.ts";
import { Topics } from "./Topics.ts";
import { Users } from "./Users.ts";

export const collections: CollectionConfig[] = [
  Topics,
  Benefits,
  Injuries,
  Timings,
  Faqs,
  Studies,
  Structures,
  Clinics,
  Users,
  Outbox,
  PublishingFaults,
  AdminLinks,
];
