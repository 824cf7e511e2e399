/** Which locales to ask for, in order, when a reader wants a language. */

/**
 * The locale itself, else its language (`es-MX`, which some sites write `es_MX`, falls back to `es`), else the default.
 * With `known` locales (the loader's list, the default first) only those are asked for; a language that the list
 * does not know is tried all the same, because the list may be older than the CMS's configuration.
 */
export function candidateLocales(wanted: string, known: readonly string[] = []): string[] {
  const parts = wanted.split(/[-_]/);
  const chain = parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
  const match = chain
    .map((tag) => known.find((locale) => locale.toLowerCase() === tag.toLowerCase()))
    .find((locale) => locale);
  return [...new Set([...(match ? [match] : chain), known[0] || "en"])];
}
