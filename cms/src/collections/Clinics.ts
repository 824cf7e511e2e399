import type { CollectionConfig, Field } from "payload";
import { restoreForEditors } from "../access/restoreForEditors.ts";
import {
  editors,
  editorsField,
  editorsOrOwnClinic,
  editorsTrashAdministratorsDelete,
  nobody,
  writers,
  writersOrOwnClinic,
} from "../access/roles.ts";
import {
  checkColor,
  checkCountry,
  checkPhone,
  checkUrl,
  checkWebUrl,
  checkWholeNumber,
  type Text,
} from "../fields/checks.ts";
import { checkZoneOfHours } from "../fields/checkZoneOfHours.ts";
import { contrast, READABLE } from "../fields/contrast.ts";
import { formerSlugsField, SLUG_WITH_FORMER } from "../fields/formerSlugs.ts";
import { openingHoursField, specialDaysField } from "../fields/openingHours.ts";
import { tidyPhone } from "../fields/phone.ts";
import { relationsField } from "../fields/relations.ts";
import { richTextField } from "../fields/richText.ts";
import { rowLabel } from "../fields/rowLabels.ts";
import { differentRowSlugs, rowSlugField } from "../fields/rowSlugs.ts";
import { slugField } from "../fields/slug.ts";
import { textField, valueField } from "../fields/text.ts";
import { checkContract } from "../validation/checkContract.ts";
import { checkRelations } from "../validation/checkRelations.ts";
import { keepFormerSlug } from "../validation/keepFormerSlug.ts";
import { refuseWhileReferenced } from "../validation/refuseWhileReferenced.ts";
import { allOrNothing, beginBulk } from "../versions/allOrNothing.ts";
import { copied, demoFields, snippet } from "./content.ts";

/** What only those who look after all clinics decide; the clinic's own manager sees it. */
const editorsOnly = (field: Field): Field =>
  ({ ...field, access: { create: editorsField, update: editorsField } }) as Field;

type PhoneContext = { data: { address?: { country?: string | null } | null }; previousValue?: unknown };

/** One document is a partner whose sites embed the widgets; patients read its name, hours and booking links. */
export const Clinics: CollectionConfig = {
  slug: "clinics",
  labels: { singular: "Clinic", plural: "Clinics" },
  admin: {
    group: "Clinics",
    hideAPIURL: true,
    // The copy would be on all sites at once: there are no drafts.
    disableCopyToLocale: true,
    useAsTitle: "name",
    defaultColumns: ["name", "city", "phone", "updatedAt"],
    listSearchableFields: ["name", "city", "slug"],
    description: "There are no drafts here: what you save is on the clinic’s sites at once.",
    components: {
      beforeListTable: ["/src/admin/EmptyListHint#EmptyListHint"],
      edit: { SaveButton: "/src/admin/edit/SaveButton#SaveButton" },
    },
  },
  access: {
    create: editors,
    read: writersOrOwnClinic,
    readVersions: writers,
    update: editorsOrOwnClinic,
    delete: editorsTrashAdministratorsDelete,
    unlock: nobody,
  },
  hooks: {
    beforeOperation: [beginBulk, restoreForEditors],
    beforeChange: [checkRelations, keepFormerSlug],
    afterChange: [checkContract],
    beforeDelete: [refuseWhileReferenced],
    afterOperation: [allOrNothing],
  },
  versions: { maxPerDoc: 50, drafts: false },
  trash: true,
  fields: [
    copied(valueField({ name: "name", required: true })),
    editorsOnly(slugField("name", SLUG_WITH_FORMER)),
    editorsOnly(formerSlugsField()),
    valueField({ name: "city", admin: { description: "As texts say it: {{clinic.city}}." } }),
    {
      name: "address",
      type: "group",
      fields: [
        { name: "street", type: "text" },
        { name: "unit", type: "text" },
        { name: "locality", type: "text", label: "Town" },
        { name: "region", type: "text", label: "State or region" },
        { name: "postalCode", type: "text", label: "Postal code" },
        {
          name: "country",
          type: "text",
          validate: (value: Text) => checkCountry(value),
          admin: {
            description: "It decides which emergency number readers are told.",
            components: { Field: "/src/admin/fields/ChoiceField#CountryField" },
          },
        },
      ],
    },
    {
      name: "phone",
      type: "text",
      validate: (value: Text, { data, previousValue }: PhoneContext) =>
        checkPhone(value, data.address?.country, previousValue),
      hooks: { beforeValidate: [tidyPhone] },
      admin: {
        description:
          "As patients should read it. With its country code, such as +1 212-555-0134, or else as a number in the clinic’s country; an extension at the end, such as ext. 5.",
      },
    },
    { name: "email", type: "email" },
    { name: "website", type: "text", validate: (value: Text) => checkWebUrl(value) },
    {
      name: "timezone",
      type: "text",
      label: "Time zone",
      validate: (value: Text, { data }: { data: unknown }) => checkZoneOfHours(value, data),
      admin: {
        description: "“Open now” is told by the clinic’s clock.",
        components: { Field: "/src/admin/fields/ChoiceField#TimezoneField" },
      },
    },
    openingHoursField(),
    specialDaysField(
      "They come before the hours of the week, and readers are told the day before. Leave the times empty for a closed day. Days of many clinics are entered once, in the settings.",
    ),
    {
      name: "bookingLinks",
      type: "array",
      label: "Booking links",
      labels: { singular: "Booking link", plural: "Booking links" },
      validate: differentRowSlugs,
      admin: {
        initCollapsed: true,
        description: "The first one becomes the button; the others open below it.",
        components: rowLabel("Booking link", "label"),
      },
      fields: [
        textField({ name: "label", label: "Words of the button", required: true, localized: true }),
        {
          name: "url",
          type: "text",
          label: "Address",
          required: true,
          validate: (value: Text) =>
            value
              ? value.startsWith("tel:") || value.startsWith("mailto:")
                ? checkUrl(value)
                : checkWebUrl(value)
              : "Add the address where patients book.",
        },
        {
          name: "kind",
          type: "select",
          label: "For whom",
          required: true,
          defaultValue: "any",
          options: [
            { value: "new-patient", label: "New patients" },
            { value: "returning-patient", label: "Returning patients" },
            { value: "any", label: "Everybody" },
          ],
        },
        rowSlugField(
          "label",
          "Stays the same when the words change. It is made from them; web developers name it to show one link alone.",
        ),
      ],
    },
    editorsOnly({
      name: "theme",
      type: "group",
      label: "Look",
      admin: { description: "Defaults for the widgets. A partner’s own page may choose others." },
      fields: [
        {
          name: "accent",
          type: "text",
          validate: (value: Text, { siblingData }: { siblingData: unknown }) => {
            const checked = checkColor(value);
            if (checked !== true || !value) return checked;
            const { accentText } = siblingData as { accentText?: string };
            const on = accentText && checkColor(accentText) === true ? accentText : "#ffffff";
            return (
              contrast(value, on) >= READABLE ||
              `${value} is too close to ${on === "#ffffff" ? "white" : on} to be read on a button. Choose a darker accent, or a text colour that stands out from it.`
            );
          },
          admin: {
            components: { Field: "/src/admin/fields/ColorField#ColorField" },
            description: "Buttons and links. It must be readable with the text colour on it.",
          },
        },
        {
          name: "accentText",
          type: "text",
          label: "Text on the accent",
          validate: (value: Text) => checkColor(value),
          admin: { components: { Field: "/src/admin/fields/ColorField#ColorField" } },
        },
        {
          name: "radius",
          type: "number",
          label: "Roundness of corners",
          min: 0,
          max: 32,
          validate: (value: number | null | undefined) => checkWholeNumber(0, 32)(value),
          admin: { step: 1, description: "0 to 32 pixels." },
        },
      ],
    }),
    editorsOnly(
      relationsField({ name: "topics", to: "topics", description: "The topics that this clinic shows." }),
    ),
    editorsOnly(
      richTextField({
        name: "disclaimer",
        localized: true,
        admin: { description: "Only if it differs from the one in the settings." },
      }),
    ),
    snippet,
    ...demoFields,
  ],
};
