import type { Condition, Field, GlobalConfig } from "payload";
import { editors, writers } from "../access/roles.ts";
import { checkCountry, checkEmergencyNumber, type Text } from "../fields/checks.ts";
import { specialDaysField } from "../fields/openingHours.ts";
import { tidyPhone } from "../fields/phone.ts";
import { relationsField } from "../fields/relations.ts";
import { richTextField } from "../fields/richText.ts";
import { rowLabel } from "../fields/rowLabels.ts";
import { wordsField } from "../fields/text.ts";

const isChosen: Condition = (_, row) => row?.where === "chosen";

/** What holds on every site; patients read the disclaimer and their emergency number. */
export const Settings: GlobalConfig = {
  slug: "settings",
  label: "Settings",
  admin: {
    hideAPIURL: true,
    group: "Clinics",
    description: "There are no drafts here: what you save is on all sites at once.",
    components: { elements: { SaveButton: "/src/admin/edit/SaveButton#SaveButton" } },
  },
  access: { read: writers, readVersions: writers, update: editors },
  versions: { max: 50, drafts: false },
  fields: [
    richTextField({
      name: "disclaimer",
      localized: true,
      required: true,
      admin: {
        description:
          "Shown by every disclaimer. Write {{emergency.number}} where the number of the clinic’s country should stand.",
      },
    }),
    {
      name: "emergencyNumbers",
      type: "array",
      label: "Emergency numbers",
      labels: { singular: "Emergency number", plural: "Emergency numbers" },
      admin: {
        initCollapsed: true,
        description: "By the country of the clinic: a Spanish reader in New York is told 911.",
        components: rowLabel("Emergency number", "country"),
      },
      validate: (value) => {
        const countries = ((value ?? []) as { country?: string }[]).map(({ country }) => country);
        const twice = countries.find((country, index) => country && countries.indexOf(country) !== index);
        return twice ? `${twice} stands here twice. Remove one of the two.` : true;
      },
      fields: [
        {
          type: "row",
          fields: [
            {
              name: "country",
              type: "text",
              required: true,
              validate: (value: Text) => (value ? checkCountry(value) : "Choose the country."),
              admin: { components: { Field: "/src/admin/fields/ChoiceField#CountryField" } },
            },
            {
              name: "number",
              type: "text",
              required: true,
              validate: (value: Text) => checkEmergencyNumber(value),
              hooks: { beforeValidate: [tidyPhone] },
            },
          ],
        },
      ],
    },
    specialDaysField(
      "For many clinics at once, such as the public holidays of a country. What a clinic enters for a day itself comes first.",
      [
        {
          name: "where",
          type: "select",
          label: "At which clinics",
          required: true,
          defaultValue: "all",
          options: [
            { value: "all", label: "All clinics" },
            { value: "chosen", label: "Those in some countries, or from a list" },
          ],
        },
        wordsField(
          {
            name: "countries",
            label: "In these countries",
            admin: { condition: isChosen, description: "Two letters each, such as US." },
          },
          (codes) => codes.map((code) => checkCountry(code)).find((answer) => answer !== true) ?? true,
        ),
        {
          ...relationsField({ name: "clinics", to: "clinics", label: "And at these clinics" }),
          admin: { condition: isChosen, sortOptions: "slug" },
        } as Field,
      ],
    ),
    {
      name: "citationStyle",
      type: "select",
      label: "Style of references",
      required: true,
      defaultValue: "vancouver",
      options: [
        { value: "vancouver", label: "Vancouver (medicine)" },
        { value: "apa", label: "APA" },
        { value: "harvard1", label: "Harvard" },
      ],
    },
  ],
};
