/** What a slug is, and how one is made from a title. */
import { transliterate } from "transliteration";
import { plainRecord } from "../input/records.ts";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const isSlug = (value: unknown): value is string => typeof value === "string" && SLUG.test(value);

/** Of a slug, in characters. */
export const MAX_SLUG_LENGTH = 80;

/** "Runner’s Knee" becomes "runners-knee": Latin letters of any alphabet, without accents, words joined by hyphens. */
export function slugFrom(title: string): string {
  const plain = plainRecord(title)
    // 10⁵ is not 105.
    .replace(/[⁰¹²³⁴-⁹]+/g, "-$&")
    .replace(/[’']/g, "")
    .normalize("NFC");
  return transliterate(plain)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f’'ʹʻʼ]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, MAX_SLUG_LENGTH)
    .replace(/-+$/, "");
}

/** Whether a slug was derived from a title, and not typed by hand: it is the title's, perhaps with a number at the end. */
export function isMadeFrom(slug: string, title: unknown): boolean {
  const base = typeof title === "string" ? slugFrom(title) : "";
  return (
    base !== "" &&
    (slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1))))
  );
}
