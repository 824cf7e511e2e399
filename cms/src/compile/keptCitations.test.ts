import { expect, it } from "vitest";
import { citeStudy } from "../evidence/citation.ts";
import { keptCitation } from "./keptCitations.ts";

const study = (title: string) => ({
  slug: "study",
  authors: [{ family: "Nightingale", given: "F" }],
  title,
  issued: "1859",
});

it("makes a reference once, and another one for other words, another style or another language", () => {
  const first = keptCitation(study("Notes on Nursing"), "vancouver", "en");

  expect(first).toEqual(citeStudy(study("Notes on Nursing"), "vancouver", "en"));
  expect(keptCitation(study("Notes on Nursing"), "vancouver", "en")).toBe(first);
  expect(keptCitation(study("Notes on Hospitals"), "vancouver", "en")).not.toEqual(first);
  expect(keptCitation(study("Notes on Nursing"), "apa", "en")).not.toEqual(first);
  expect(keptCitation(study("Notes on Nursing"), "vancouver", "es")).not.toBe(first);
});
