import type { FlattenedField } from "payload";
import { describe, expect, it } from "vitest";
import { missingTexts } from "./missingTexts.ts";

const text = { name: "text", type: "text", label: "Text", required: true, localized: true };
const link = { name: "link", type: "text", label: "Link", required: true };
const within = (type: string, more: object = {}) =>
  ({ name: "within", type, flattenedFields: [text, link], ...more }) as unknown as FlattenedField;
const pathsIn = (field: FlattenedField, data: object, form?: object) =>
  missingTexts([field], { ...data }, form && { ...form }).map(({ path }) => path);

describe("what is not written yet", () => {
  it("is each localized text that is required, wherever it is, and nothing that all languages share", () => {
    for (const type of ["group", "tab"]) {
      expect(pathsIn(within(type), { within: { text: "", link: "" } })).toEqual(["within.text"]);
      expect(pathsIn(within(type), { within: { text: "a" } })).toEqual([]);
    }
    expect(pathsIn(within("array"), { within: [{ id: "1", text: "a" }, { id: "2" }] })).toEqual([
      "within.1.text",
    ]);
  });

  it("is named where the form has it, and without a place where the form has no such row", () => {
    const data = { within: [{ id: "1" }, { id: "2" }] };

    expect(pathsIn(within("array"), data, { within: [{ id: "3" }, { id: "2" }] })).toEqual([
      undefined,
      "within.1.text",
    ]);
    expect(pathsIn(within("group"), { within: {} }, {})).toEqual(["within.text"]);
  });

  it("is everything that is required in a container that has a value per language", () => {
    const inLanguage = { localized: true, flattenedFields: [{ ...text, localized: false }] };

    for (const type of ["group", "tab"])
      expect(pathsIn(within(type, inLanguage), { within: { text: null } })).toEqual(["within.text"]);
    expect(pathsIn(within("array", inLanguage), { within: [{ id: "1", text: null }] })).toEqual([
      "within.0.text",
    ]);
  });
});
