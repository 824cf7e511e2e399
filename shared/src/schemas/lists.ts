/** The topic's lists, each a file of its own: `topics/<topic>/<list>.json`. */
import { z } from "zod";
import { benefitsBlock, faqsBlock, injuriesBlock, studiesBlock, timingsBlock } from "./blocks.ts";
import { envelope, fallbackLang, locale, namedLink, slug, sourceRef } from "./common.ts";
import { linkUrl, richText } from "./rich-text.ts";

export const studyKind = z.enum([
  "systematic-review",
  "randomized-controlled-trial",
  "controlled-trial",
  "cohort-study",
  "case-control-study",
  "case-series",
  "case-report",
  "critically-appraised-topic",
  "clinical-commentary",
  "narrative-review",
  "guideline",
  "meta-analysis",
  "cross-sectional-study",
  "laboratory-study",
  "preprint",
]);

/** The name of an item in the address of its page, where something else there has its slug already. */
const ownAnchor = { anchor: slug.optional() };

/** How close the people studied are to the topic's patients. */
export const directness = z.enum(["direct", "partly", "other"]);

/** What one study showed about one benefit. */
export const finding = z.object({
  study: slug,
  source: sourceRef,
  /** One line for a table cell. */
  label: z.string().min(1),
  result: richText,
  design: studyKind,
  designNote: z.string().optional(),
  population: z.string().optional(),
  participants: z.int().min(1).optional(),
  directness,
  limits: z.array(z.string()),
});

export const benefit = z.object({
  slug,
  ...ownAnchor,
  ...fallbackLang,
  group: z.enum(["overview", "evidence"]),
  title: z.string().min(1),
  plainEnglish: z.string().min(1),
  whyItMatters: z.string().optional(),
  body: richText.optional(),
  findings: z.array(finding),
});

export const injury = z.object({
  slug,
  ...ownAnchor,
  ...fallbackLang,
  name: z.string().min(1),
  alsoKnownAs: z.array(z.string()),
  structures: z.array(z.object({ slug, ...fallbackLang, name: z.string().min(1) })),
  description: richText,
  summary: z.string().optional(),
  readMore: z.object({ label: z.string().min(1), url: linkUrl }).optional(),
});

export const timing = z.object({
  slug,
  ...ownAnchor,
  ...fallbackLang,
  timing: z.string().min(1),
  purpose: z.string(),
  benefits: z.string(),
  studies: z.array(sourceRef),
});

export const faq = z.object({
  slug,
  ...ownAnchor,
  ...fallbackLang,
  question: z.string().min(1),
  answer: richText,
  /** Injuries of the same topic, so that a reader can be led to them. */
  relatedInjuries: z.array(z.object({ slug, ...fallbackLang, name: z.string().min(1) })),
  relatedLinks: z.array(namedLink),
  studies: z.array(sourceRef),
});

export const studyStatus = z.enum(["current", "corrected", "concern", "retracted"]);

export const study = z.object({
  slug,
  ...ownAnchor,
  ...fallbackLang,
  authors: z.array(z.object({ family: z.string().min(1), given: z.string().optional() })),
  title: z.string().min(1),
  /** The language that the paper, and so the reference to it, is written in. */
  language: locale.optional(),
  containerTitle: z.string().optional(),
  /** Year, year and month, or full day. */
  issued: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/),
  volume: z.string().optional(),
  issue: z.string().optional(),
  pages: z.string().optional(),
  doi: z.string().optional(),
  pmid: z.string().optional(),
  pmcid: z.string().optional(),
  url: linkUrl.optional(),
  studyType: studyKind,
  status: studyStatus,
  evidenceLevel: z
    .object({ scale: z.string(), level: z.int().min(1).max(5), reason: z.string().optional() })
    .optional(),
  plainSummary: z.string().optional(),
  limitations: z.array(z.string()),
  population: z.string().optional(),
  /** The reference in the configured CSL style, as one paragraph's inline nodes. */
  citation: richText,
  /** DOI, PubMed and free full text, in that order, as far as they exist. */
  links: z.array(z.object({ kind: z.enum(["doi", "pubmed", "pmc", "web"]), url: linkUrl })),
});

const list = <K extends string, I extends z.ZodType, V extends z.ZodType>(kind: K, item: I, view: V) =>
  z.object({
    ...envelope,
    kind: z.literal(kind),
    topic: slug,
    items: z.array(item),
    /** The topic's blocks of this kind, in page order. */
    views: z.array(view),
  });

export const benefitsFile = list("benefits", benefit, benefitsBlock);
export const injuriesFile = list("injuries", injury, injuriesBlock);
export const timingsFile = list("timings", timing, timingsBlock);
export const faqsFile = list("faqs", faq, faqsBlock);
export const studiesFile = list("studies", study, studiesBlock);
