import type { FlattenedField } from "payload";
import { describe, expect, it } from "vitest";
import { richText } from "../../seed/lexical.ts";
import { isUntouched } from "./emptyDraft.ts";

const kind = { name: "kind", type: "select", defaultValue: "any", options: ["any", "other"] };
const title = { name: "title", type: "text", localized: true };
const fields = [
  kind,
  title,
  { name: "answer", type: "richText", localized: true },
  { name: "isShown", type: "checkbox" },
  { name: "rows", type: "array", flattenedFields: [kind] },
  { name: "group", type: "group", flattenedFields: [kind, title] },
  { name: "tab", type: "tab", flattenedFields: [kind, title] },
  { name: "shared", type: "group", localized: true, flattenedFields: [kind] },
  { name: "backlinks", type: "join", collection: "topics", on: "faqs" },
] as unknown as FlattenedField[];

describe("a new document", () => {
  it.each([
    {},
    { id: "1", _status: "draft", createdAt: "2026-11-30", updatedAt: "2026-11-30" },
    { title: { en: "" }, answer: { en: richText(" ") }, isShown: false, rows: [] },
    { kind: "any", group: { kind: "any" }, tab: { kind: "any", title: { en: null } } },
    { shared: { en: { kind: "any" }, es: { kind: null } } },
    // Payload counts, for a join, the documents that it found.
    { backlinks: { docs: [], hasNextPage: false, totalDocs: 0 } },
  ])("is untouched while it says no more than it began with: %j", (doc) => {
    expect(isUntouched(fields, doc)).toBe(true);
  });

  it.each([
    { kind: "other" },
    { title: { es: "a" } },
    { answer: { en: richText("a") } },
    { isShown: true },
    { rows: [{ kind: "any" }] },
    { group: { kind: "other" } },
    { tab: { kind: "other" } },
    { tab: { title: { en: "a" } } },
    { shared: { en: { kind: "other" } } },
  ])("is touched: %j", (doc) => {
    expect(isUntouched(fields, doc)).toBe(false);
  });
});
