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
const isList = (element: Element): boolean => element.matches(".array-field, .blocks-field");

/** What takes the focus in a field: its input, or what adds a row to a list. */
export function controlOf(place: HTMLElement): HTMLElement | undefined {
  if (place.matches(CONTROLS)) return place;
  return place.querySelector<HTMLElement>(isList(place) ? ADD : CONTROLS) ?? undefined;
}

/**
 * Ties each error that is shown to its field, as `aria-invalid` and `aria-describedby`, and unties those that are gone.
 * Payload draws the text alone.
 */
export function tieErrors(form: Element): void {
  for (const control of form.querySelectorAll("[data-clinic-error]")) {
    const id = control.getAttribute("data-clinic-error") ?? "";
    if (!form.querySelector(`#${CSS.escape(id)}`)) untie(control, id);
  }
  for (const [index, error] of form.querySelectorAll(".field-error").entries()) {
    const field = error.closest<HTMLElement>(".field-type");
    if (!field) continue;
    error.id ||= `clinic-error-${index}-${Math.random().toString(36).slice(2)}`;
    const control = isList(field) ? field : controlOf(field);
    if (control && control.getAttribute("data-clinic-error") !== error.id) tie(control, error.id);
  }
}

function tie(control: Element, id: string): void {
  const old = control.getAttribute("data-clinic-error");
  if (old) untie(control, old);
  if (isList(control)) control.setAttribute("role", "group");
  else control.setAttribute("aria-invalid", "true");
  control.setAttribute(
    "aria-describedby",
    [control.getAttribute("aria-describedby"), id].filter(Boolean).join(" "),
  );
  control.setAttribute("data-clinic-error", id);
}

function untie(control: Element, id: string): void {
  const others = (control.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((each) => each && each !== id);
  if (others.length > 0) control.setAttribute("aria-describedby", others.join(" "));
  else control.removeAttribute("aria-describedby");
  control.removeAttribute("aria-invalid");
  control.removeAttribute("data-clinic-error");
}
