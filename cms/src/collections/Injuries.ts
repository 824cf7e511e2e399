import type { CollectionConfig } from "payload";
import { checkUrl, type Text } from "../fields/checks.ts";
import { relationsField } from "../fields/relations.ts";
import { reviewField } from "../fields/review.ts";
import { richTextField } from "../fields/richText.ts";
import { slugField } from "../fields/slug.ts";
import { sentencesField, textField, wordsField } from "../fields/text.ts";
import {
  contentFields,
  draftedAccess,
  draftedAdmin,
  draftedHooks,
  draftedVersions,
  whereUsed,
} from "./content.ts";

/** One document is a condition and the structures that it involves; patients read it in lists and tables. */
export const Injuries: CollectionConfig = {
  slug: "injuries",
  labels: { singular: "Injury", plural: "Injuries" },
  admin: {
    ...draftedAdmin("injuries"),
    group: "Library",
    useAsTitle: "name",
    defaultColumns: ["name", "structures", "_status", "updatedAt"],
    listSearchableFields: ["name", "alsoKnownAs", "slug"],
  },
  access: draftedAccess,
  hooks: draftedHooks,
  versions: draftedVersions,
  trash: true,
  fields: contentFields("name", [
    textField({ name: "name", required: true, localized: true }),
    slugField("name"),
    wordsField({
      name: "alsoKnownAs",
      label: "Also known as",
      localized: true,
      admin: { description: "Other names that patients may have heard. Press Enter after each." },
    }),
    relationsField({
      name: "structures",
      to: "structures",
      label: "Muscles and tissues",
      description: "What is involved, the most important first. A new one can be made right here.",
    }),
    richTextField({
      name: "description",
      required: true,
      localized: true,
      admin: { description: "Two or three sentences for the list." },
    }),
    sentencesField({
      name: "summary",
      label: "In one sentence",
      localized: true,
      admin: { description: "For the table." },
    }),
    {
      name: "readMore",
      type: "group",
      label: "Read more",
      admin: { description: "Where a patient can read more. Leave both empty for no link." },
      fields: [
        textField({
          name: "label",
          label: "Words of the link",
          localized: true,
          admin: { description: "Say where it leads, such as “Learn about treatment for shin splints”." },
        }),
        {
          name: "url",
          type: "text",
          label: "Address",
          validate: (value: Text, { siblingData }: { siblingData: unknown }) => {
            const { label } = siblingData as { label?: string };
            if (label && !value)
              return "The link has words but no address. Add the address, or remove the words.";
            return checkUrl(value);
          },
        },
      ],
    },
    reviewField(),
    whereUsed,
  ]),
};
