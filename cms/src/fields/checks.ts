/** Validators of a single value. Each returns `true`, or a sentence that says how to correct it. */
import { isSafeUrl, withoutHidden } from "@clinic-widgets/shared";
import { dialsPlaceholder, phoneFault, plainPhone, telLink } from "../input/phone.ts";

/** The value of a text field. */
export type Text = string | null | undefined;

type Check = (value: Text) => string | true;

const optional =
  (check: (value: string) => string | true): Check =>
  (value) =>
    value ? check(value.trim()) : true;

/** A sentence for an address that a browser would repair in silence, and so open otherwise than it reads. */
function repairFault(written: string): string | undefined {
  const base = /^[a-z][a-z\d+.-]*:/i.test(withoutHidden(written)) ? undefined : "https://page.invalid";
  if (isSafeUrl(written) || !URL.canParse(written, base)) return undefined;
  const { protocol, host, pathname, search, hash } = new URL(written, base);
  const plain = `${protocol}//${host}${pathname}${search}${hash}`;
  return !protocol.startsWith("http") || host === "page.invalid" || !isSafeUrl(plain) || plain === written
    ? undefined
    : `"${withoutHidden(written)}" leads browsers to ${host}, which it does not say plainly. Write ${plain} if that is what you mean.`;
}

const LINK = /^(?:https?:\/\/[^\s/]\S*|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d().-]+(?:;ext=\d{1,7})?|[/#]\S*)$/i;
/** Without a scheme, "www.example.com" would be a path on the partner's own site. */
export const checkUrl = optional((url) => {
  if (dialsPlaceholder(url)) return true;
  const repaired = repairFault(url);
  if (repaired) return repaired;
  if (!LINK.test(url) || !isSafeUrl(url) || url.includes("{{"))
    return `"${url}" is not an address that widgets may link to. Begin with https://, http://, mailto:, tel: or /, and leave out spaces and placeholders, except tel:{{clinic.phone}} and tel:{{emergency.number}}.`;
  const followed = telLink(url);
  return (
    [url, url.replace(/[().-]/g, "").toLowerCase()].includes(followed) ||
    `"${url}" would dial a nought that is wrong behind a country code. Leave it out: ${followed}`
  );
});
export const checkWebUrl = optional(
  (url) =>
    (/^https?:\/\/[^\s/]+\.[^\s/]+(?:\/\S*)?$/.test(url) && isSafeUrl(url) && !url.includes("{{")) ||
    repairFault(url) ||
    `"${url}" is not a web address. Begin with https://, such as https://example.com/book.`,
);
/** `country` completes a number that has no country code. What was saved before this check, and is not changed, stays. */
export const checkPhone = (value: Text, country: Text, saved?: unknown): string | true =>
  value && value !== (typeof saved === "string" && plainPhone(saved)) ? phoneFault(value, country) : true;
/** Such numbers are short, hold in one country alone, and are dialled as they are. */
export const checkEmergencyNumber = (value: Text): string | true =>
  /^\+?\d[\d .-]{1,15}$/.test(plainPhone(value ?? "")) || "Write the number with digits, such as 911.";
export const checkCountry = optional(
  (code) =>
    (/^[A-Z]{2}$/.test(code) && regionName(code) !== undefined && isCurrent(code)) ||
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

/** A day may end at 24:00, as many write it. */
export const checkClosingTime: Check = (time) => time?.trim() === "24:00" || checkTime(time);

/** Whether this is the current code: an alias such as UK would not find the emergency number. */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;

function regionName(code: string): string | undefined {
  const name = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }).of(code);
  return name === "Unknown Region" ? undefined : name;
}

/** One head for each of the three columns of a table, or none at all. */
export const checkColumnHeads = (heads: string[]): string | true =>
  heads.length === 0 ||
  heads.length === 3 ||
  `The table has three columns, and here ${heads.length === 1 ? "is 1 head" : `are ${heads.length} heads`}. Write three, or leave all of them out.`;

/** A whole number from `min` to `max`, or no value. */
export const checkWholeNumber =
  (min: number, max: number) =>
  (value: number | null | undefined): string | true =>
    value === null ||
    value === undefined ||
    (Number.isInteger(value) && value >= min && value <= max) ||
    `${value} cannot be right. Write a whole number from ${min.toLocaleString("en")} to ${max.toLocaleString("en")}.`;
