/** Where items of each collection, and topics in their key points, name a study. */
export const NAMES_STUDY = {
  topics: "keyPoints.items.studies",
  benefits: "findings.study",
  timings: "studies",
  faqs: "studies",
} as const;
