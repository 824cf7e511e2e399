/** Writing HTML by hand, safely. */
import { escapeHtml } from "@clinic-widgets/shared";

/** Attributes with a leading space each. `true` is a flag; those that are `false` or without a value are left out. */
export const attributes = (values: Record<string, string | boolean | undefined>): string =>
  Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`))
    .join("");
