import { describe, expect, it } from "vitest";
import { checkDoi, checkPmcid, checkPmid, doiIn, pmcidIn, pmidIn } from "./identifiers.ts";

/** A refusal is a sentence that ends. */
const sentence = expect.stringMatching(/^.{20,}\.$/s);

const DOI = "10.1000/example.2025.30";
const SICI = "10.1002/(SICI)1099-0000(199923/24)37:3/4<197::AID-EXMP3>3.0.CO;2-A";

describe("a DOI", () => {
  it.each([
    // Prefixes, in any order and number.
    [DOI, DOI],
    [`doi: https://doi.org/${DOI}`, DOI],
    [`https://doi.org/https://dx.doi.org/${DOI}`, DOI],
    [`https://doi.org/doi:${DOI}`, DOI],
    [`DOI: DOI ${DOI}`, DOI],
    [`http://www.doi.org/${DOI}`, DOI],
    [`doi.org/${DOI}`, DOI],
    [`https:/doi.org/${DOI}`, DOI],
    [`https://doi-org.proxy.example.edu/${DOI}`, DOI],
    [`urn:doi:${DOI}`, DOI],
    [`info:doi/${DOI}`, DOI],
    [`Available from: https://doi.org/${DOI}`, DOI],
    [`https://dx-doi-org.proxy.example.edu/${DOI}`, DOI],
    [`https://proxy.example.edu/login?url=https://doi.org/${DOI}`, DOI],
    [`https://proxy.example.edu/login?qurl=https%3A%2F%2Fdoi.org%2F10.1000%2Fexample.2025.30`, DOI],
    [`hdl:${DOI}`, DOI],
    [`DO  - ${DOI}`, DOI],
    [`AID - ${DOI} [doi]`, DOI],
    [`doi = {${DOI}},`, DOI],
    // The whole citation.
    [
      `Example J. 2025 Mar 29;372:n71. doi: ${DOI}. Epub 2025 Mar 29. PMID: 39928077; PMCID: PMC12011942.`,
      DOI,
    ],
    // Punctuation around it, and what citations say behind it.
    ["10.1000/example.2025.7.", "10.1000/example.2025.7"],
    ["10.1000/example.2025.7b,", "10.1000/example.2025.7b"],
    [`“${DOI}”.`, DOI],
    [`<https://doi.org/${DOI}>`, DOI],
    [`[doi:${DOI}];`, DOI],
    [`https://doi.org/${DOI}/`, DOI],
    ["10.1000/ex(7)", "10.1000/ex(7)"],
    ["(10.1000/ex(7))", "10.1000/ex(7)"],
    [`doi: ${DOI}. Epub 2025 Feb 10. PMID: 39928077; PMCID: PMC12011942.`, DOI],
    // Percent-encoding and entities, once and several times.
    ["https://doi.org/10.1002/(SICI)1099-0000(199923/24)37:3/4%3C197::AID-EXMP3%3E3.0.CO;2-A", SICI],
    ["10.1002/a%253Cb%253Ec", "10.1002/a<b>c"],
    ["https%3A%2F%2Fdoi.org%2F10.1000%2Fexample.2025.30", DOI],
    ["10.1002/a&lt;b&gt;c", "10.1002/a<b>c"],
    ["10.1000/100%", "10.1000/100%"],
    // Where a reader came from.
    [`https://doi.org/${DOI}?utm_source=newsletter&utm_medium=email`, DOI],
    [`${DOI}?utm_source=newsletter`, DOI],
    [`https://doi.org/${DOI}%3Futm_source%3Dnewsletter`, DOI],
    [`${DOI}&fbclid=IwAR0`, DOI],
    [`https://doi.org/${DOI}#abstract`, DOI],
    [`${DOI}#:~:text=needle`, DOI],
    ["10.1000/456#789", "10.1000/456#789"],
    ["https://doi.org/10.1000/456%23789", "10.1000/456#789"],
    // What cannot be seen, or told from something else.
    ["\ufeff10.1000/exam\u00adple\u200b.2025.30\u200e", DOI],
    ["\u00a010.1000/example.2025.30\u00a0", DOI],
    ["10.1007/s40279‐025–02175−9", "10.1007/s40279-025-02175-9"],
    ["１０．１０００／ｅｘａｍｐｌｅ", "10.1000/example"],
    ["10.1000∕example", "10.1000/example"],
    ["10.1000/ехаmрlе", "10.1000/example"],
  ])("is found in %j", (pasted, doi) => {
    expect(doiIn(pasted)).toBe(doi);
    expect(checkDoi(pasted)).toBe(true);
  });

  it.each([
    "10.1007",
    "doi:10.1/x",
    "https://example.org/10.1007/x",
    "10.1000/ a b",
    "10.1000/ü",
    `${DOI} and 10.1000/other`,
    `doi: ${DOI}, doi: 10.1000/other`,
    // What of these belongs to the DOI is not clear.
    `https://journal.example/article/doi/${DOI}/5698765`,
    `https://preprints.example/content/${DOI}v2.full.pdf`,
    "n/a",
    "?",
  ])("is not %j, and a sentence says so", (pasted) => {
    expect(doiIn(pasted)).toBeUndefined();
    expect(checkDoi(pasted)).toEqual(sentence);
  });

  it("names the character or the space that is in the way", () => {
    expect(checkDoi("10.1000/übung")).toContain("because “ü” is no character of one");
    expect(checkDoi("10.1000/exam ple")).toContain("because a space is in it");
  });
});

describe("a PubMed number", () => {
  it.each([
    "39928077",
    "PMID: 39928077",
    "PMID:PMID 39928077",
    "pmid39928077.",
    "PMID- 39928077",
    "[PubMed: 39928077]",
    "PMID: 39928077; PMCID: PMC12011942.",
    "PMID 39928077 [PubMed - indexed for MEDLINE]",
    "0039928077",
    "３９９２\u200b８０７７",
    "https://pubmed.ncbi.nlm.nih.gov/39928077/",
    "https://pubmed.ncbi.nlm.nih.gov/39928077/?from_term=needling&utm_source=x#abstract",
    "https://pubmed.ncbi.nlm.nih.gov/?term=39928077",
    "https://www.ncbi.nlm.nih.gov/pubmed/39928077?dopt=Abstract",
    "https://europepmc.org/article/MED/39928077",
    "europepmc.org/abstract/MED/39928077",
    "pubmed.ncbi.nlm.nih.gov/39928077",
    "www.ncbi.nlm.nih.gov/pubmed/39928077",
    "https://pubmed-ncbi-nlm-nih-gov.proxy.example.edu/39928077/",
    "https://pubmed.ncbi.nlm.nih.gov/?term=39928077%5Buid%5D",
    "http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=39928077",
    "39928077[pmid]",
    "٣٩٩٢٨٠٧٧",
  ])("is found in %j", (pasted) => {
    expect(pmidIn(pasted)).toBe("39928077");
    expect(checkPmid(pasted)).toBe(true);
  });

  it.each(["PMC123", "12ab", "123456789", "39 928 077", "39928077, 39928078", "2025 Apr", "0"])(
    "is not %j, and a sentence says so",
    (pasted) => {
      expect(pmidIn(pasted)).toBeUndefined();
      expect(checkPmid(pasted)).toEqual(sentence);
    },
  );

  it("of PubMed Central is sent to its own field", () => {
    expect(checkPmid("https://pmc.ncbi.nlm.nih.gov/articles/PMC12011942/")).toContain("PubMed Central");
  });
});

describe("a PubMed Central number", () => {
  it.each([
    "PMC12011942",
    " pmc12011942 ",
    "PMC 12011942",
    "PMC12011942.1",
    "PMCID: PMC12011942;",
    "PMCID: 12011942",
    "РМС12011942",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC12011942/",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC12011942/pdf/40279_2025.pdf?utm_source=x",
    "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12011942/#sec1",
    "https://europepmc.org/article/PMC/PMC12011942",
    "pmc.ncbi.nlm.nih.gov/articles/PMC12011942/",
    "PMCID: PMC12011942 [available on 2027-05-01]",
  ])("is found in %j", (pasted) => {
    expect(pmcidIn(pasted)).toBe("PMC12011942");
    expect(checkPmcid(pasted)).toBe(true);
  });

  it.each(["12011942", "PMC", "https://example.org/PMC1", "PMC 12 13"])(
    "is not %j, and a sentence says so",
    (pasted) => {
      expect(pmcidIn(pasted)).toBeUndefined();
      expect(checkPmcid(pasted)).toEqual(sentence);
    },
  );
});

it("asks for none of them", () => {
  for (const check of [checkDoi, checkPmid, checkPmcid])
    for (const missing of ["", " ", null, undefined]) expect(check(missing)).toBe(true);
});
