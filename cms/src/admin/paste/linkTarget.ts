/** Services that wrap a link to count who follows it, and the parameter that holds the target. */
const WRAPPERS: [host: RegExp, path: RegExp, parameter: string][] = [
  [/^(www\.)?google\.[a-z.]+$/, /^\/url$/, "q"],
  [/\.safelinks\.protection\.outlook\.com$/, /^\//, "url"],
  [/^l\.(facebook|instagram)\.com$/, /^\//, "u"],
];

/**
 * Where a copied link leads, without what was wrapped around it; nothing for one that works on its own page or computer
 * alone, or that a text may not hold.
 */
export function linkTarget(href: string): string | undefined {
  let url: URL;
  try {
    url = new URL(href.trim());
  } catch {
    return undefined;
  }
  if (!["http:", "https:", "mailto:", "tel:"].includes(url.protocol)) return undefined;
  const wrapper = WRAPPERS.find(([host, path]) => host.test(url.hostname) && path.test(url.pathname));
  const target = wrapper && url.searchParams.get(wrapper[2]);
  return target ? linkTarget(target) : url.href;
}
