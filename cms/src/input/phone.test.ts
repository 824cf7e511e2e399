import { describe, expect, it } from "vitest";
import { emergencyUrl, phoneFault, phoneUrl, plainPhone, telLink } from "./phone.ts";

describe("a telephone number", () => {
  it.each([
    // The nought for callers from within the country.
    ["+49 (030) 123456", undefined, "tel:+4930123456"],
    ["+49030123456", undefined, "tel:+4930123456"],
    ["+44 (0)20 7946 0000", undefined, "tel:+442079460000"],
    ["+44 0 20 7946 0000", undefined, "tel:+442079460000"],
    ["+44 [0]20 7946 0000", undefined, "tel:+442079460000"],
    ["+44 ( 0 ) 20 7946 0000", undefined, "tel:+442079460000"],
    ["(+44) 020 7946 0000", undefined, "tel:+442079460000"],
    ["(0044) 20 7946 0000", "US", "tel:+442079460000"],
    ["0044 (0)20 7946 0000", "US", "tel:+442079460000"],
    ["0044 20 7946 0000", undefined, "tel:+442079460000"],
    ["+0044 20 7946 0000", undefined, "tel:+442079460000"],
    [" + 41 ( 0 ) 44 668 18 00", undefined, "tel:+41446681800"],
    ["+353(0)1-234-5678", undefined, "tel:+35312345678"],
    ["+372 (0) 6 123 456", undefined, "tel:+3726123456"],
    ["+36 (06) 1 234 5678", undefined, "tel:+3612345678"],
    ["+7 (8) 495 123-45-67", undefined, "tel:+74951234567"],
    ["+52 1 55 1234 5678", undefined, "tel:+525512345678"],
    // Where the nought belongs to the number.
    ["+39 (0)6 1234567", undefined, "tel:+39061234567"],
    ["+39 06 1234567", undefined, "tel:+39061234567"],
    ["+39 0340 1234567", undefined, "tel:+393401234567"],
    ["+225 01 02 03 04 05", undefined, "tel:+2250102030405"],
    ["+241 01 23 45 67", undefined, "tel:+24101234567"],
    // Marks of address books.
    ["\u202a+1 212-555-0134\u202c", undefined, "tel:+12125550134"],
    ["\u2066+1 212-555-0134\u2069", undefined, "tel:+12125550134"],
    ["+1\u00a0212\u2011555\u20110134", undefined, "tel:+12125550134"],
    ["\ufeff+1\u200b 212\u00ad 555\u2013\u20600134", undefined, "tel:+12125550134"],
    ["＋４４ ２０ ７９４６ ００００", undefined, "tel:+442079460000"],
    ["+٤٤ ٢٠ ٧٩٤٦ ٠٠٠٠", undefined, "tel:+442079460000"],
    ["tel:+44-20-7946-0000", undefined, "tel:+442079460000"],
    // What stands before it.
    ["Tel.: +44 20 7946 0000", undefined, "tel:+442079460000"],
    ["Teléfono: 912 34 56 78", "ES", "tel:+34912345678"],
    ["WhatsApp: +34 612 345 678", undefined, "tel:+34612345678"],
    ["https://wa.me/34612345678", "US", "tel:+34612345678"],
    // Extensions.
    ["tel:+44-20-7946-0000;ext=5", undefined, "tel:+442079460000;ext=5"],
    ["+1 212-555-0134,,5", undefined, "tel:+12125550134;ext=5"],
    ["+1 212-555-0134 ext. 5", undefined, "tel:+12125550134;ext=5"],
    ["+1 212-555-0134 x5", undefined, "tel:+12125550134;ext=5"],
    ["+1 212-555-0134, extension 123", undefined, "tel:+12125550134;ext=123"],
    ["+1 212-555-0134 extensión 5", undefined, "tel:+12125550134;ext=5"],
    ["+1 212-555-0134 #5", undefined, "tel:+12125550134;ext=5"],
    ["+49 30 123456 Durchwahl 7", undefined, "tel:+4930123456;ext=7"],
    ["+33 1 99 00 12 34 poste 12", undefined, "tel:+33199001234;ext=12"],
    // Completed by the country.
    ["(212) 555-0134", "US", "tel:+12125550134"],
    ["1-212-555-0134", "US", "tel:+12125550134"],
    ["011 44 20 7946 0000", "US", "tel:+442079460000"],
    ["020 7946 0000", "GB", "tel:+442079460000"],
    ["(0) 20 7946 0000", "GB", "tel:+442079460000"],
    ["011 15-2345-6789", "AR", "tel:+5491123456789"],
    ["+54 11 15 2345 6789", undefined, "tel:+5491123456789"],
    ["116 117", "DE", "tel:+49116117"],
    ["030/123456", "DE", "tel:+4930123456"],
    ["912 34 56 78", "ES", "tel:+34912345678"],
    ["06 1234567", "IT", "tel:+39061234567"],
    ["13 11 14", "AU", "tel:+61131114"],
    ["+800 1234 5678", "ES", "tel:+80012345678"],
  ])("%s of a clinic in %s is dialled as %s", (phone, country, url) => {
    expect([phoneUrl(phone, country), phoneFault(phone, country)]).toEqual([url, true]);
  });

  it.each([
    ["(212) 555-0134", undefined, /has no country code.*such as \+1 212-555-0134, or add the country\.$/],
    ["555-0134", "US", /not a complete number in United States.*such as \+1 212-555-0134/],
    ["112", "DE", /not a phone number.*\+49 /],
    ["call us", "ES", /^"call us" is not a phone number\. Write it with its country code, such as \+34 /],
    ["12", undefined, /not a phone number/],
    ["+34 912 345 67", "US", /too few or too many digits/],
    ["+1 212-555-0134 / +1 212-555-0199", undefined, /more than one number/],
    ["+1 212-555-0134 or 212-555-0199", undefined, /more than one number/],
    ["912 34 56 78 / 913 45 67 89", "ES", /more than one number/],
    ["912 345 678, 913 456 789", "ES", /more than one number/],
    ["020 7946 0000 (Mon-Fri 9-5)", "GB", /not a phone number/],
    ["0xx11 3123-4567", "BR", /not a complete number in Brazil/],
    ["1-800-FLOWERS", "US", /Write it in figures: 1-800-3569377\./],
    [
      "+1 212-555-0134 ask for Ana",
      undefined,
      /an extension stands at the end, as in \+1 212-555-0134 ext\. 5/,
    ],
  ])("%s of a clinic in %s is refused with a sentence", (phone, country, words) => {
    expect(phoneFault(phone, country)).toMatch(words);
  });

  it("is shown as it is written, without what no eye sees", () => {
    expect(plainPhone("\u202a+1\u00a0212\u2011555\u20110134\u202c ")).toBe("+1 212-555-0134");
    expect(plainPhone("+44 (0)20 7946 0000")).toBe("+44 (0)20 7946 0000");
  });

  it("that was saved before there was a check is dialled as it was", () => {
    expect(phoneUrl("(212) 555-0134")).toBe("tel:2125550134");
    expect(phoneUrl("(0)20 7946 0000")).toBe("tel:02079460000");
    expect(phoneUrl("+44 (0)20 794")).toBe("tel:+4420794");
  });
});

describe("a number of emergency", () => {
  it.each([
    ["911", "tel:911"],
    ["112", "tel:112"],
    ["\u202a116 123\u202c", "tel:116123"],
    ["000", "tel:000"],
    ["13 11 14", "tel:131114"],
    ["0800 055 555", "tel:0800055555"],
    ["+1 800-273-8255", "tel:+18002738255"],
  ])("%s is dialled as %s", (number, url) => {
    expect(emergencyUrl(number)).toBe(url);
  });
});

describe("a link to a number", () => {
  it.each([
    ["tel:+49030123456", "tel:+4930123456"],
    ["tel:+44(0)20.7946.0000", "tel:+442079460000"],
    ["tel:+12125550134;ext=5", "tel:+12125550134;ext=5"],
    ["tel:911", "tel:911"],
    ["tel:(020)79460000", "tel:(020)79460000"],
    ["tel:{{clinic.phone}}", "tel:{{clinic.phone}}"],
    ["tel:{{ emergency.number }}", "tel:{{emergency.number}}"],
    ["https://example.org/+49030123456", "https://example.org/+49030123456"],
  ])("%s leads to %s", (url, followed) => {
    expect(telLink(url)).toBe(followed);
  });
});
