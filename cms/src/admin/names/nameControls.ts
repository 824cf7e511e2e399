/** Names for what Payload draws as an icon alone, or without a tie to its label, so that screen readers say what it is. */

/** Buttons of the editor by Payload's keys. Another one is named by its key itself. */
const EDITOR: Record<string, string> = {
  bold: "Bold",
  italic: "Italic",
  link: "Link",
  unorderedList: "Bulleted list",
  orderedList: "Numbered list",
};

/** Icons that mean the same wherever they are. */
const ICONS: [selector: string, words: string][] = [
  [".step-nav__home", "Dashboard"],
  [".date-time-picker__clear-button", "Clear the date"],
  [".clickable-arrow--left", "Previous page"],
  [".clickable-arrow--right", "Next page"],
];

/** Inputs that Payload does not tie to their label: those of its lists and pickers, and texts in drawers. */
const UNTIED = '.field-type .rs__input, .field-type input[type="text"], .field-type textarea';

/** Names every control in `root` that has no name of its own. */
export function nameControls(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLElement>("[data-button-key]"))
    name(button, editorName(button.dataset.buttonKey ?? ""));
  for (const button of root.querySelectorAll<HTMLElement>(".popup-button")) name(button, menuName(button));
  for (const [selector, words] of ICONS)
    for (const control of root.querySelectorAll<HTMLElement>(selector)) name(control, words);
  for (const input of root.querySelectorAll<HTMLElement>('tbody input[type="checkbox"]'))
    name(
      input,
      `Select ${input.closest("tr")?.querySelector("td :is(a, button)")?.textContent || "this row"}`,
    );
  for (const input of root.querySelectorAll<HTMLInputElement>(UNTIED))
    if (!input.labels?.length) name(input, labelOf(input));
}

/** "strikethrough" is "Strikethrough", "upperCase" is "Upper case". */
export function editorName(key: string): string {
  const words = key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return EDITOR[key] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function menuName(button: HTMLElement): string {
  const row = button.closest(".collapsible")?.querySelector(".clinic-row-label, .row-label");
  if (row?.textContent) return `Actions for ${row.textContent}`;
  const field = button.closest(".field-type");
  return field ? `Actions for ${labelOf(button)}` : "More actions";
}

const labelOf = (control: Element): string =>
  (control.closest(".field-type")?.querySelector(".field-label")?.textContent ?? "")
    .replace(/\s*\*.*$/, "")
    .trim();

/** What is read aloud already stays; what we have named before follows its row or label. */
function name(control: HTMLElement, words: string): void {
  const isOurs = control.hasAttribute("data-clinic-named");
  const hasName =
    control.textContent?.trim() ||
    // Payload's checkboxes have an empty one.
    control.getAttribute("aria-label")?.trim() ||
    control.hasAttribute("aria-labelledby");
  if (words === "" || (hasName && !isOurs) || control.getAttribute("aria-label") === words) return;
  control.setAttribute("aria-label", words);
  control.setAttribute("data-clinic-named", "");
}
