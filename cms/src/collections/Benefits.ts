import type { CollectionConfig } from "payload";
import { checkFindings } from "../evidence/findings.ts";
import { DIRECTNESS, STUDY_KINDS } from "../evidence/kinds.ts";
import { checkWholeNumber } from "../fields/checks.ts";
import { reviewField } from "../fields/review.ts";
import { richTextField } from "../fields/richText.ts";
import { rowLabel } from "../fields/rowLabels.ts";
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

const MAX_PARTICIPANTS = 100_000_000;

/** One document is what a treatment may do, with what studies showed of it; patients read it in tables and sections. */
export const Benefits: CollectionConfig = {
  slug: "benefits",
  labels: { singular: "Benefit", plural: "Benefits" },
  admin: {
    ...draftedAdmin("benefits"),
    group: "Library",
    useAsTitle: "title",
    defaultColumns: ["title", "group", "_status", "updatedAt"],
    listSearchableFields: ["title", "plainEnglish", "body", "slug"],
  },
  access: draftedAccess,
  hooks: draftedHooks,
  versions: draftedVersions,
  trash: true,
  fields: contentFields("title", [
    textField({ name: "title", required: true, localized: true }),
    slugField("title"),
    {
      name: "group",
      type: "select",
      required: true,
      defaultValue: "overview",
      options: [
        { value: "overview", label: "General explanation" },
        { value: "evidence", label: "Backed by a study" },
      ],
      admin: {
        description:
          "A benefit that is backed by a study is public only while a published study that stands supports it.",
      },
    },
    sentencesField({
      name: "plainEnglish",
      label: "In plain words",
      required: true,
      localized: true,
      admin: { description: "One or two sentences for a table. Write “may” where it is not certain." },
    }),
    sentencesField({
      name: "whyItMatters",
      label: "Why it matters",
      localized: true,
      admin: { description: "What a patient gets from it, in one sentence." },
    }),
    richTextField({
      name: "body",
      label: "Longer text",
      localized: true,
      admin: { description: "Shown where the topic lists its benefits as sections." },
    }),
    {
      name: "findings",
      type: "array",
      label: "What the study showed",
      labels: { singular: "Finding", plural: "Findings" },
      admin: {
        initCollapsed: true,
        description: "What one study showed, who was studied, and what it cannot tell.",
        components: rowLabel("Finding", "label", "result"),
      },
      validate: (value, { data, siblingData, required: _ }) =>
        checkFindings({
          ...(siblingData as object),
          ...(data as object),
          findings: value as { study?: unknown }[] | null,
        }),
      fields: [
        { name: "study", type: "relationship", relationTo: "studies", required: true },
        textField({
          name: "label",
          label: "In one line",
          required: true,
          localized: true,
          admin: { description: "For the table: kind of study, year, and what it showed." },
        }),
        richTextField({
          name: "result",
          required: true,
          localized: true,
          admin: { description: "What the study showed, in plain words, with its figures." },
        }),
        {
          name: "design",
          type: "select",
          label: "Kind of study",
          required: true,
          options: STUDY_KINDS,
          admin: {
            description:
              "The kind of study that this finding comes from. It may differ from the paper: a review can describe a trial.",
          },
        },
        textField({
          name: "designNote",
          label: "Note on the kind of study",
          localized: true,
          admin: { description: "Such as “24 studies from many sports”." },
        }),
        sentencesField({ name: "population", label: "Who was studied", localized: true }),
        {
          name: "participants",
          type: "number",
          min: 1,
          max: MAX_PARTICIPANTS,
          validate: (value: number | null | undefined) => checkWholeNumber(1, MAX_PARTICIPANTS)(value),
          admin: { step: 1, description: "How many people took part, if the paper says so." },
        },
        {
          name: "directness",
          type: "select",
          label: "How close to these patients",
          required: true,
          options: DIRECTNESS,
          admin: { description: "Are the people who were studied the patients who read this?" },
        },
        {
          name: "limits",
          type: "array",
          label: "What it cannot tell",
          labels: { singular: "Limit", plural: "Limits" },
          admin: { components: rowLabel("Limit", "text") },
          fields: [textField({ name: "text", required: true, localized: true })],
        },
      ],
    },
    reviewField(),
    whereUsed,
  ]),
};
