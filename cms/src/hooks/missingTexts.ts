/** Which texts are not written yet. */
import type { FlattenedField } from "payload";
import { type Data, isData, sameRow } from "../database/publishedTexts.ts";
import { hasText } from "../fields/richText.ts";

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
    if ("localized" in field && field.localized)
      return "required" in field && field.required && isEmpty(value)
        ? [{ label: String(field.label ?? field.name), path: form ? `${prefix}${field.name}` : undefined }]
        : [];
    if ((field.type === "array" || field.type === "blocks") && Array.isArray(value))
      return value.flatMap((row: Data) => {
        const rowInForm = sameRow(inForm, row);
        const index = rowInForm ? (inForm as unknown[]).indexOf(rowInForm) : "";
        const rowFields =
          field.type === "array"
            ? field.flattenedFields
            : field.blocks.find((block) => block.slug === row.blockType)?.flattenedFields;
        return missingTexts(rowFields ?? [], row, rowInForm ?? null, `${prefix}${field.name}.${index}.`);
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

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && "root" in value
    ? !hasText((value as { root: Parameters<typeof hasText>[0] }).root)
    : false;
}
