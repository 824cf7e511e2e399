/** References in a CSL style, made on the server from the fields of a study, without a request to another service. */

import { Cite } from "@citation-js/core";
import type { Inline, RichText } from "@clinic-widgets/shared";
import "@citation-js/plugin-csl";
import { cslName } from "./names.ts";
import { decodeEntities } from "./pasted.ts";

export type CitationStyle = "vancouver" | "apa" | "harvard1";

/** What a reference is made of. What a damaged study lacks is left out of it. */
export type CitedStudy = {
  slug?: string | undefined;
  authors: { family?: string | undefined; given?: string | undefined }[];
  title?: string | undefined;
  containerTitle?: string | undefined;
  containerTitleShort?: string | undefined;
  issued: string;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
};

/** The reference as one paragraph. It omits the DOI, which widgets show as a link. */
export function citeStudy(study: CitedStudy, style: CitationStyle, locale: string): RichText {
  const short = style === "vancouver" ? study.containerTitleShort : undefined;
  const item = {
    id: study.slug,
    type: "article-journal",
    title: study.title,
    author: study.authors.map(cslName),
    "container-title": short ?? study.containerTitle,
    "container-title-short": study.containerTitleShort,
    issued: { "date-parts": [study.issued.split("-").map(Number)] },
    volume: study.volume,
    issue: study.issue,
    page: study.pages,
  };
  const html: string = new Cite([JSON.parse(JSON.stringify(item))]).format("bibliography", {
    format: "html",
    template: style,
    lang: locale.startsWith("es") ? "es-ES" : "en-US",
  });
  return [{ type: "paragraph", children: inlineNodes(withoutLabel(html)) }];
}

/** citeproc numbers its entries; readers see the number in the topic's list instead. */
function withoutLabel(html: string): string {
  const entry =
    /<div class="csl-right-inline">([\s\S]*?)<\/div>/.exec(html)?.[1] ??
    /<div[^>]*class="csl-entry"[^>]*>([\s\S]*?)<\/div>/.exec(html)?.[1] ??
    "";
  return entry.trim();
}

const TAGS: Record<string, "emphasis" | "strong"> = {
  i: "emphasis",
  em: "emphasis",
  b: "strong",
  strong: "strong",
};

/** The few tags that citeproc writes, as nodes of the contract. */
function inlineNodes(html: string): Inline[] {
  const root: Inline[] = [];
  const open: Inline[][] = [root];
  for (const token of html.split(/(<[^>]+>)/)) {
    const tag = /^<(\/?)([a-z]+)[^>]*>$/i.exec(token);
    const nodes = open.at(-1) as Inline[];
    const type = tag ? TAGS[(tag[2] as string).toLowerCase()] : undefined;
    if (!tag) {
      const text = decodeEntities(token);
      if (text) nodes.push({ type: "text", text });
    } else if (type && !tag[1]) {
      const children: Inline[] = [];
      nodes.push({ type, children });
      open.push(children);
    } else if (type && open.length > 1) open.pop();
  }
  return root;
}
