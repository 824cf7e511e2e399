/** Where the fields of a form are on the page. Payload names them by id, rich text by an attribute, lists of words by a class. */

/** The field at `path`, once it is drawn. */
export function placeOf(form: Element, path: string): HTMLElement | undefined {
  const name = CSS.escape(`field-${path.replaceAll(".", "__")}`);
  const selectors = [`#${name}`, `[data-field-path="${CSS.escape(path)}"]`, `.${name}`];
  for (const selector of selectors) {
    const found = form.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return undefined;
}

/** The row around `path` that lies deepest among those that are drawn. */
export function rowOf(form: Element, path: string): HTMLElement | undefined {
  const parts = path.split(".");
  for (let at = parts.length - 1; at > 0; at--) {
    const id = `${parts.slice(0, at).join("-")}-row-${parts[at]}`;
    const found = form.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (found) return found;
  }
  return undefined;
}

/** What can be typed into or pressed. */
const CONTROLS =
  'input:not([type="hidden"], :disabled), textarea:not(:disabled), select:not(:disabled), [contenteditable="true"]';
const ADD = ".array-field__add-row, .blocks-field__drawer-toggler";

/** Whether the element is a list of rows: its error is of the whole list. */
export const isList = (element: Element): boolean => element.matches(".array-field, .blocks-field");

/** What takes the focus in a field: its input, or what adds a row to a list. */
export function controlOf(place: HTMLElement): HTMLElement | undefined {
  if (place.matches(CONTROLS)) return place;
  return place.querySelector<HTMLElement>(isList(place) ? ADD : CONTROLS) ?? undefined;
}
