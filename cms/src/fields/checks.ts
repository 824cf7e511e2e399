/** Rules that one value can tell by itself. Each answers with `true`, or with a sentence that says how to mend it. */
import { isSafeUrl } from "@clinic-widgets/shared";

/** What a text field holds. */
export type Text = string | null | undefined;

type Check = (value: Text) => string | true;

const optional =
  (check: (value: string) => string | true): Check =>
  (value) =>
    value ? check(value.trim()) : true;

export const checkDoi = optional(
  (doi) =>
    /^10\.\d{4,9}\/\S+$/.test(doi) ||
    `"${doi}" is not a DOI. Write it as it stands on the paper, without https://doi.org/, such as 10.1007/s40279-025-02175-9.`,
);
export const checkPmid = optional(
  (pmid) =>
    /^\d{1,8}$/.test(pmid) ||
    `"${pmid}" is not a PubMed number. It has up to eight digits, such as 39928077.`,
);
export const checkPmcid = optional(
  (pmcid) =>
    /^PMC\d{1,9}$/.test(pmcid) ||
    `"${pmcid}" is not a PubMed Central number. It begins with PMC, such as PMC12011942.`,
);
export const checkPartialDate = optional((date) => {
  const sentence = `"${date}" is not a date. Write a year, a year and month, or a full day: 2025, 2025-04 or 2025-04-30.`;
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return sentence;
  const full = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
  const parsed = new Date(`${full}T00:00:00Z`);
  return (!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(full)) || sentence;
});
export const checkUrl = optional(
  (url) =>
    isSafeUrl(url) ||
    `"${url}" is not an address that widgets may link to. Begin with https://, http://, mailto:, tel: or /.`,
);
export const checkWebUrl = optional(
  (url) =>
    (/^https?:\/\/[^\s/]+\.[^\s/]+/.test(url) && isSafeUrl(url)) ||
    `"${url}" is not a web address. Begin with https://, such as https://example.com/book.`,
);
export const checkPhone = optional((phone) => {
  const digits = phone.replace(/\D/g, "");
  return (
    (/^\+?[\d\s().-]+$/.test(phone) && digits.length >= 7 && digits.length <= 15) ||
    `"${phone}" is not a phone number. Write it with its country code, such as +1 212-555-0134.`
  );
});
export const checkCountry = optional(
  (code) =>
    (/^[A-Z]{2}$/.test(code) && regionName(code) !== undefined) ||
    `"${code}" is not a country code. Use the two capital letters of ISO 3166, such as US or ES.`,
);
export const checkTimezone = optional((zone) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return (
      zone.includes("/") ||
      zone === "UTC" ||
      `"${zone}" is not a time zone name. Use a name such as America/New_York.`
    );
  } catch {
    return `"${zone}" is not a time zone that is known. Use a name such as America/New_York or Europe/Madrid.`;
  }
});
export const checkColor = optional(
  (color) =>
    /^#[0-9a-f]{6}$/i.test(color) || `"${color}" is not a colour. Write # and six digits, such as #0b6355.`,
);
export const checkTime = optional(
  (time) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ||
    `"${time}" is not a time. Write hours and minutes on a 24-hour clock, such as 09:00.`,
);

function regionName(code: string): string | undefined {
  const name = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }).of(code);
  return name === "Unknown Region" ? undefined : name;
}

export type Period = { day?: string | null; opens?: string | null; closes?: string | null };

/** Opening hours as a whole: both times or none, and no two periods of a day that overlap. */
export function checkOpeningHours(hours: Period[] | null | undefined): string | true {
  for (const { day, opens, closes } of hours ?? []) {
    if (Boolean(opens) !== Boolean(closes))
      return `On ${day}, one of the two times is missing. Fill in both, or leave both empty for a closed day.`;
    if (opens && opens === closes)
      return `On ${day}, opening and closing time are the same. Leave both empty for a closed day.`;
  }
  const open = (hours ?? []).filter((p): p is { day: string; opens: string; closes: string } =>
    Boolean(p.day && p.opens && p.closes),
  );
  for (const [index, first] of open.entries()) {
    for (const second of open.slice(index + 1)) {
      if (first.day === second.day && first.opens < second.closes && second.opens < first.closes) {
        return `On ${first.day}, ${first.opens}–${first.closes} and ${second.opens}–${second.closes} overlap. Join them, or change one.`;
      }
    }
  }
  return true;
}

/** Contrast of two colours after WCAG 2.2, from 1 to 21. */
export function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
