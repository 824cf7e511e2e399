/** Options of select fields that studies and findings share. */
export const STUDY_KINDS = [
  { value: "systematic-review", label: "Systematic review" },
  { value: "meta-analysis", label: "Meta-analysis" },
  { value: "randomized-controlled-trial", label: "Randomized controlled trial" },
  { value: "controlled-trial", label: "Controlled trial, not randomized" },
  { value: "cohort-study", label: "Cohort study" },
  { value: "case-control-study", label: "Case-control study" },
  { value: "cross-sectional-study", label: "Cross-sectional study" },
  { value: "case-series", label: "Case series" },
  { value: "case-report", label: "Case report" },
  { value: "critically-appraised-topic", label: "Critically appraised topic" },
  { value: "clinical-commentary", label: "Clinical commentary" },
  { value: "narrative-review", label: "Narrative review" },
  { value: "guideline", label: "Guideline" },
  { value: "laboratory-study", label: "Laboratory or animal study" },
  { value: "preprint", label: "Preprint, not peer-reviewed" },
];

export const STUDY_STATUSES = [
  { value: "current", label: "Current" },
  { value: "corrected", label: "Corrected" },
  { value: "concern", label: "Expression of concern" },
  { value: "retracted", label: "Retracted" },
];

export const DIRECTNESS = [
  { value: "direct", label: "These patients" },
  { value: "partly", label: "Partly these patients" },
  { value: "other", label: "Other people" },
];

/** Languages that papers of the field are written in, by their English names. */
export const PAPER_LANGUAGES =
  "ar bg ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv ms nb nl nn pl pt ro ru sk sl sr sv th tr uk ur vi zh"
    .split(" ")
    .map((value) => ({
      value,
      label: new Intl.DisplayNames(["en"], { type: "language" }).of(value) ?? value,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
