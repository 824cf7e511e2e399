import { Window } from "happy-dom";
import { expect, it } from "vitest";
import { editorName, nameControls } from "./nameControls.ts";

it.each([
  ["bold", "Bold"],
  ["unorderedList", "Bulleted list"],
  ["superscript", "Superscript"],
  ["insertTable", "Insert table"],
])("calls the button %s: %s", (key, words) => {
  expect(editorName(key)).toBe(words);
});

it("calls the box of a row by the title of the row, also in a drawer and when the title changes", () => {
  const { document } = new Window();
  const row = (title: string) =>
    `<tr><td><input type="checkbox" aria-label=""></td><td>${title}</td><td>Draft</td></tr>`;
  document.body.innerHTML = `<table><tbody>
    ${row('<a href="#">Does it hurt?</a>')}${row("<button>How long?</button>")}${row("No link")}
  </tbody></table>`;
  const page = document as unknown as Document;
  const names = () => [...page.querySelectorAll("input")].map((input) => input.getAttribute("aria-label"));

  nameControls(page);
  expect(names()).toEqual(["Select Does it hurt?", "Select How long?", "Select this row"]);

  (page.querySelector("a") as Element).textContent = "Does it ache?";
  nameControls(page);
  expect(names()[0]).toBe("Select Does it ache?");
});
