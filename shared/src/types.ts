/** The contract's types, inferred from its schemas and never written a second time. No run-time code. */
import type { z } from "zod";
import type * as s from "./schemas/index.ts";

export type { Block, Inline, ListNode, RichText } from "./schemas/rich-text.ts";

export type SiteFile = z.infer<typeof s.siteFile>;
export type ClinicFile = z.infer<typeof s.clinicFile>;
export type TopicFile = z.infer<typeof s.topicFile>;
export type BenefitsFile = z.infer<typeof s.benefitsFile>;
export type InjuriesFile = z.infer<typeof s.injuriesFile>;
export type TimingsFile = z.infer<typeof s.timingsFile>;
export type FaqsFile = z.infer<typeof s.faqsFile>;
export type StudiesFile = z.infer<typeof s.studiesFile>;

export type BodyBlock = z.infer<typeof s.bodyBlock>;
export type TextBlock = z.infer<typeof s.textBlock>;
export type BenefitsBlock = z.infer<typeof s.benefitsBlock>;
export type InjuriesBlock = z.infer<typeof s.injuriesBlock>;
export type TimingsBlock = z.infer<typeof s.timingsBlock>;
export type FaqsBlock = z.infer<typeof s.faqsBlock>;
export type StudiesBlock = z.infer<typeof s.studiesBlock>;
export type BookingBlock = z.infer<typeof s.bookingBlock>;

export type Benefit = z.infer<typeof s.benefit>;
export type Finding = z.infer<typeof s.finding>;
export type Injury = z.infer<typeof s.injury>;
export type Timing = z.infer<typeof s.timing>;
export type Faq = z.infer<typeof s.faq>;
export type Study = z.infer<typeof s.study>;
export type SourceRef = z.infer<typeof s.sourceRef>;
export type OpeningHours = z.infer<typeof s.openingHours>;
export type SpecialDay = z.infer<typeof s.specialDay>;
export type Weekday = z.infer<typeof s.weekday>;
export type BookingLink = z.infer<typeof s.bookingLink>;
export type Theme = z.infer<typeof s.theme>;
export type Review = z.infer<typeof s.review>;
export type StudyKind = z.infer<typeof s.studyKind>;
export type StudyStatus = z.infer<typeof s.studyStatus>;
export type Directness = z.infer<typeof s.directness>;

/** Every kind of content file, by its `kind`. */
export type ContentFiles = {
  site: SiteFile;
  clinic: ClinicFile;
  topic: TopicFile;
  benefits: BenefitsFile;
  injuries: InjuriesFile;
  timings: TimingsFile;
  faqs: FaqsFile;
  studies: StudiesFile;
};
export type Kind = keyof ContentFiles;
export type ContentFile = ContentFiles[Kind];
export type Tombstone = z.infer<typeof s.tombstone>;
export type ErrorBody = z.infer<typeof s.errorBody>;
