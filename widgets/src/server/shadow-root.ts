/** What is in an element's shadow root when the server draws it: the element's styles, and what its template makes of its options. */
import { type ElementName, fillContent, type Kind, placeholderValues } from "@clinic-widgets/shared";
import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";
import { allFilesFor } from "../content/files-for.ts";
import { renderContentFrame } from "../content-frame.ts";
import { draw } from "../definition.ts";
import { DEFINITIONS } from "../definitions.ts";
import { commonStyles } from "../styles/common.styles.ts";
import { contextFor } from "../templates/context.ts";
import { readAttributes } from "./options.ts";
import type { RenderFiles, RenderRequest } from "./types.ts";

/** The style sheet of `element`. */
export const stylesOf = (element: ElementName): string =>
  [commonStyles, ...DEFINITIONS[element].styles].map(({ cssText }) => cssText).join("");

/** The markup in the shadow root, without styles. Files that the element can do without may be missing. */
export function renderShadowRoot({ lang, element, options }: RenderRequest, files: RenderFiles): string {
  const { properties } = readAttributes(element, options);
  // Written once and read at any time: an invalid date tells the templates that there is no "now".
  const context = contextFor(lang, properties.headingLevel, new Date(Number.NaN));
  const content = draw(DEFINITIONS[element], files, context, properties);
  const markup = collectResultSync(render(renderContentFrame(lang, content)));
  // Lit's marks are for hydration, which we do not do.
  return markup.replace(/<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g, "");
}

/** What to call a page around the element: its heading, else the topic's title, else the clinic. */
export function titleOf({ element, lang, options = {} }: RenderRequest, handedIn: RenderFiles): string {
  const files = fillContent(handedIn, lang, placeholderValues(handedIn.clinic));
  const main = files[allFilesFor(element)[0] as Kind];
  const views: { heading?: string | undefined; group?: string; view?: string }[] =
    main && "views" in main ? main.views : [];
  const isShown = (name: "group" | "view") => (view: (typeof views)[number]) =>
    options[name] === undefined || view[name] === options[name];
  const { heading } = views.filter(isShown("group")).find(isShown("view")) ?? views[0] ?? {};
  return heading ?? files.topic?.title ?? files.clinic?.name ?? "";
}
