/** The address of each file of the contract, below the CMS origin. */

/** All public content and code is under this one path, so that one rule in a CDN covers it. */
export const EMBED_PATH = "/embed/v1/";

/** The topic's lists, each a file of its own. */
export const LIST_KINDS = ["benefits", "injuries", "timings", "faqs", "studies"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** Whether `kind` is one of the topic's lists. */
export const isListKind = (kind: string): kind is ListKind =>
  (LIST_KINDS as readonly string[]).includes(kind);

/** The nine elements, by tag name without the `clinic-` prefix, as `html/` and `frame/` addresses name them. */
export const ELEMENT_NAMES = [
  "faq",
  "benefits",
  "injuries",
  "timings",
  "studies",
  "key-points",
  "booking",
  "disclaimer",
  "topic",
] as const;
export type ElementName = (typeof ELEMENT_NAMES)[number];

/** Names one content file. */
export type ContentAddress =
  | { kind: "site"; locale: string }
  | { kind: "clinic"; locale: string; clinic: string }
  | { kind: "topic" | ListKind; locale: string; topic: string };

/** The path of a content file relative to `/embed/v1/`, e.g. `content/en/topics/running/faqs.json`. */
export function contentPath(address: ContentAddress): string {
  return `${["content", address.locale, ...segmentsOf(address)].map(encodeURIComponent).join("/")}.json`;
}

function segmentsOf(address: ContentAddress): string[] {
  if (address.kind === "site") return ["site"];
  if (address.kind === "clinic") return ["clinics", address.clinic];
  return ["topics", address.topic, ...(address.kind === "topic" ? [] : [address.kind])];
}

/** The absolute address of a content file. `origin` is the CMS origin, with or without a trailing slash. */
export function contentUrl(origin: string, address: ContentAddress): string {
  return origin.replace(/\/+$/, "") + EMBED_PATH + contentPath(address);
}

export type ElementAddress = {
  locale: string;
  clinic: string;
  topic: string;
  element: ElementName;
  group?: "overview" | "evidence";
  view?: "table" | "sections" | "list";
};

/** The path of an element rendered on the server, relative to `/embed/v1/`. */
export function htmlPath({ locale, clinic, topic, element, group, view }: ElementAddress): string {
  const name = [element, group, view].filter(Boolean).join(".");
  return `html/${locale}/${clinic}/${topic}/${name}.html`;
}

/** The path of a whole page around one element, for site builders that allow nothing but an iframe. */
export function framePath({ locale, clinic, topic, element }: ElementAddress): string {
  return `frame/${locale}/${clinic}/${topic}/${element}.html`;
}

/**
 * Each address that browsers read as it is written, up to the end of its host. None with controls or marks that nobody sees,
 * nor with `\`, which browsers read as `/`. A web address has two slashes and then its host at once, without a user's name
 * before it: a name, whose last part begins with a letter, or four numbers as a browser writes them. What has no scheme is
 * a path, and not `//host`.
 */
const PLAIN =
  /^(?!$|.*[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\])(https?:\/\/(([\p{L}\p{M}\w-]+\.)*\p{L}[\p{L}\p{M}\w-]*|((?!0\d)\d+\.?\b){4})(:[1-9]\d*)?([/?#]|$)|mailto:|tel:|(?!\/\/|[a-z][a-z\d+.-]*:))/isu;

/**
 * Whether a widget may link to `url`: http, https, mailto, tel, or relative, each written as browsers read it. Refused is
 * whatever a browser might run, and what it would repair in silence: `https:/host`, `https://clinic.example@host`, `\\host`,
 * letters of another width. What it then opens is not what an editor has read.
 */
export function isSafeUrl(url: string): boolean {
  const found = PLAIN.exec(url.trim());
  return found !== null && found[0] === found[0].normalize("NFKC");
}

/** The address of a DOI: the handbook asks for these characters to be encoded, and leaves slashes and brackets as they are. */
const doiUrl = (doi: string): string =>
  `https://doi.org/${encodeURI(doi).replace(/[?#+]/g, encodeURIComponent)}`;

/** Where a study can be read, in the order in which widgets show it. */
export function studyLinks(study: {
  doi?: string | null | undefined;
  pmid?: string | null | undefined;
  pmcid?: string | null | undefined;
  url?: string | null | undefined;
}): { kind: "doi" | "pubmed" | "pmc" | "web"; url: string }[] {
  const links: { kind: "doi" | "pubmed" | "pmc" | "web"; url: string }[] = [];
  if (study.doi) links.push({ kind: "doi", url: doiUrl(study.doi) });
  if (study.pmid) links.push({ kind: "pubmed", url: `https://pubmed.ncbi.nlm.nih.gov/${study.pmid}/` });
  if (study.pmcid) links.push({ kind: "pmc", url: `https://pmc.ncbi.nlm.nih.gov/articles/${study.pmcid}/` });
  if (study.url) links.push({ kind: "web", url: study.url });
  return links;
}
