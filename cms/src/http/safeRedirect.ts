/**
 * Where a login leads afterwards: to a page of this admin and nowhere else. Payload looks at the text of `?redirect=`, and
 * takes `/admin/../..//host` for a path of its own, which browsers read as another host (`getSafeRedirect` of payload 3.90.2).
 */

const PARAMETER = "redirect";

/** `url` without the redirects that lead elsewhere; `undefined` when there is none of these in it. */
export function withoutForeignRedirect(url: string, publicUrl: string): string | undefined {
  const start = url.indexOf("?");
  if (start < 0) return undefined;
  const query = new URLSearchParams(url.slice(start));
  if (query.getAll(PARAMETER).every((target) => isOwnPage(target, publicUrl))) return undefined;
  query.delete(PARAMETER);
  return `${url.slice(0, start)}${query.size > 0 ? `?${query}` : ""}`;
}

/** Compared as a browser reads it: after dots, backslashes and percent-encoding. */
function isOwnPage(target: string, publicUrl: string): boolean {
  if (!/^\/[!-~]*$/.test(target) || !URL.canParse(target, publicUrl)) return false;
  const { origin, pathname } = new URL(target, publicUrl);
  const isClear = !/\/\/|\\|%(?:25)*(?:2f|5c|2e|0[0-9a-f]|1[0-9a-f]|7f)/i.test(pathname);
  return origin === new URL(publicUrl).origin && /^\/admin(\/|$)/.test(pathname) && isClear;
}
