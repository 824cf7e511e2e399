/** When a clinician last reviewed a text, and when the next review is due. Readers see the dates of the topic. */
import type { Field } from "payload";

const dayOnly = { Field: "/src/admin/fields/DayField#DayField" };

export const reviewField = (): Field => ({
  name: "review",
  type: "group",
  admin: { position: "sidebar", description: "Fill this in when a clinician has read the text." },
  fields: [
    {
      name: "reviewedOn",
      type: "date",
      label: "Reviewed on",
      admin: { components: dayOnly },
    },
    {
      name: "nextReviewOn",
      type: "date",
      label: "Next review",
      admin: {
        components: dayOnly,
        description: "The dashboard reminds you when this day comes.",
      },
      validate: (value, { siblingData }) => {
        const reviewed = (siblingData as { reviewedOn?: string }).reviewedOn;
        if (value && reviewed && new Date(value) <= new Date(reviewed))
          return "The next review must come after the last one.";
        return true;
      },
    },
  ],
});
