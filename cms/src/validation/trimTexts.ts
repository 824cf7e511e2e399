/**
 * Removes spaces around texts when they become public, not while somebody types: an autosave between two words would
 * remove the space that the next word needs.
 */
import type { CollectionBeforeChangeHook, FlattenedField, GlobalBeforeChangeHook } from "payload";
import { type Data, map } from "../documents/fields.ts";

export const trimTexts: CollectionBeforeChangeHook = ({ collection, data, req }) =>
  data._status === "draft" || req.locale === "all" ? data : trimmed(collection.flattenedFields, data);

export const trimGlobalTexts: GlobalBeforeChangeHook = ({ data, global, req }) =>
  req.locale === "all" ? data : trimmed(global.flattenedFields, data);

/** `data` without spaces around its texts. */
export const trimmed = <T extends Data>(fields: FlattenedField[], data: T): T =>
  map(fields, data, ({ field, value }, inside) => {
    if (field.type !== "text" && field.type !== "textarea") return inside();
    if (typeof value === "string") return value.trim();
    return Array.isArray(value) ? value.map((each) => String(each).trim()).filter(Boolean) : value;
  });
