/**
 * The numbers by which a paper is found: DOI, PubMed, PubMed Central. Read from whatever people paste, and written in one
 * form. What cannot be one is refused with a sentence.
 */
import { percentDecoded, plainCharacters } from "./pasted.ts";

/** The value of a text field. */
type Text = string | null | undefined;

/** What stands before a DOI: labels and addresses, one after the other in any order. */
const DOI_PREFIX =
  /^(?:https?:\/*|(?:www|dx|m)\.|doi\.org|(?:dx-)?doi-org\.[\w.-]+|doi\.org\.[\w.-]+|hdl(?:\.handle\.net|(?=:))|(?:aid|do|lid) {0,2}- |(?:info|urn):|digital object identifier(?: \(doi\))?|available (?:at|from)|\bdoi\b|[\s:/=."'“”‘’«»<([{]+)/i;
/** A query, or the part of a page that is meant; what a DOI itself has behind such a character looks otherwise. */
const PARAMETERS = /(?:\?[\w.-]+=|&(?:utm_\w+|[a-z]*clid|mc_[ce]id)=|#(?::~:|[\w-]+=)).*$/is;
/** What citations write behind a DOI. */
const MORE_OF_CITATION =
  /[.;,\])]? (?:epub|pmid|pmcid|accessed|available|erratum|online|published|retrieved|\[).*$/is;
/** A library's login that leads to the address behind it. */
const LOGIN = /^https?:\/\/[^/?#]+\/login\?q?url=(?=https?(?::|%3a))/i;
/** A citation up to its DOI. */
const BEFORE_DOI = /^.*\bdoi: *(?=\S*\b10\.\d)/is;
const AT_THE_END = /[\s.,;:!?"'“”‘’«»`*·…|\\/]+$/u;
const BRACKETS: [string, string][] = [
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["<", ">"],
];
/** The form that registration agencies give to DOIs: a prefix of digits, and printable ASCII without spaces. */
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[!-~]+$/;

/** The DOI in `pasted`, as the registration agencies write it; `undefined` when there is none. */
export function doiIn(pasted: string): string | undefined {
  let doi = plainCharacters(pasted).replace(LOGIN, "");
  // Of a whole citation, where it names one and no other.
  if (doi.match(/\b10\.\d{4,9}(?:\.\d+)*(?:\/|%2f)/gi)?.length === 1) doi = doi.replace(BEFORE_DOI, "");
  // In an address these begin the query and the fragment; those of a DOI are percent-encoded there.
  if (/(?:https?:\/|\bdoi\.org\/)/i.test(doi)) doi = doi.replace(/[?#].*$/s, "");
  doi = withoutPrefixes(plainCharacters(percentDecoded(doi)));
  doi = withoutEnd(doi.replace(PARAMETERS, "").replace(MORE_OF_CITATION, ""));
  return DOI.test(doi) ? doi : undefined;
}

function withoutPrefixes(text: string): string {
  let rest = text;
  for (let match = DOI_PREFIX.exec(rest); match; match = DOI_PREFIX.exec(rest))
    rest = rest.slice(match[0].length);
  return rest;
}

/** Without the punctuation of the sentence that it stood in; a bracket stays when its partner is there. */
function withoutEnd(text: string): string {
  let rest = text;
  for (;;) {
    const before = rest;
    rest = rest.replace(AT_THE_END, "");
    for (const [open, close] of BRACKETS)
      if (rest.endsWith(close) && rest.split(close).length > rest.split(open).length)
        rest = rest.slice(0, -1);
    if (rest === before) return rest;
  }
}

const PUBMED_HOSTS =
  "(?:https?:\\/\\/)?(?:(?:www|m)\\.)?(?:pubmed\\.ncbi\\.nlm\\.nih\\.gov|pubmed-ncbi-nlm-nih-gov\\.[\\w.-]+|ncbi\\.nlm\\.nih\\.gov(?:\\/m)?\\/(?:pubmed|entrez\\/query\\.fcgi|pmc\\/articles\\/pmid))\\/?(?:\\?(?:.*&)?(?:term|cmd=search&term|list_uids)=)?";
const PMID_PREFIX = new RegExp(
  `^(?:${PUBMED_HOSTS}|(?:https?:\\/\\/)?(?:www\\.)?europepmc\\.org\\/(?:article|abstract)\\/med\\/|pubmed|pmid|number|id\\b|no\\b|[\\s:.=#"'“”([-]+)`,
  "i",
);
const PMCID_PREFIX =
  /^(?:(?:https?:\/\/)?(?:(?:www|m)\.)?(?:pmc\.ncbi\.nlm\.nih\.gov\/articles|ncbi\.nlm\.nih\.gov\/pmc\/articles)\/|(?:https?:\/\/)?(?:www\.)?europepmc\.org\/(?:articles?|abstract)\/(?:pmc\/)?|pubmed central|pmcid|id\b|[\s:.=#"'“”([-]+)/i;

/** The number in `pasted` behind any of `prefixes`, and whether there was one. */
function numberBehind(pasted: string, prefixes: RegExp): { rest: string; hadPrefix: boolean } {
  const text = plainCharacters(percentDecoded(plainCharacters(pasted)));
  let rest = text;
  for (let match = prefixes.exec(rest); match; match = prefixes.exec(rest))
    rest = rest.slice(match[0].length);
  return { rest, hadPrefix: rest !== text };
}

/** What may follow a number: more of its address, or of the sentence that it stood in, but no second number. */
const AFTER = String.raw`(?:\.\d{1,2})?(?:\[(?:uid|pmid)\]|[/?#&)\]"'”].*|[.,:;]*(?:\s+(?:[[(]|pm|pubmed|doi|epub).*)?)`;
const PMID = new RegExp(String.raw`^0*([1-9]\d{0,7})${AFTER}$`, "is");
const PMCID = new RegExp(String.raw`^(pmc)?[\s:-]*0*([1-9]\d{0,8})${AFTER}$`, "is");

/** The PubMed number in `pasted`, without leading noughts; `undefined` when there is none. */
export const pmidIn = (pasted: string): string | undefined =>
  PMID.exec(numberBehind(pasted, PMID_PREFIX).rest)?.[1];

/** The PubMed Central number in `pasted`, with its letters; digits alone could be a PubMed number. */
export function pmcidIn(pasted: string): string | undefined {
  const { rest, hadPrefix } = numberBehind(pasted, PMCID_PREFIX);
  const [, letters, digits] = PMCID.exec(rest) ?? [];
  return digits && (letters || hadPrefix) ? `PMC${digits}` : undefined;
}

/** What is stored of a field that was filled in: the plain number, or what was written where there is none. */
export const plainDoi = (value: string): string => doiIn(value) ?? value.trim();
export const plainPmid = (value: string): string => pmidIn(value) ?? value.trim();
export const plainPmcid = (value: string): string => pmcidIn(value) ?? value.trim();

type Identifiers = { doi?: Text; pmid?: Text; pmcid?: Text };

/** The identifiers of a study in their plain form, whenever it was saved. */
export const plainIdentifiers = ({ doi, pmid, pmcid }: Identifiers): Identifiers => ({
  doi: doi && plainDoi(doi),
  pmid: pmid && plainPmid(pmid),
  pmcid: pmcid && plainPmcid(pmcid),
});

const isBlank = (value: Text): value is null | undefined | "" => !value || value.trim() === "";

export const checkDoi = (value: Text): string | true =>
  isBlank(value) ||
  doiIn(value) !== undefined ||
  `"${value.trim()}" is not a DOI${whyNotDoi(value)}. Write it as it stands on the paper, such as 10.1007/s40279-025-02175-9, or paste its https://doi.org/ address.`;

function whyNotDoi(value: string): string {
  const plain = plainCharacters(value);
  const foreign = /[^ -~]/u.exec(percentDecoded(plain))?.[0];
  if (foreign) return `, because “${foreign}” is no character of one`;
  return /^10\.\d/.test(withoutPrefixes(plain)) && plain.includes(" ") ? ", because a space is in it" : "";
}

export const checkPmid = (value: Text): string | true =>
  isBlank(value) ||
  pmidIn(value) !== undefined ||
  (pmcidIn(value) === undefined
    ? `"${value.trim()}" is not a PubMed number. It has up to eight digits, such as 39928077; you may paste the page’s address.`
    : `"${value.trim()}" is a number of PubMed Central. Write it into the field below; a PubMed number has digits alone, such as 39928077.`);

export const checkPmcid = (value: Text): string | true =>
  isBlank(value) ||
  pmcidIn(value) !== undefined ||
  `"${value.trim()}" is not a PubMed Central number. It begins with PMC, such as PMC12011942; you may paste the page’s address.`;
