/** `topics/<topic>.json`: the topic page itself, without its lists. */
import { z } from "zod";
import { bodyBlock } from "./blocks.ts";
import { day, envelope, fallbackLang, slug, sourceRef } from "./common.ts";
import { richText } from "./rich-text.ts";

/** When a clinician last read the page and when it is due again. Names nobody. */
export const review = z.object({ reviewedOn: day, nextReviewOn: day.optional() });

export const keyPoints = z.object({
  heading: z.string(),
  items: z.array(z.object({ text: z.string().min(1), studies: z.array(sourceRef) })),
});

export const topicFile = z.object({
  ...envelope,
  kind: z.literal("topic"),
  topic: slug,
  ...fallbackLang,
  title: z.string().min(1),
  subtitle: z.string().optional(),
  intro: richText,
  keyPoints: keyPoints.optional(),
  body: z.array(bodyBlock),
  review: review.optional(),
});
