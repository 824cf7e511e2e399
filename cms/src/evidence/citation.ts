/** References in a CSL style, made on the server from the fields of a study, without a request to another service. */

import { Cite, plugins } from "@citation-js/core";
import type { Inline, RichText } from "@clinic-widgets/shared";
import "@citation-js/plugin-csl";
import { decodeEntities } from "../input/records.ts";
import { cslName } from "./names.ts";

export type CitationStyle = "vancouver" | "apa" | "harvard1";

const { styles } = plugins.config.get("@csl");

/** The style `from` with `change` made in it, under a name of our own: the packages' own ones stay as they are. */
function changedStyle(from: CitationStyle, change: (xml: string) => string): string {
  const name = `clinic-${from}`;
  styles.add(name, change(styles.get(from)));
  return name;
}

/** By its rules for dates, NLM's style has the year first in English alone; its readers expect that in every language. */
const NLM_DATE =
  '<locale><date delimiter=" " form="text"><date-part name="year"/><date-part form="short" name="month" strip-periods="true"/><date-part name="day"/></date></locale>';
/** "Cite Them Right" calls an article without pages a preprint; so is one that is ahead of print. */
const NO_PAGES =
  '<if type="article article-journal" match="any"><choose><if match="none" variable="page volume">';

const STYLES: Record<CitationStyle, string> = {
  vancouver: changedStyle("vancouver", (xml) =>
    xml.replace(/<locale xml:lang="fr">.*?<\/locale>/s, "").replace("</info>", `</info>${NLM_DATE}`),
  ),
  apa: "apa",
  harvard1: changedStyle("harvard1", (xml) =>
    xml.replace(NO_PAGES, NO_PAGES.replace("article article-journal", "article")),
  ),
};

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
  studyType?: string | null | undefined;
  /** The letter behind the year, where two sources of a topic would have the same label. */
  yearLetter?: string | undefined;
};

/** The reference as one paragraph. It omits the DOI, which widgets show as a link. */
export function citeStudy(study: CitedStudy, style: CitationStyle, locale: string): RichText {
  const item = {
    id: study.slug,
    // PubMed ends titles with a full stop; the style has its own.
    title: study.title?.replace(/(?<!\.)\.\s*$/, ""),
    author: study.authors.map(cslName),
    ...placeOf(study, style),
    issued: { "date-parts": [study.issued.split("-").map(Number)] },
    volume: study.volume,
    issue: study.issue,
    page: study.pages,
  };
  const html: string = new Cite([JSON.parse(JSON.stringify(item))]).format("bibliography", {
    format: "html",
    template: STYLES[style],
    lang: locale.startsWith("es") ? "es-ES" : "en-US",
  });
  return [{ type: "paragraph", children: inlineNodes(withLetter(withoutLabel(html), study, style)) }];
}

/** Where a study came out. A preprint has a server in the place of a journal. */
function placeOf({ studyType, containerTitle, containerTitleShort }: CitedStudy, style: CitationStyle) {
  if (studyType !== "preprint")
    return {
      type: "article-journal",
      "container-title": (style === "vancouver" && containerTitleShort) || containerTitle,
      "container-title-short": containerTitleShort,
    };
  const place = style === "harvard1" ? "container-title" : "publisher";
  return { type: "article", genre: "Preprint", [place]: containerTitle };
}

/** Styles that name a source by author and year distinguish two of one year by a letter behind the year. */
function withLetter(
  entry: string,
  { yearLetter, issued, authors, title = "" }: CitedStudy,
  style: CitationStyle,
): string {
  const [year] = /^\d{4}/.exec(issued) ?? [];
  if (!year || !yearLetter || style === "vancouver") return entry;
  const inBrackets = new RegExp(`\\(${year}(?=[),])`, "g");
  // A group or a title that comes before the date may have the year in brackets itself.
  const before =
    authors.length > 0 ? authors.map(({ family }) => family).join() : style === "apa" ? title : "";
  let left = before.match(inBrackets)?.length ?? 0;
  return entry.replace(inBrackets, (found) => (left-- === 0 ? `${found}${yearLetter}` : found));
}

/** citeproc numbers its entries; readers see the number in the topic's list instead. */
function withoutLabel(html: string): string {
  const entry =
    /<div class="csl-right-inline">([\s\S]*?)<\/div>/.exec(html)?.[1] ??
    /<div[^>]*class="csl-entry"[^>]*>([\s\S]*?)<\/div>/.exec(html)?.[1] ??
    "";
  return entry.trim();
}

const TAGS: Record<string, "emphasis" | "strong" | "superscript" | "subscript"> = {
  i: "emphasis",
  em: "emphasis",
  b: "strong",
  strong: "strong",
  // Of figures that are raised and lowered in Unicode, too.
  sup: "superscript",
  sub: "subscript",
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
