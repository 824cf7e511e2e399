import type { CollectionConfig } from "payload";
import { checkUrl, type Text } from "../fields/checks.ts";
import { relationsField } from "../fields/relations.ts";
import { reviewField } from "../fields/review.ts";
import { richTextField } from "../fields/richText.ts";
import { rowLabel } from "../fields/rowLabels.ts";
import { differentRowSlugs, rowSlugField } from "../fields/rowSlugs.ts";
import { slugField } from "../fields/slug.ts";
import { textField } from "../fields/text.ts";
import {
  contentFields,
  draftedAccess,
  draftedAdmin,
  draftedHooks,
  draftedVersions,
  whereUsed,
} from "./content.ts";

/** One document is a question that patients ask, and its answer; patients open it in an accordion. */
export const Faqs: CollectionConfig = {
  slug: "faqs",
  labels: { singular: "Question", plural: "Questions" },
  admin: {
    ...draftedAdmin("faqs"),
    group: "Library",
    useAsTitle: "question",
    defaultColumns: ["question", "_status", "updatedAt"],
    listSearchableFields: ["question", "answer", "slug"],
  },
  access: draftedAccess,
  hooks: draftedHooks,
  versions: draftedVersions,
  trash: true,
  fields: contentFields("question", [
    textField({
      name: "question",
      required: true,
      localized: true,
      admin: { description: "As a patient would ask it." },
    }),
    slugField("question"),
    richTextField({
      name: "answer",
      required: true,
      localized: true,
      headings: true,
      admin: {
        description:
          "Begin with the answer, then explain. You may write {{clinic.name}}, {{clinic.city}}, {{clinic.phone}} and {{emergency.number}}.",
      },
    }),
    relationsField({
      name: "relatedInjuries",
      to: "injuries",
      label: "Related injuries",
      description: "Injuries that the answer speaks of.",
    }),
    {
      name: "relatedLinks",
      type: "array",
      label: "Related links",
      labels: { singular: "Link", plural: "Links" },
      admin: {
        description: "Pages that the answer leads to, if any.",
        components: rowLabel("Link", "label"),
      },
      validate: differentRowSlugs,
      fields: [
        textField({ name: "label", label: "Words of the link", required: true, localized: true }),
        {
          name: "url",
          type: "text",
          label: "Address",
          required: true,
          validate: (value: Text) => (value ? checkUrl(value) : "Add the address that the link leads to."),
        },
        rowSlugField("label", "Stays the same when the words change. It is made from them."),
      ],
    },
    relationsField({
      name: "studies",
      to: "studies",
      description: "The studies that the answer rests on, if any.",
    }),
    reviewField(),
    whereUsed,
  ]),
};
