import type { Block, CollectionConfig, Field } from "payload";
import { blockPicture } from "../fields/blockPictures.ts";
import { checkColumnHeads, type Text } from "../fields/checks.ts";
import { formerSlugsField, SLUG_WITH_FORMER } from "../fields/formerSlugs.ts";
import { relationsField } from "../fields/relations.ts";
import { reviewField } from "../fields/review.ts";
import { richTextField } from "../fields/richText.ts";
import { blockLabel, rowLabel } from "../fields/rowLabels.ts";
import { checkSectionSlug, differentSections } from "../fields/rowSlugs.ts";
import { slugField } from "../fields/slug.ts";
import { isStartPage } from "../fields/startPage.ts";
import { sentencesField, textField, wordsField } from "../fields/text.ts";
import { keepFormerSlug } from "../validation/keepFormerSlug.ts";
import {
  contentFields,
  draftedAccess,
  draftedAdmin,
  draftedHooks,
  draftedVersions,
  snippet,
  topicItems,
} from "./content.ts";
import { startWithPage } from "./startWithPage.ts";

const headingField = (description?: string): Field =>
  textField({ name: "heading", localized: true, ...(description ? { admin: { description } } : {}) });
const columnsField = (first: string): Field =>
  wordsField(
    {
      name: "columns",
      label: "Column heads",
      localized: true,
      admin: {
        description: `Three words or phrases, in order, or none. The first column holds ${first}. Press Enter after each.`,
      },
    },
    checkColumnHeads,
  );

/** The blocks of a page. Their slugs are words of the contract. */
const blocks: Block[] = [
  {
    slug: "text",
    labels: { singular: "Text", plural: "Texts" },
    fields: [
      headingField(),
      {
        name: "sectionSlug",
        type: "text",
        label: "Section name in addresses",
        validate: (value: Text) => checkSectionSlug(value),
        admin: {
          description:
            "Fill this in when the block begins a section that others may link to or show alone, such as how-it-helps.",
        },
      },
      richTextField({ name: "paragraphs", label: "Text", localized: true, required: true, headings: true }),
    ],
  },
  {
    slug: "benefits",
    labels: { singular: "Benefits", plural: "Benefits" },
    fields: [
      headingField(),
      textField({ name: "subheading", localized: true }),
      {
        name: "group",
        type: "select",
        required: true,
        defaultValue: "overview",
        options: [
          { value: "overview", label: "General explanation" },
          { value: "evidence", label: "Backed by a study" },
        ],
      },
      {
        name: "view",
        type: "select",
        required: true,
        defaultValue: "table",
        options: [
          { value: "table", label: "As a table" },
          { value: "sections", label: "As sections with their studies" },
        ],
      },
      textField({
        name: "studyBoxHeading",
        label: "Heading of the study boxes",
        localized: true,
        admin: { condition: (_, block) => block?.view === "sections" },
      }),
      columnsField("the benefit"),
    ],
  },
  {
    slug: "injuries",
    labels: { singular: "Injuries", plural: "Injuries" },
    fields: [
      headingField(),
      {
        name: "view",
        type: "select",
        required: true,
        defaultValue: "list",
        options: [
          { value: "list", label: "As a list with descriptions" },
          { value: "table", label: "As a table" },
        ],
      },
      columnsField("the injury"),
    ],
  },
  {
    slug: "timings",
    labels: { singular: "When to use it", plural: "When to use it" },
    fields: [headingField(), columnsField("the time")],
  },
  { slug: "faqs", labels: { singular: "Questions", plural: "Questions" }, fields: [headingField()] },
  { slug: "studies", labels: { singular: "Sources", plural: "Sources" }, fields: [headingField()] },
  {
    slug: "booking",
    labels: { singular: "Booking call", plural: "Booking calls" },
    fields: [
      headingField(),
      richTextField({ name: "text", localized: true }),
      {
        name: "bullets",
        type: "array",
        labels: { singular: "Point", plural: "Points" },
        admin: { components: rowLabel("Point", "text") },
        fields: [textField({ name: "text", localized: true, required: true })],
      },
    ],
  },
  {
    slug: "disclaimer",
    labels: { singular: "Disclaimer", plural: "Disclaimers" },
    fields: [headingField("Only if the disclaimer should have a heading of its own.")],
  },
];

/** Each block shows its kind and heading when it is folded, and a picture of its own where one is chosen. */
const named = (block: Block): Block => ({
  ...block,
  admin: {
    components: blockLabel(String(block.labels?.singular), choicesOf(block)),
    images: { thumbnail: { url: blockPicture(block.slug), alt: "" } },
  },
});

/** The words of what can be chosen in a block, by field. */
const choicesOf = (block: Block): Record<string, Record<string, string>> =>
  Object.fromEntries(
    block.fields.flatMap((field) =>
      field.type === "select"
        ? [
            [
              field.name,
              Object.fromEntries(
                field.options.map((option) =>
                  typeof option === "string" ? [option, option] : [option.value, String(option.label)],
                ),
              ),
            ],
          ]
        : [],
    ),
  );

/** One document is a subject page such as "Dry needling for runners"; patients read it on clinics' sites. */
export const Topics: CollectionConfig = {
  slug: "topics",
  labels: { singular: "Topic", plural: "Topics" },
  admin: {
    ...draftedAdmin("topics"),
    group: "Pages",
    useAsTitle: "title",
    defaultColumns: ["title", "_status", "updatedAt", "slug"],
    listSearchableFields: ["title", "subtitle", "intro", "slug"],
  },
  access: draftedAccess,
  hooks: {
    ...draftedHooks,
    beforeOperation: [...draftedHooks.beforeOperation, startWithPage],
    beforeChange: [...draftedHooks.beforeChange, keepFormerSlug],
  },
  versions: draftedVersions,
  trash: true,
  fields: contentFields("title", [
    textField({ name: "title", required: true, localized: true }),
    slugField("title", SLUG_WITH_FORMER),
    formerSlugsField(),
    textField({ name: "subtitle", localized: true, admin: { description: "One line below the title." } }),
    richTextField({
      name: "intro",
      label: "Introduction",
      localized: true,
      required: true,
      admin: {
        description:
          "What a reader should know first. You may write {{clinic.name}}, {{clinic.city}}, {{clinic.phone}} and {{emergency.number}}: each site shows its own.",
      },
    }),
    {
      name: "keyPoints",
      type: "group",
      label: "Key points",
      fields: [
        headingField(),
        {
          name: "items",
          type: "array",
          label: "Points",
          labels: { singular: "Point", plural: "Points" },
          admin: { initCollapsed: true, components: rowLabel("Point", "text") },
          fields: [
            sentencesField({ name: "text", localized: true, required: true }),
            relationsField({
              name: "studies",
              to: "studies",
              description: "The studies that this point rests on, if any.",
            }),
          ],
        },
      ],
    },
    {
      name: "body",
      type: "blocks",
      label: "Page",
      labels: { singular: "Block", plural: "Blocks" },
      blocks: blocks.map(named),
      validate: differentSections,
      custom: { isStart: isStartPage },
      admin: {
        initCollapsed: true,
        description:
          "The page, block by block, in the order in which patients read it. The lists show the items chosen below.",
      },
    },
    relationsField({
      name: "benefits",
      to: "benefits",
      description: "The benefits that this topic shows, in order.",
    }),
    relationsField({
      name: "injuries",
      to: "injuries",
      description: "The injuries that this topic shows, in order.",
    }),
    relationsField({
      name: "timings",
      to: "timings",
      label: "When to use it",
      description: "In the order in which the topic shows them.",
    }),
    relationsField({
      name: "faqs",
      to: "faqs",
      label: "Questions",
      description: "In the order in which the topic shows them. A question may stand on several topics.",
    }),
    relationsField({
      name: "studies",
      to: "studies",
      label: "Sources",
      description:
        "Numbered in this order. Studies that an item rests on are added at the end if you leave them out.",
    }),
    reviewField(),
    topicItems,
    snippet,
  ]),
};
