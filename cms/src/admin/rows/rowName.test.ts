import { expect, it } from "vitest";
import { richText } from "../../seed/lexical.ts";
import { rowName } from "./rowName.ts";

const CHOICES = { view: { table: "As a table" } };

it.each([
  [{ heading: "At a glance", text: richText("Words.") }, "At a glance"],
  [{ heading: " ", text: richText("Two   words.") }, "Two words."],
  [{ heading: null, text: richText(""), view: "table" }, "As a table"],
  [{ view: "unknown" }, "unknown"],
  [{}, ""],
  [undefined, ""],
])("is the first field that says something: %j", (data, name) => {
  expect(rowName(data, ["heading", "text", "view"], CHOICES)).toBe(name);
});

it("is no longer than a line", () => {
  const name = rowName({ text: richText("many words ".repeat(20)) }, ["text"]);

  expect(name).toHaveLength(80);
  expect(name.endsWith("…")).toBe(true);
});
