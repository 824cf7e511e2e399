/**
 * Spaces around a text are nobody's intention. They go when the text becomes public, not while somebody types:
 * an autosave between two words would take the space that the next word needs.
 */
import type { CollectionBeforeChangeHook, FlattenedField, GlobalBeforeChangeHook } from "payload";

type Data = Record<string, unknown>;

export const trimTexts: CollectionBeforeChangeHook = ({ collection, data, req }) =>
  data._status === "draft" || req.locale === "all" ? data : trimmed(collection.flattenedFields, data);

export const trimGlobalTexts: GlobalBeforeChangeHook = ({ data, global, req }) =>
  req.locale === "all" ? data : trimmed(global.flattenedFields, data);

/** `data` without spaces around its texts. */
export function trimmed<T extends Data>(fields: FlattenedField[], data: T): T {
  const result: Data = { ...data };
  for (const field of fields) {
    const value = data[field.name];
    if (field.type === "text" || field.type === "textarea") {
      if (typeof value === "string") result[field.name] = value.trim();
      else if (Array.isArray(value))
        result[field.name] = value.map((each) => String(each).trim()).filter(Boolean);
    } else if (field.type === "array" && Array.isArray(value))
      result[field.name] = value.map((row: Data) => trimmed(field.flattenedFields, row));
    else if (field.type === "blocks" && Array.isArray(value))
      result[field.name] = value.map((row: Data) =>
        trimmed(field.blocks.find(({ slug }) => slug === row.blockType)?.flattenedFields ?? [], row),
      );
    else if (field.type === "group" && typeof value === "object" && value !== null)
      result[field.name] = trimmed(field.flattenedFields, value as Data);
  }
  return result as T;
}
