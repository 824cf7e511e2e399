/** The ordered blocks of a topic's body, and the views of its lists. */
import { z } from "zod";
import { slug } from "./common.ts";
import { richText } from "./rich-text.ts";

/** Stable across saves and locales; widgets and deep links may rely on it. */
const id = z.string().min(1);
const heading = z.string().min(1).optional();
const columns = z.array(z.string()).optional();

export const textBlock = z.object({
  block: z.literal("text"),
  id,
  /** Present when the block begins a section that can be linked to or shown alone. */
  slug: slug.optional(),
  heading,
  paragraphs: richText,
});

export const benefitsBlock = z.object({
  block: z.literal("benefits"),
  id,
  group: z.enum(["overview", "evidence"]),
  view: z.enum(["table", "sections"]),
  heading,
  subheading: z.string().optional(),
  studyBoxHeading: z.string().optional(),
  columns,
});

export const injuriesBlock = z.object({
  block: z.literal("injuries"),
  id,
  view: z.enum(["table", "list"]),
  heading,
  columns,
});

export const timingsBlock = z.object({ block: z.literal("timings"), id, heading, columns });
export const faqsBlock = z.object({ block: z.literal("faqs"), id, heading });
export const studiesBlock = z.object({ block: z.literal("studies"), id, heading });

export const bookingBlock = z.object({
  block: z.literal("booking"),
  id,
  heading,
  text: richText.optional(),
  bullets: z.array(z.string()),
});

export const disclaimerBlock = z.object({ block: z.literal("disclaimer"), id, heading });

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
