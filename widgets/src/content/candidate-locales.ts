/** Which locales to ask for, in order, when a reader wants a language. */

/**
 * The locale itself, else its language (`es-MX`, which some sites write `es_MX`, falls back to `es`), else the default.
 * With `known` locales (the loader's list, the default first) no other is asked for.
 */
export function candidateLocales(wanted: string, known: readonly string[] = []): string[] {
  const chain = chainOf(wanted);
  return [...new Set([...(known[0] ? [publishedFor(wanted, known) ?? known[0]] : chain), known[0] || "en"])];
}

/** Of `known` the best locale for `wanted`. */
export const publishedFor = (wanted: string, known: readonly string[]): string | undefined =>
  chainOf(wanted)
    .map((tag) => known.find((locale) => locale.toLowerCase() === tag.toLowerCase()))
    .find((locale) => locale);

function chainOf(wanted: string): string[] {
  const parts = wanted.split(/[-_]/);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
}
