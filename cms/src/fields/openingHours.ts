/** The fields for opening hours, of the week and of special days, and what they may hold. */
import type { Field } from "payload";
import { DAYS, type PeriodRow } from "../documents/openingPeriods.ts";
import { checkOpeningHours, checkSpecialDays, type SpecialDayRow } from "./checkOpeningHours.ts";
import { checkClosingTime, checkTime, type Text } from "./checks.ts";
import { rowLabel } from "./rowLabels.ts";
import { textField } from "./text.ts";

const DAY_OPTIONS = DAYS.map((day) => ({
  value: day,
  label: day.replace(/^./, (first) => first.toUpperCase()),
}));

const allDayField: Field = { name: "allDay", type: "checkbox", label: "Open all day and all night" };

const timeFields: Field[] = [
  {
    name: "opens",
    type: "text",
    validate: (value: Text) => checkTime(value),
    admin: { width: "20%", placeholder: "09:00", condition: (_, row) => !row?.allDay },
  },
  {
    name: "closes",
    type: "text",
    validate: (value: Text) => checkClosingTime(value),
    admin: { width: "20%", placeholder: "17:00", condition: (_, row) => !row?.allDay },
  },
];

/** The hours of the week. */
export const openingHoursField = (): Field => ({
  name: "hours",
  type: "array",
  label: "Opening hours",
  labels: { singular: "Opening period", plural: "Opening periods" },
  admin: {
    initCollapsed: true,
    description:
      "One entry for all days with the same hours, such as Monday to Friday. Days with a break have two entries. Days without an entry, or with one without times, are closed.",
    components: { RowLabel: "/src/admin/rows/HoursLabel#HoursLabel" },
  },
  validate: (value) => checkOpeningHours(value as PeriodRow[] | null),
  fields: [
    {
      type: "row",
      fields: [
        {
          name: "day",
          type: "select",
          label: "Day, or first day",
          required: true,
          options: DAY_OPTIONS,
          admin: { width: "20%" },
        },
        {
          name: "lastDay",
          type: "select",
          label: "Last day, if several",
          options: DAY_OPTIONS,
          admin: { width: "20%" },
        },
        ...timeFields,
      ],
    },
    allDayField,
  ],
});

/** Days with other hours; `forWhom` are fields that say which clinics have them. */
export const specialDaysField = (description: string, forWhom: Field[] = []): Field => ({
  name: "specialDays",
  type: "array",
  label: "Closed days and other hours",
  labels: { singular: "Special day", plural: "Special days" },
  admin: { initCollapsed: true, description, components: rowLabel("Special day", "name") },
  validate: (value) => checkSpecialDays(value as SpecialDayRow[] | null),
  fields: [
    textField({
      name: "name",
      label: "What for",
      localized: true,
      admin: { description: "Such as Christmas. Readers see it." },
    }),
    {
      type: "row",
      fields: [
        { name: "from", type: "date", label: "Day, or first day", required: true, admin: dayOnly },
        { name: "to", type: "date", label: "Last day, if several", admin: dayOnly },
        ...timeFields,
      ],
    },
    allDayField,
    ...forWhom,
  ],
});

const dayOnly = { components: { Field: "/src/admin/fields/DayField#DayField" } };
