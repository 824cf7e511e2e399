import type { CollectionConfig, FieldHook } from "payload";
import { checkPartialDate, plainDate } from "../evidence/dates.ts";
import { checkDoi, checkPmcid, checkPmid, plainDoi, plainPmcid, plainPmid } from "../evidence/identifiers.ts";
import { PAPER_LANGUAGES, STUDY_KINDS, STUDY_STATUSES } from "../evidence/kinds.ts";
import { checkFamilyName } from "../evidence/names.ts";
import { checkWebUrl, checkWholeNumber, type Text } from "../fields/checks.ts";
import { rowLabel } from "../fields/rowLabels.ts";
import { slugField } from "../fields/slug.ts";
import { recordField, sentencesField, textField } from "../fields/text.ts";
import { refuseSecondRecord, rememberIdentifiers } from "../validation/refuseSecondRecord.ts";
import { splitAuthors } from "../validation/splitAuthors.ts";
import {
  contentFields,
  draftedAccess,
  draftedAdmin,
  draftedHooks,
  draftedVersions,
  samePaper,
  whereUsed,
} from "./content.ts";

/** What was pasted becomes the plain number once it is public; while somebody types, the field keeps what stands in it. */
const plainly =
  (plain: (value: string) => string): FieldHook =>
  ({ data, value }) =>
    typeof value === "string" && data?._status !== "draft" ? plain(value) : value;

/** One document is a published source; patients read its reference and find its full text. */
export const Studies: CollectionConfig = {
  slug: "studies",
  labels: { singular: "Study", plural: "Studies" },
  admin: {
    ...draftedAdmin("studies"),
    group: "Library",
    useAsTitle: "title",
    defaultColumns: ["title", "issued", "studyType", "status", "_status"],
    listSearchableFields: ["title", "doi", "pmid", "containerTitle", "slug"],
  },
  access: draftedAccess,
  hooks: {
    ...draftedHooks,
    beforeChange: [...draftedHooks.beforeChange, splitAuthors, rememberIdentifiers],
    afterChange: [refuseSecondRecord, ...draftedHooks.afterChange],
  },
  versions: draftedVersions,
  trash: true,
  fields: contentFields("title", [
    recordField({
      name: "title",
      required: true,
      admin: { description: "As it stands on the paper; it is not translated." },
    }),
    {
      name: "language",
      type: "select",
      label: "Language of the paper",
      options: PAPER_LANGUAGES,
      admin: { description: "English if nothing is chosen. Screen readers read the reference in it." },
    },
    slugField("title"),
    {
      name: "status",
      label: "Does it stand?",
      type: "select",
      required: true,
      defaultValue: "current",
      options: STUDY_STATUSES,
      admin: {
        description:
          "“Retracted” takes every benefit that rests on this study alone off all sites, as soon as you publish. Other texts lose their reference to it, and the dashboard names them, to be read again.",
      },
    },
    {
      name: "authors",
      type: "array",
      required: true,
      labels: { singular: "Author", plural: "Authors" },
      admin: { initCollapsed: true, components: rowLabel("Author", "family") },
      fields: [
        {
          type: "row",
          fields: [
            recordField({
              name: "family",
              label: "Family name",
              required: true,
              validate: (value: Text) =>
                value ? checkFamilyName(value) : "Add the family name, or the name of a group.",
              admin: { description: "Or a group’s name. A whole list of authors may be pasted here." },
            }),
            recordField({
              name: "given",
              label: "Given names",
              admin: {
                description: "In full or as initials, such as María José or MJ. References shorten them.",
              },
            }),
          ],
        },
      ],
    },
    recordField({ name: "containerTitle", label: "Journal" }),
    recordField({
      name: "containerTitleShort",
      label: "Journal, abbreviated",
      admin: { description: "As PubMed abbreviates it." },
    }),
    {
      name: "issued",
      type: "text",
      label: "Published",
      required: true,
      validate: (value: Text) =>
        value
          ? checkPartialDate(value)
          : "Add the date of publication: a year, a year and month, or a full day.",
      hooks: { beforeChange: [plainly(plainDate)] },
      admin: { description: "2025, 2025-04 or 2025-04-30; or as PubMed writes it, such as 2025 Apr 30." },
    },
    {
      name: "epub",
      type: "text",
      label: "Published online first",
      validate: (value: Text) => checkPartialDate(value),
      hooks: { beforeChange: [plainly(plainDate)] },
    },
    {
      type: "row",
      fields: [
        recordField({ name: "volume" }),
        recordField({ name: "issue" }),
        recordField({ name: "pages", admin: { description: "Such as 811-844." } }),
      ],
    },
    {
      name: "doi",
      type: "text",
      label: "DOI",
      index: true,
      validate: (value: Text) => checkDoi(value),
      hooks: { beforeChange: [plainly(plainDoi)] },
      admin: { description: "Such as 10.1007/s40279-025-02175-9. You may paste its address." },
    },
    {
      name: "pmid",
      type: "text",
      label: "PubMed number",
      validate: (value: Text) => checkPmid(value),
      hooks: { beforeChange: [plainly(plainPmid)] },
    },
    {
      name: "pmcid",
      type: "text",
      label: "PubMed Central number",
      validate: (value: Text) => checkPmcid(value),
      hooks: { beforeChange: [plainly(plainPmcid)] },
      admin: { description: "If the full text is free there, such as PMC12011942." },
    },
    {
      name: "url",
      type: "text",
      label: "Other address",
      validate: (value: Text) => checkWebUrl(value),
      admin: { description: "Only when there is neither a DOI nor a PubMed number." },
    },
    { name: "studyType", type: "select", label: "Kind of study", required: true, options: STUDY_KINDS },
    {
      name: "evidenceLevel",
      type: "group",
      label: "Level of evidence",
      admin: { description: "An editor’s reading; a clinician should approve it." },
      fields: [
        { name: "scale", type: "text", defaultValue: "OCEBM 2011" },
        {
          name: "level",
          type: "number",
          min: 1,
          max: 5,
          validate: (value: number | null | undefined) => checkWholeNumber(1, 5)(value),
          admin: { step: 1, description: "1 is the strongest, 5 the weakest." },
        },
        sentencesField({ name: "reason", localized: true }),
      ],
    },
    sentencesField({ name: "plainSummary", label: "In plain words", localized: true }),
    {
      name: "limitations",
      type: "array",
      labels: { singular: "Limitation", plural: "Limitations" },
      admin: { components: rowLabel("Limitation", "text") },
      fields: [textField({ name: "text", required: true, localized: true })],
    },
    sentencesField({ name: "population", label: "Who was studied", localized: true }),
    samePaper,
    whereUsed,
  ]),
};
