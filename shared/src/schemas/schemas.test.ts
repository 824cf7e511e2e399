import { describe, expect, it } from "vitest";
import { isContentFile, isTombstone } from "../guards.ts";
import { jsonSchemaOf, richText, schemas } from "./index.ts";

const envelope = {
  version: 1,
  locale: "en",
  revision: "0123456789abcdef",
  publishedAt: "2026-11-24T10:00:00.000Z",
};
const faqs = {
  ...envelope,
  kind: "faqs",
  topic: "running",
  views: [{ block: "faqs", id: "b13", heading: "Questions" }],
  items: [
    {
      slug: "what-is-it",
      question: "What is it?",
      answer: [{ type: "paragraph", children: [{ type: "text", text: "A thin needle." }] }],
      relatedInjuries: [],
      relatedLinks: [],
      studies: [],
    },
  ],
};

describe("the contract", () => {
  it("accepts a list file, and one with fields from the future", () => {
    expect(schemas.faqs.safeParse(faqs).success).toBe(true);
    expect(schemas.faqs.safeParse({ ...faqs, mood: "new" }).success).toBe(true);
  });

  it("refuses a link that a browser would run, however deep it lies", () => {
    const tree = [
      { type: "list", items: [{ children: [{ type: "link", url: "javascript:alert(1)", children: [] }] }] },
    ];

    expect(richText.safeParse(tree).success).toBe(false);
  });

  it.each(Object.keys(schemas) as (keyof typeof schemas)[])("describes %s as JSON Schema", (kind) => {
    expect(jsonSchemaOf(kind)).toMatchObject({
      type: "object",
      properties: { kind: { const: kind }, version: { const: 1 } },
    });
  });
});

describe("the guards that widgets use", () => {
  it("tell a file of the right kind from anything else", () => {
    expect(isContentFile(faqs, "faqs")).toBe(true);
    for (const other of [
      null,
      "x",
      {},
      { ...faqs, version: 2 },
      { ...faqs, kind: "studies" },
      { ...faqs, items: "x" },
    ]) {
      expect(isContentFile(other, "faqs")).toBe(false);
    }
  });

  it("know a tombstone", () => {
    expect([isTombstone({ version: 1, gone: true }), isTombstone(faqs), isTombstone(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
