/** Telephone numbers as people write them -> what a phone dials. On the server alone: the tables are large. */
// `max`: only with the patterns of every kind of number can it be told whether a nought belongs to a number, as in Italy.
import { withoutHidden } from "@clinic-widgets/shared";
import {
  type CountryCode,
  type Examples,
  getExampleNumber,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberWithError,
} from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";

/** What business cards and address books say before a number. */
const LABEL =
  /^(?:tel(?:[eé]f(?:ono)?|ephone)?|phone|call(?: us)?|mobile|m[oó]vil|cel(?:ular)?|whatsapp|t|p|m)\.? ?: ?/i;
/** A number in WhatsApp's own address. */
const WHATSAPP = /^(?:https:\/\/)?wa\.me\/(?=[1-9]\d{6,14}\/?$)/i;

/** `text` without what no eye sees (marks of direction, joiners), with plain spaces, hyphens and digits. */
export const plainPhone = (text: string): string =>
  withoutHidden(text.normalize("NFKC"))
    .replace(/\p{Mn}/gu, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/[·•∙⋅]/g, ".")
    .replace(/[“”„]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(LABEL, "")
    .replace(WHATSAPP, "+")
    .replace(/\/$/, "");

/** Words for an extension that the library does not know: French, German, Portuguese, Dutch. */
const EXTENSION =
  /[\s,;/-]*\b(?:poste|durchwahl|dw|nebenstelle|ramal|toestel|app(?:arat)?)\b[.:\s]*(?=\d+$)/i;

/** The same number in the ways in which it may be meant, the likeliest first. */
function readings(text: string): string[] {
  const plain = text
    .replace(EXTENSION, " ext. ")
    .replace(/^\(\s*((?:\+|00)\s*\d{1,3})\s*\)/, "$1 ")
    .replace(/^\+[\s+]*(?:00)?/, "+")
    // Mexico has given up the 1 before the numbers of mobile phones.
    .replace(/^\+52\D*1\D*(?=(?:\d\D*){10}$)/, "+52 ");
  const international = plain.replace(/^00/, "+");
  // For callers from within the country, who leave the country code out.
  const withoutTrunk = international.replace(/^(\+\D*\d{1,3}\D*?)[([]\s*0\s*[)\]]/, "$1");
  const withoutNought = international.replace(/^(\+\D*(?:39|\d{1,3}[\s().-])\D*)0/, "$1");
  return [...new Set([plain, international, withoutTrunk, withoutNought])];
}

/** `text` as a number that can be dialled; one without its country code is completed for `country`. */
function parsed(text: string, country: string | null | undefined): PhoneNumber | undefined {
  const numbers = readings(text).flatMap((reading) => {
    try {
      const number = parsePhoneNumberWithError(reading, {
        ...(isKnown(country) ? { defaultCountry: country } : {}),
        extract: false,
      });
      return number.isPossible() ? [number] : [];
    } catch {
      return [];
    }
  });
  // The tables are some months old, and countries open new series: what has the right length is taken, too.
  return numbers.find((number) => number.isValid()) ?? numbers[0];
}

const isKnown = (country: string | null | undefined): country is CountryCode =>
  Boolean(country && isSupportedCountry(country));

/**
 * The address that dials `phone`. A number that nobody can complete, as it was saved before numbers were checked, is dialled
 * as it is written, without a nought in brackets behind a country code.
 */
export function phoneUrl(phone: string, country?: string | null): string {
  const plain = plainPhone(phone);
  return (
    parsed(plain, country)?.getURI() ??
    `tel:${plain.replace(/^(\+(?!39)[^(]*)\(\s*0\s*\)/, "$1").replace(/[^\d+]/g, "")}`
  );
}

/** The address that dials a number of emergency: as it is, because such numbers hold within their country. */
export const emergencyUrl = (number: string): string => {
  const plain = plainPhone(number);
  return /^(?:\+|00)/.test(plain) ? phoneUrl(plain) : `tel:${plain.replace(/\D/g, "")}`;
};

/** A link to whatever the clinic's number is, or that of emergency. */
const PLACEHOLDER = /^tel:\{\{\s*(clinic\.phone|emergency\.number)\s*\}\}$/;

/** A link `tel:` as it is followed: a number with its country code is put right, any other stays. */
export function telLink(url: string): string {
  // A damaged value is for the contract to refuse.
  if (typeof url !== "string") return url;
  const [, placeholder] = PLACEHOLDER.exec(url.trim()) ?? [];
  if (placeholder) return `tel:{{${placeholder}}}`;
  const phone = /^tel:(\+.*)/i.exec(url.trim())?.[1];
  return phone && parsed(plainPhone(phone), undefined) ? phoneUrl(phone) : url;
}

export const dialsPlaceholder = (url: string): boolean => PLACEHOLDER.test(url);

/** `true`, or a sentence for what is no number that can be dialled; `country` is that of the clinic. */
export function phoneFault(phone: string, country?: string | null): string | true {
  const plain = plainPhone(phone);
  if (parsed(plain, country)) return true;
  const example = exampleFor(country);
  const shown = `"${plain}"`;
  if (/\d.*(?:\+|\bor\b|\by\b|\bo\b|[/,;|&]\s*\+?(?:\d[ ().-]*){7})/i.test(plain) && digitsOf(plain) > 13)
    return `${shown} is more than one number. Write the one that patients should call, such as ${example}.`;
  const lettered = /^[+\d\s().-]*\d[\s.-]*[a-z][a-z\s-]{2,}$/i.test(plain) && plain.replace(/[a-z]/gi, keyOf);
  if (lettered && parsed(lettered, country))
    return `${shown} has letters, which not every phone can dial. Write it in figures: ${lettered}.`;
  const ends = `Write it with its country code, such as ${example}; an extension stands at the end, as in ${example} ext. 5.`;
  if (/[^\d\s+().,/;x#-]/i.test(plain) || digitsOf(plain) < 5)
    return `${shown} is not a phone number. ${ends}`;
  if (/^(?:\+|00)/.test(plain))
    return `${shown} has too few or too many digits for a number with this country code. ${ends}`;
  return isKnown(country)
    ? `${shown} is not a complete number in ${nameOf(country)}. ${ends}`
    : `${shown} has no country code, and the clinic’s address has no country that could tell it. Write it as it is dialled from abroad, such as ${example}, or add the country.`;
}

const digitsOf = (text: string): number => text.replace(/\D/g, "").length;

/** The key of a phone with this letter. */
const keyOf = (letter: string): string =>
  "22233344455566677778889999"[letter.toUpperCase().charCodeAt(0) - 65] ?? letter;

const nameOf = (country: string): string =>
  new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? country;

/** A number as those of `country` look. */
function exampleFor(country: string | null | undefined): string {
  const example =
    isKnown(country) && country !== "US" ? getExampleNumber(country, examples as Examples) : undefined;
  return example?.formatInternational() ?? "+1 212-555-0134";
}
