/** Which fields contain other fields, and what their configuration says. */
import type { Field, FlattenedField, NamedTab } from "payload";
import type { Data } from "./fields.ts";

/** Fields of one type. */
export type FieldOf<Type extends FlattenedField["type"]> = Extract<FlattenedField, { type: Type }>;

/** Whether the value is a list of rows. */
export const hasRows = (field: FlattenedField): field is FieldOf<"array"> | FieldOf<"blocks"> =>
  field.type === "array" || field.type === "blocks";

/** Whether the value is an object with fields of its own: a group, or a tab with a name. */
export const isGroup = (field: FlattenedField): field is FieldOf<"group"> | FieldOf<"tab"> =>
  field.type === "group" || field.type === "tab";

/** The fields inside a container. For blocks: those of the block that `row` is, or without a row those of all blocks. */
export function fieldsIn(field: FlattenedField, row?: Data): FlattenedField[] {
  if (field.type === "blocks")
    return blocksOf(field)
      .filter(({ slug }) => !row || slug === row.blockType)
      .flatMap(({ flattenedFields }) => flattenedFields);
  return "flattenedFields" in field ? field.flattenedFields : [];
}

/** The blocks that a field allows. */
export const blocksOf = (field: FieldOf<"blocks">) =>
  (field.blockReferences ?? field.blocks).map((block) => {
    if (typeof block !== "string") return block;
    // Only the config knows these blocks, and the walk does not have it: it must not pass over them silently.
    throw new Error(
      `The block "${block}" of the field "${field.name}" is given by its slug. Give the block itself.`,
    );
  });

export const isLocalized = (field: FlattenedField): boolean =>
  "localized" in field && Boolean(field.localized);

/** A field's label where it is a text, or else its name. */
export const labelOf = (field: FlattenedField): string =>
  "label" in field && typeof field.label === "string" ? field.label : field.name;

/** A field, as it is configured, that has a value in the document. */
export type Configured = Field | NamedTab;

/**
 * `fields` of a collection with `change` made in each top-level value of the document: also inside rows, collapsibles,
 * and tabs and groups without a name, but not inside a group, a named tab, an array or blocks.
 */
export function mapConfig(fields: Field[], change: <T extends Configured>(field: T) => T): Field[] {
  return fields.map((field): Field => {
    if (field.type === "tabs")
      return {
        ...field,
        tabs: field.tabs.map((tab) =>
          "name" in tab ? change(tab) : { ...tab, fields: mapConfig(tab.fields, change) },
        ),
      };
    if (
      field.type === "row" ||
      field.type === "collapsible" ||
      (field.type === "group" && !("name" in field))
    )
      return { ...field, fields: mapConfig(field.fields, change) };
    return change(field);
  });
}
