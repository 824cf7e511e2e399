/** Pieces that several kinds of content share. */
import { z } from "zod";
import { SLUG } from "../slug.ts";
import { linkUrl } from "./rich-text.ts";

export const slug = z.string().regex(SLUG);

/** A BCP 47 tag, as configured in `LOCALES`. */
export const locale = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);

/** Calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** What every content file carries. `revision` is a hash of the content, `publishedAt` when that content was first written. */
export const envelope = {
  version: z.literal(1),
  locale,
  revision: z.string().min(8),
  publishedAt: z.iso.datetime(),
};

/**
 * Present on an item that fell back as a whole to the default locale:
 * the language it is really written in.
 */
export const fallbackLang = { lang: locale.optional() };

/** A study as a claim points to it: a short label, where it links, and its number in the topic's sources. */
export const sourceRef = z.object({
  study: slug,
  label: z.string().min(1),
  url: linkUrl.optional(),
  /** 1-based position in `studies.json`; absent when the topic does not list its sources. */
  number: z.int().min(1).optional(),
});

export const namedLink = z.object({ slug, label: z.string().min(1), url: linkUrl });
