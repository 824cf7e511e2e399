/** Which texts are not written yet. */
import type { FlattenedField } from "payload";
import { isEmpty } from "../../documents/localize.ts";
import { type Data, isData, isLocalized, rowFields, sameRow } from "../../documents/mergeLocale.ts";

/** `path` is where the form has the field; there is none for a row that the form does not have. */
export type MissingText = { label: string; path: string | undefined };

/** The localized fields of `data` that must have a text and have none, and where they stand in `form`. */
export function missingTexts(
  fields: FlattenedField[],
  data: Data,
  form: Data | null = data,
  prefix = "",
): MissingText[] {
  return fields.flatMap((field): MissingText[] => {
    const value = data[field.name];
    const inForm = form?.[field.name];
    const fieldsOfRow = rowFields(field);
    if (isLocalized(field))
      return "required" in field && field.required && isEmpty(value)
        ? [{ label: String(field.label ?? field.name), path: form ? `${prefix}${field.name}` : undefined }]
        : [];
    if (fieldsOfRow && Array.isArray(value))
      return value.flatMap((row: Data) => {
        const rowInForm = sameRow(inForm, row);
        const index = rowInForm ? (inForm as unknown[]).indexOf(rowInForm) : "";
        return missingTexts(fieldsOfRow(row), row, rowInForm ?? null, `${prefix}${field.name}.${index}.`);
      });
    if ((field.type === "group" || field.type === "tab") && isData(value))
      return missingTexts(
        field.flattenedFields,
        value,
        form && (isData(inForm) ? inForm : {}),
        `${prefix}${field.name}.`,
      );
    return [];
  });
}
