import { expect, it } from "vitest";
import { citeStudy } from "../evidence/citation.ts";
import { cachedCitation } from "./citationCache.ts";

const study = (title: string) => ({
  slug: "study",
  authors: [{ family: "Nightingale", given: "F" }],
  title,
  issued: "1859",
});

it("makes a reference once, and another one for other words, another style or another language", () => {
  const first = cachedCitation(study("Notes on Nursing"), "vancouver", "en");

  expect(first).toEqual(citeStudy(study("Notes on Nursing"), "vancouver", "en"));
  expect(cachedCitation(study("Notes on Nursing"), "vancouver", "en")).toBe(first);
  expect(cachedCitation(study("Notes on Hospitals"), "vancouver", "en")).not.toEqual(first);
  expect(cachedCitation(study("Notes on Nursing"), "apa", "en")).not.toEqual(first);
  expect(cachedCitation(study("Notes on Nursing"), "vancouver", "es")).not.toBe(first);
});
