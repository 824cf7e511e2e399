/** Choosing a locale for a reader, and the direction it is written in. */

/** The configured locale for `wanted`: itself, else its language (`es-MX` falls back to `es`), else `undefined`. */
export function matchLocale(wanted: string, available: readonly string[]): string | undefined {
  const find = (tag: string) => available.find((code) => code.toLowerCase() === tag.toLowerCase());
  for (let tag = wanted; tag !== ""; tag = tag.includes("-") ? tag.slice(0, tag.lastIndexOf("-")) : "") {
    const match = find(tag);
    if (match) return match;
  }
  return undefined;
}

const RTL_LANGUAGES = /^(?:arc?|ckb|dv|fa|he|ps|sd|ug|ur|yi)(?:-|$)/i;
const RTL_SCRIPTS = /^(?:Adlm|Arab|Hebr|Nkoo|Syrc|Thaa)$/i;

/** The direction in which `locale` is written: that of its script where it names one (`pa-Arab`), else of its language. */
export function directionOf(locale: string): "ltr" | "rtl" {
  const script = locale.split("-").find((part) => /^[a-z]{4}$/i.test(part));
  return (script ? RTL_SCRIPTS.test(script) : RTL_LANGUAGES.test(locale)) ? "rtl" : "ltr";
}
