/** Which texts of a document, read in one language, are not written yet. */
import type { FlattenedField } from "payload";
import { type Data, visit } from "../../documents/fields.ts";
import { isEmpty } from "../../documents/texts.ts";

/** `path` is where the form has the field; there is none for a row that the form does not have. */
type MissingText = { label: string; path: string | undefined };

/** The localized fields of `data` that must have a text and have none, and where they are in `form`. */
export function missingTexts(fields: FlattenedField[], data: Data, form: Data = data): MissingText[] {
  const missing: MissingText[] = [];
  visit(
    fields,
    data,
    ({ field, value, otherPath, isLocalized, isInsideLocalized }, inside) => {
      const isMissing = "required" in field && field.required && isEmpty(value);
      if (isMissing && (isLocalized || isInsideLocalized))
        missing.push({ label: String(field.label ?? field.name), path: otherPath });
      inside();
    },
    form,
  );
  return missing;
}
