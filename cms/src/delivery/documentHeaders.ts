/** What keeps drawn pages harmless: they lie on the origin of the admin, and hold texts that editors wrote. */
import type { Extra } from "./answer.ts";

/** The headers of the page at `path`. A frame runs our elements; an include is for other pages to put in, not to be opened. */
export function documentHeaders(publicUrl: string): (path: string) => Extra {
  const ours = `'self' ${publicUrl}`;
  const frame: Extra = {
    "content-security-policy": [
      "default-src 'none'",
      `script-src ${ours}`,
      // Themes and styles are in the markup, as they must in other people's pages.
      `style-src ${ours} 'unsafe-inline'`,
      `connect-src ${ours}`,
      `img-src ${ours} data:`,
      `font-src ${ours}`,
      // Relative links lead to the clinic's website, or nowhere. Nothing that the page loads has a relative address.
      "base-uri http: https: about:",
      "form-action 'none'",
      "frame-ancestors *",
    ].join("; "),
    // A page that is isolated, whichever way, takes no frame that is not. All that ours loads says that anybody may have it.
    "cross-origin-embedder-policy": "require-corp",
    // The address names a condition: the sites that a reader goes on to need not know.
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
  };
  const include: Extra = {
    "content-security-policy": `default-src 'none'; style-src ${ours} 'unsafe-inline'; sandbox; frame-ancestors 'none'`,
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
  };
  return (path) => (path.startsWith("frame/") ? frame : include);
}
