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

const RTL_LANGUAGES = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** The direction in which `locale` is written. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return RTL_LANGUAGES.has(locale.split("-")[0]?.toLowerCase() ?? "") ? "rtl" : "ltr";
}
