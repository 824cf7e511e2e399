import type { CollectionConfig } from "payload";
import { relationsField } from "../fields/relations.ts";
import { reviewField } from "../fields/review.ts";
import { slugField } from "../fields/slug.ts";
import { sentencesField, textField } from "../fields/text.ts";
import {
  contentFields,
  draftedAccess,
  draftedAdmin,
  draftedHooks,
  draftedVersions,
  whereUsed,
} from "./content.ts";

/** One document says when a treatment is used and why; patients read it as a row of a table. */
export const Timings: CollectionConfig = {
  slug: "timings",
  labels: { singular: "When to use it", plural: "When to use it" },
  admin: {
    ...draftedAdmin("timings"),
    group: "Library",
    useAsTitle: "timing",
    defaultColumns: ["timing", "purpose", "_status", "updatedAt"],
    listSearchableFields: ["timing", "purpose", "slug"],
  },
  access: draftedAccess,
  hooks: draftedHooks,
  versions: draftedVersions,
  trash: true,
  fields: contentFields("timing", [
    textField({
      name: "timing",
      label: "When",
      required: true,
      localized: true,
      admin: { description: "A few words, such as “Before a race”." },
    }),
    slugField("timing"),
    sentencesField({ name: "purpose", label: "What it is for", required: true, localized: true }),
    sentencesField({ name: "benefits", label: "What it may do", required: true, localized: true }),
    relationsField({
      name: "studies",
      to: "studies",
      description: "The studies that this rests on, if any.",
    }),
    reviewField(),
    whereUsed,
  ]),
};
