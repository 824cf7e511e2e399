/** The countries and time zones that a browser knows, as a list to choose from. */

export type Choice = { value: string; label: string };

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Codes that name no country: unions, places made up for tests, and an unknown one. */
const NO_COUNTRY = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

/** Every country by its English name, with its code, which can be searched for, too. */
export function countries(): Choice[] {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return codes
    .filter((code) => !NO_COUNTRY.has(code) && new Intl.Locale(`und-${code}`).region === code)
    .flatMap((value) => {
      const name = names.of(value);
      return name ? [{ value, label: `${name} (${value})` }] : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

/** Every time zone by its name, with its distance from Greenwich `now`. */
export const timezones = (now: Date): Choice[] =>
  ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"))].map((value) => ({
    value,
    label: `${value.replaceAll("_", " ")} (${offsetOf(value, now)})`,
  }));

function offsetOf(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(now);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
}
