import { expect, it } from "vitest";
import { editorName } from "./nameControls.ts";

it.each([
  ["bold", "Bold"],
  ["unorderedList", "Bulleted list"],
  ["superscript", "Superscript"],
  ["insertTable", "Insert table"],
])("calls the button %s: %s", (key, words) => {
  expect(editorName(key)).toBe(words);
});
