import type { FlattenedField } from "payload";
import { describe, expect, it } from "vitest";
import { richText } from "../../seed/lexical.ts";
import { differencesBetween, relationsIn } from "./differences.ts";

const text = (name: string, label: string) => ({ name, type: "text", label });
const fields = [
  text("title", "Title"),
  text("updatedAt", "Last change"),
  { ...text("demo", "Demo"), hidden: true },
  { name: "answer", type: "richText", label: "Answer", localized: true },
  { name: "isShown", type: "checkbox", label: "Shown" },
  { name: "year", type: "number" },
  { name: "tags", type: "text", hasMany: true, label: "Tags" },
  {
    name: "links",
    type: "array",
    label: "Links",
    flattenedFields: [text("label", "Words"), text("url", "Address")],
  },
  {
    name: "body",
    type: "blocks",
    label: "Body",
    blocks: [{ slug: "text", flattenedFields: [text("heading", "Heading")] }],
  },
  { name: "address", type: "group", label: "Address", flattenedFields: [text("street", "Street")] },
  { name: "studies", type: "relationship", relationTo: "studies", hasMany: true, label: "Studies" },
  { name: "about", type: "relationship", relationTo: ["faqs", "studies"], label: "About" },
] as unknown as FlattenedField[];
const TITLES = new Map([["studies/1", "A study"]]);
const differences = (yours: object, saved: object) =>
  differencesBetween(fields, { ...yours }, { ...saved }, TITLES);

describe("what differs between two texts", () => {
  it.each<[string, object, object, [string, string[], string[]]]>([
    ["a word", { title: "Mine" }, { title: "Theirs" }, ["Title", ["Mine"], ["Theirs"]]],
    ["what is missing", { title: "" }, { title: "Theirs" }, ["Title", [], ["Theirs"]]],
    [
      "a text with format, a line for each paragraph",
      { answer: richText(["One.", "Two."]) },
      { answer: richText("One.") },
      ["Answer", ["One.", "Two."], ["One."]],
    ],
    ["a mark", { isShown: true }, { isShown: false }, ["Shown", ["Yes"], ["No"]]],
    ["a number, by its name", { year: 0 }, { year: 2026 }, ["year", ["0"], ["2026"]]],
    ["words", { tags: ["a", "b"] }, { tags: ["a"] }, ["Tags", ["a", "b"], ["a"]]],
    [
      "rows, each of their fields by row and label",
      {
        links: [
          { id: "1", label: "First", url: "/1" },
          { id: "2", label: "Second" },
        ],
      },
      { links: [{ id: "2", label: "Second" }] },
      ["Links", ["1. Words: First", "1. Address: /1", "2. Words: Second"], ["1. Words: Second"]],
    ],
    [
      "blocks",
      { body: [{ id: "1", blockType: "text", heading: "Mine" }] },
      { body: [] },
      ["Body", ["1. Heading: Mine"], []],
    ],
    [
      "a group",
      { address: { street: "Here" } },
      { address: { street: "There" } },
      ["Address", ["Street: Here"], ["Street: There"]],
    ],
    [
      "relations, by their titles where these are known",
      { studies: ["1", "2"] },
      { studies: [{ id: "1" }] },
      ["Studies", ["A study", "studies/2"], ["A study"]],
    ],
    [
      "a relation to one of several kinds",
      { about: { relationTo: "studies", value: "1" } },
      { about: null },
      ["About", ["A study"], []],
    ],
  ])("is %s", (_, yours, saved, [label, ...lines]) => {
    expect(differences(yours, saved)).toEqual([{ label, yours: lines[0], saved: lines[1] }]);
  });

  it("is nothing that nobody wrote, however it is stored", () => {
    expect(
      differences(
        { id: "1", updatedAt: "a", demo: "x", title: "", links: [] },
        { id: "1", updatedAt: "b", demo: "y", title: null },
      ),
    ).toEqual([]);
  });

  it("names each document once", () => {
    const named = relationsIn(
      fields,
      { studies: ["1", "2"], about: { relationTo: "faqs", value: "1" } },
      { studies: ["2"] },
    );

    expect([...named].sort()).toEqual(["faqs/1", "studies/1", "studies/2"]);
  });
});
