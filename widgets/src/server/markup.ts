/** Writing HTML by hand, safely. */

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** `text` for element content and double-quoted attribute values. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ESCAPES[character] as string);

/** Attributes with a leading space each. `true` is a flag; those that are `false` or without a value are left out. */
export const attributes = (values: Record<string, string | boolean | undefined>): string =>
  Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`))
    .join("");
