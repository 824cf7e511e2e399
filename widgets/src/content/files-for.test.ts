import { ELEMENT_NAMES } from "@clinic-widgets/shared";
import { describe, expect, it } from "vitest";
import { allFilesFor, filesFor } from "./files-for.ts";

describe("filesFor", () => {
  it("reads a list and the clinic for a list element", () => {
    expect(allFilesFor("faq")).toEqual(["faqs", "clinic"]);
    expect(allFilesFor("studies")).toEqual(["studies", "clinic"]);
  });

  it("reads everything of the topic for the whole page", () => {
    expect(allFilesFor("topic")).toEqual([
      "topic",
      "clinic",
      "benefits",
      "injuries",
      "timings",
      "faqs",
      "studies",
    ]);
  });

  it("needs no clinic but for booking", () => {
    const without = (element: (typeof ELEMENT_NAMES)[number]) => filesFor(element, { topic: "running" });

    expect(without("faq")).toEqual(["faqs"]);
    expect(without("disclaimer")).toEqual(["site", "topic"]);
    expect(without("topic")).toContain("site");
    expect(without("booking")).toEqual([]);
  });

  it("has nothing to read without a topic, except what is the clinic's", () => {
    const readable = ELEMENT_NAMES.filter((element) => filesFor(element, { clinic: "riverside" }).length > 0);

    expect(readable).toEqual(["booking", "disclaimer"]);
  });
});
