/** What a frame's page needs around its element: colours for light and dark, and a place for relative links to lead to. */
import type { ClinicFile } from "@clinic-widgets/shared";
import { COLOR } from "../theme.ts";

/** A base that no path can be joined to: such a link does nothing. */
export const NOWHERE = "about:invalid";

/**
 * Where relative links of a frame lead. Editors mean a page of the clinic's site by `/contact`; the frame's own address, the
 * CMS, has none.
 */
export function baseOf(clinic: ClinicFile | undefined): string {
  const { website = "" } = clinic ?? {};
  return /^https?:/i.test(website) && URL.canParse(website) ? new URL(website).href : NOWHERE;
}

/** Our links have no other relative address than these. */
const RELATIVE = /^(?![a-z][a-z0-9+.-]*:)/i;

/** A copy in which relative links have no address, so that their words alone are drawn. */
export const withoutRelativeLinks = <T>(content: T): T =>
  JSON.parse(
    JSON.stringify(content, (key, value: unknown) =>
      /url$/i.test(key) && typeof value === "string" && RELATIVE.test(value.trim()) ? "" : value,
    ),
  ) as T;

/**
 * The page's look. It follows the reader unless it is told a scheme. (Firefox takes that of the page around for the
 * reader's, other engines do not yet.) The background is always there: what is behind a frame it cannot know.
 */
export function frameCss(clinic: ClinicFile | undefined, scheme?: "light" | "dark"): string {
  const { accent } = clinic?.theme ?? {};
  // A clinic chooses its accent for white paper. On dark it is the same colour, but light.
  const tokens =
    accent && COLOR.test(accent)
      ? `--clinic-accent:oklch(from ${accent} .84 min(c,.1) h);--clinic-accent-text:#000`
      : "";
  const light = ":root{color-scheme:light;color:#17302c;background:#fff}";
  const dark = `:root{color-scheme:dark;color:CanvasText;background:Canvas;${tokens}}`;
  const darkOnScreen = `@media ${scheme ? "screen" : "screen and (prefers-color-scheme:dark)"}{${dark}}`;
  return (
    light +
    // Paper is white, and without such colours the accent could not be read on dark.
    (scheme === "light" ? "" : `@supports (color:oklch(from red l c h)){${darkOnScreen}}`) +
    // Room for the outline of what has the focus, which ends at the frame's edge.
    "body{margin:0;padding:6px;font:1rem/1.6 system-ui,sans-serif}"
  );
}
