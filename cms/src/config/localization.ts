/** Which languages the content is written in. */
import { directionOf } from "@clinic-widgets/shared";
import type { LocalizationConfig } from "payload";

/** `locales` as Payload wants them: named in their own language, published one by one, never falling back silently. */
export function localization(locales: [string, ...string[]]): LocalizationConfig {
  return {
    locales: locales.map((code) => ({ code, label: localeLabel(code), rtl: directionOf(code) === "rtl" })),
    defaultLocale: locales[0],
    defaultLocalePublishOption: "active",
    // What an editor sees empty is empty; readers get their fallback from the compiler, item by item.
    fallback: false,
  };
}

/** A language in its own words: "English", "Español". */
export function localeLabel(code: string): string {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
