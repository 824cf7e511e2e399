/** Draws elements on the server: markup with a declarative shadow root, readable without JavaScript, which the elements take over. */
import { directionOf, EMBED_PATH, escapeHtml, type Kind } from "@clinic-widgets/shared";
import { allFilesFor } from "../content/files-for.ts";
import { revisionOf } from "../revision.ts";
import { themeCss } from "../theme.ts";
import { baseOf, frameCss, NOWHERE, withoutRelativeLinks } from "./frame-page.ts";
import { attributes } from "./markup.ts";
import { readAttributes } from "./options.ts";
import { renderShadowRoot, stylesOf, titleOf } from "./shadow-root.ts";
import type { RenderAssets, RenderFiles, RenderRequest } from "./types.ts";

export { allFilesFor as filesFor } from "../content/files-for.ts";
export { optionsOf, resolveOptions } from "./options.ts";
export type { RenderAssets, RenderFiles, RenderRequest } from "./types.ts";

/**
 * One element as HTML to be put into any page.
 * Throws when the file that it cannot do without is missing from `files`: that is an answer of 404, not of this function.
 */
export function renderElement(
  request: RenderRequest,
  handedIn: RenderFiles,
  assets: Pick<RenderAssets, "style">,
): string {
  const { element, topic, clinic, lang, options, origin, styles, now } = request;
  const given = readAttributes(element, options);
  const kinds = allFilesFor(element, given.properties);
  const main = kinds[0] as Kind;
  if (!handedIn[main]) {
    throw new Error(
      `Rendering clinic-${element} of "${topic}" needs its ${main} file, which was not handed in.`,
    );
  }
  // The element in the browser reads these and no others, and must find the same revision.
  const files = Object.fromEntries(kinds.map((kind) => [kind, handedIn[kind]])) as RenderFiles;
  const tag = `clinic-${element}`;
  const host = attributes({
    topic,
    clinic,
    lang,
    // The element draws the same by them.
    ...given.attributes,
    src: origin,
    "data-revision": revisionOf(files),
    // By the day, so that the same content makes the same markup for a while. Markup that a partner stored for long, and
    // that nobody can confirm, gives way.
    "data-rendered": new Date(now).toISOString().slice(0, 10),
  });
  const style =
    styles === "link"
      ? `<link rel="stylesheet" href="${escapeHtml(origin + EMBED_PATH + assets.style)}">`
      : `<style>${stylesOf(element)}</style>`;
  const theme = themeCss(files.clinic);
  return (
    `<${tag}${host}><template shadowrootmode="open">${theme && `<style>${theme}</style>`}${style}` +
    `${draw(request, files)}</template></${tag}>`
  );
}

function draw(request: RenderRequest, files: RenderFiles): string {
  try {
    return renderShadowRoot(request, files);
  } catch (cause) {
    throw new Error(
      `Rendering clinic-${request.element} of "${request.topic}" failed: one of its files does not keep to the contract.`,
      { cause },
    );
  }
}

/** A whole page around one element, for site builders that allow nothing but an iframe. */
export function renderFrame(request: RenderRequest, files: RenderFiles, assets: RenderAssets): string {
  const { lang, origin, colorScheme } = request;
  const base = baseOf(files.clinic);
  const below = escapeHtml(origin + EMBED_PATH);
  return `<!doctype html>
<html${attributes({ lang, dir: directionOf(lang) })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(titleOf(request, files))}</title>
<base target="_blank" href="${escapeHtml(base)}">
<style>${frameCss(files.clinic, colorScheme)}</style>
<script defer src="${below}${escapeHtml(assets.frame)}"></script>
<script async src="${below}loader.js"></script>
</head>
<body>
${renderElement(request, base === NOWHERE ? withoutRelativeLinks(files) : files, assets)}
</body>
</html>
`;
}
