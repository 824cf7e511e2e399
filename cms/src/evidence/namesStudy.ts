/** The field of each collection that refers to studies. */
export const NAMES_STUDY = {
  topics: "keyPoints.items.studies",
  benefits: "findings.study",
  timings: "studies",
  faqs: "studies",
} as const;
