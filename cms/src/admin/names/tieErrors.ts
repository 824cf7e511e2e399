/** Errors that are tied to their fields for screen readers. */
import { controlOf, isList } from "../problems/places.ts";

/**
 * Ties each error that is shown to its field, as `aria-invalid` and `aria-describedby`, and unties those that are gone.
 * Payload draws the text alone.
 */
export function tieErrors(root: ParentNode): void {
  for (const control of root.querySelectorAll("[data-clinic-error]")) {
    const id = control.getAttribute("data-clinic-error") ?? "";
    if (!root.querySelector(`#${CSS.escape(id)}`)) untie(control, id);
  }
  for (const [index, error] of root.querySelectorAll(".field-error").entries()) {
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
