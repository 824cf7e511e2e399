/** Where a collection can name documents of another. */
import type { FlattenedField } from "payload";
import { fieldsIn } from "./containers.ts";

/** The path of every field in `fields` that holds a relation to `to`, as a query names it. */
export const relationPaths = (fields: readonly FlattenedField[], to: string, prefix = ""): string[] =>
  fields.flatMap((field) =>
    field.type === "relationship" || field.type === "upload"
      ? field.relationTo === to
        ? [`${prefix}${field.name}`]
        : []
      : relationPaths(fieldsIn(field), to, `${prefix}${field.name}.`),
  );
