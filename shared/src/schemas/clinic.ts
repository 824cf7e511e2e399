/** `clinics/<clinic>.json`: everything that differs per clinic, and `site.json`: what holds without one. */
import { z } from "zod";
import { day, envelope, fallbackLang, locale, slug } from "./common.ts";
import { linkUrl, richText } from "./rich-text.ts";

export const weekday = z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);

/** Local wall-clock time, 24 hours. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/**
 * One opening period, from 00:00 to 00:00 for a whole day; one that closes before it opens ends on the next day. A closed
 * day has `null` in both. A day with a midday break has two entries.
 */
export const openingHours = z.object({ day: weekday, opens: time.nullable(), closes: time.nullable() });

/** Days that have other hours than the week, or none; the first that holds a day counts. */
export const specialDay = z.object({
  from: day,
  /** The last of them, which may be the first. */
  to: day,
  /** What for: Christmas, for example. */
  name: z.string().min(1).optional(),
  /** Of the name, where it is not that of the file. */
  lang: locale.optional(),
  /** Empty on closed days. */
  hours: z.array(z.object({ opens: time, closes: time })),
});

export const bookingLink = z.object({
  slug,
  label: z.string().min(1),
  url: linkUrl,
  kind: z.enum(["new-patient", "returning-patient", "any"]),
});

const color = z.string().regex(/^#[0-9a-f]{6}$/i);

/** A clinic's defaults for the widgets; the partner page's own custom properties beat them. */
export const theme = z.object({
  accent: color.optional(),
  accentText: color.optional(),
  /** Corner radius in CSS pixels. */
  radius: z.int().min(0).max(32).optional(),
});

export const clinicFile = z.object({
  ...envelope,
  kind: z.literal("clinic"),
  clinic: slug,
  ...fallbackLang,
  name: z.string().min(1),
  city: z.string().optional(),
  address: z
    .object({
      street: z.string().optional(),
      unit: z.string().optional(),
      locality: z.string().optional(),
      region: z.string().optional(),
      postalCode: z.string().optional(),
      /** ISO 3166-1 alpha-2. */
      country: z.string().length(2),
    })
    .optional(),
  /** As readers see it. */
  phone: z.string().optional(),
  /** What dials it: `tel:` with the country code, and the extension if there is one. */
  phoneUrl: linkUrl.optional(),
  email: z.string().optional(),
  website: linkUrl.optional(),
  /** IANA name; opening hours are in this zone. */
  timezone: z.string().optional(),
  hours: z.array(openingHours),
  /** Those that are not over, in order. */
  specialDays: z.array(specialDay).optional(),
  bookingLinks: z.array(bookingLink),
  theme,
  disclaimer: richText,
  disclaimerLang: locale.optional(),
  emergencyNumber: z.string().optional(),
  /** What dials it within its country. */
  emergencyUrl: linkUrl.optional(),
  /** Slugs of the topics that this clinic shows. */
  topics: z.array(slug),
});

export const siteFile = z.object({
  ...envelope,
  kind: z.literal("site"),
  ...fallbackLang,
  disclaimer: richText,
  /** The configured locales, the default first. */
  locales: z.array(z.object({ code: locale, label: z.string(), direction: z.enum(["ltr", "rtl"]) })),
});
