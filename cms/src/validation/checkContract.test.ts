import type { FlattenedField } from "payload";
import { describe, expect, it } from "vitest";
import { contractFaults } from "./checkContract.ts";

const text = (name: string) => ({ name, type: "text", label: name }) as FlattenedField;
const topic = [
  text("title"),
  text("slug"),
  {
    name: "body",
    type: "blocks",
    blocks: [{ slug: "text", flattenedFields: [text("heading"), text("sectionSlug")] }],
  },
] as FlattenedField[];
const benefit = [
  { name: "findings", type: "array", flattenedFields: [{ name: "participants", type: "number" }] },
] as FlattenedField[];
const clinic = [{ name: "address", type: "group", flattenedFields: [text("country")] }] as FlattenedField[];

describe("what the contract refuses", () => {
  it.each([
    ["topics", topic, { title: "" }, "title"],
    ["topics", topic, { body: [{ blockType: "text", sectionSlug: "Not A Slug" }] }, "body.0.sectionSlug"],
    ["benefits", benefit, { findings: [{ study: "s", participants: 0.5 }] }, "findings.0.participants"],
    ["clinics", clinic, { address: { country: "Spain" } }, "address.country"],
  ])("of %s is told at the editor's field", (collection, fields, doc, path) => {
    const faults = contractFaults(collection, fields, doc);

    expect(faults.map((fault) => fault.path)).toContain(path);
    expect(faults[0]?.message).toMatch(
      /^Readers cannot be sent this: .+ Mend it here, then publish again\.$/,
    );
  });

  it("is nothing in a document that readers can be sent, whatever it is related to", () => {
    const faq = { slug: "a", question: "A?", answer: null, relatedInjuries: ["x"], studies: ["y"] };

    expect(contractFaults("faqs", [], faq)).toEqual([]);
    expect(contractFaults("users", [], {})).toEqual([]);
  });
});
