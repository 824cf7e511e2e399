/** The ordered blocks of a topic's body, and the views of its lists. */
import { z } from "zod";
import { fallbackLang, slug } from "./common.ts";
import { richText } from "./rich-text.ts";

/** `id` is stable across saves and locales; widgets and deep links may rely on it. A block falls back with its topic. */
const base = { id: z.string().min(1), ...fallbackLang };
const heading = z.string().min(1).optional();
const columns = z.array(z.string()).optional();

export const textBlock = z.object({
  block: z.literal("text"),
  ...base,
  /** Present when the block begins a section that can be linked to or shown alone. */
  slug: slug.optional(),
  heading,
  paragraphs: richText,
});

export const benefitsBlock = z.object({
  block: z.literal("benefits"),
  ...base,
  group: z.enum(["overview", "evidence"]),
  view: z.enum(["table", "sections"]),
  heading,
  subheading: z.string().optional(),
  studyBoxHeading: z.string().optional(),
  columns,
});

export const injuriesBlock = z.object({
  block: z.literal("injuries"),
  ...base,
  view: z.enum(["table", "list"]),
  heading,
  columns,
});

export const timingsBlock = z.object({ block: z.literal("timings"), ...base, heading, columns });
export const faqsBlock = z.object({ block: z.literal("faqs"), ...base, heading });
export const studiesBlock = z.object({ block: z.literal("studies"), ...base, heading });

export const bookingBlock = z.object({
  block: z.literal("booking"),
  ...base,
  heading,
  text: richText.optional(),
  bullets: z.array(z.string()),
});

export const disclaimerBlock = z.object({ block: z.literal("disclaimer"), ...base, heading });

export const bodyBlock = z.discriminatedUnion("block", [
  textBlock,
  benefitsBlock,
  injuriesBlock,
  timingsBlock,
  faqsBlock,
  studiesBlock,
  bookingBlock,
  disclaimerBlock,
]);
