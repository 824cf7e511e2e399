/**
 * Values of a wrong type are refused at their field, before Payload sees them: it would answer 500 for many of them, and
 * what it saves of the others depends on the database.
 */
import {
  APIError,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type GlobalConfig,
  type PayloadRequest,
  ValidationError,
} from "payload";
import { blocksOf, type FieldOf, hasRows, isGroup, labelOf } from "../documents/containers.ts";
import { type Data, isData, map, visit } from "../documents/fields.ts";
import { isUnset } from "../documents/texts.ts";
import { richTextFault } from "../fields/richText.ts";

export type Fault = { path: string; label: string; message: string };
type GlobalBeforeOperationHook = NonNullable<NonNullable<GlobalConfig["hooks"]>["beforeOperation"]>[number];

/** A longer text is a mistake or an attack. */
const MAX_LENGTH = { text: 2_000, email: 320, textarea: 20_000 };
const MAX_FAULTS = 20;

export const checkCollectionShape: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== "create" && operation !== "update") return;
  const { data } = args as { data?: unknown };
  refuseFaults(data, collection.flattenedFields, { collection: collection.slug, req });
};

export const checkGlobalShape: GlobalBeforeOperationHook = ({ args, global, operation, req }) => {
  if (operation !== "update") return;
  refuseFaults((args as { data?: unknown }).data, global.flattenedFields, { global: global.slug, req });
};

function refuseFaults(
  data: unknown,
  fields: FlattenedField[],
  { req, ...where }: { req: PayloadRequest; collection?: string; global?: string },
): void {
  if (!isData(data))
    throw new APIError(
      'Nothing was saved, because the body is not a document. Send one JSON object, such as { "title": "…" }.',
      400,
      undefined,
      true,
    );
  const errors = tidyShape(fields, data).slice(0, MAX_FAULTS);
  if (errors.length > 0) throw new ValidationError({ ...where, errors, req }, req.t);
}

/** The faults in the shape of `data`. An empty list, date, choice or group is rewritten in place the way Payload expects it. */
export function tidyShape(fields: FlattenedField[], data: Data): Fault[] {
  const faults: Fault[] = [];
  visit(fields, data, ({ field, value, data: holder, path }, inside) => {
    if (value === undefined || !Object.hasOwn(holder, field.name)) return;
    const fault: MakeFault = (message, at = path) => [{ path: at, label: labelOf(field), message }];
    const found = hasRows(field)
      ? tidyRows(field, holder, fault)
      : isGroup(field)
        ? tidyGroup(field, holder, fault)
        : tidyValue(field, holder, fault);
    faults.push(...found);
    if (found.length > 0) return;
    if (field.type === "blocks") faults.push(...unknownBlocks(field, value, path, fault));
    inside();
  });
  return faults;
}

function tidyValue(field: FlattenedField, data: Data, fault: MakeFault): Fault[] {
  const value = data[field.name];
  switch (field.type) {
    case "text":
    case "textarea":
    case "email":
      return "hasMany" in field && field.hasMany
        ? textsFault(value, MAX_LENGTH.text, fault)
        : textFault(value, MAX_LENGTH[field.type], fault);
    case "number":
      return isUnset(value) || isNumber(value) ? [] : fault("Write a number, in digits.");
    case "checkbox":
      return [null, true, false, "", "true", "false"].includes(value as boolean)
        ? []
        : fault("Choose yes or no: true or false.");
    case "date":
      return tidyDate(field, data, fault);
    case "select":
      return tidyChoice(field, data, fault);
    case "relationship":
      return relationFault(field, value, fault);
    case "richText": {
      const message = richTextFault(value);
      return message === true ? [] : fault(message);
    }
    default:
      return [];
  }
}

type MakeFault = (message: string, at?: string) => Fault[];

function textFault(value: unknown, max: number, fault: MakeFault): Fault[] {
  if (value === null) return [];
  if (typeof value !== "string") return fault("This must be a text. Write words, in quotation marks.");
  if (value.length > max)
    return fault(
      `This text has ${value.length.toLocaleString("en")} characters, and there is room for ${max.toLocaleString("en")}. Shorten it.`,
    );
  // SQLite cuts the text at this character, MongoDB saves it, browsers show a box.
  return value.includes("\0") ? fault("This text holds a character that cannot be shown. Type it anew.") : [];
}

function textsFault(value: unknown, max: number, fault: MakeFault): Fault[] {
  if (isUnset(value)) return [];
  if (!Array.isArray(value) || value.some((each) => typeof each !== "string"))
    return fault("This must be a list of texts.");
  return value.flatMap((each) => textFault(each, max, fault)).slice(0, 1);
}

function tidyDate(field: FieldOf<"date">, data: Data, fault: MakeFault): Fault[] {
  const value = data[field.name];
  if (isUnset(value)) {
    // The database sets these itself.
    if (field.name === "createdAt" || field.name === "updatedAt") delete data[field.name];
    else data[field.name] = null;
    return [];
  }
  const isDate = value instanceof Date || (typeof value === "string" && value.length <= 40);
  return isDate && !Number.isNaN(new Date(value as string).getTime())
    ? []
    : fault("This is not a date. Write it as 2026-04-30.");
}

function tidyChoice(field: FieldOf<"select">, data: Data, fault: MakeFault): Fault[] {
  const value = data[field.name];
  if (isUnset(value)) {
    data[field.name] = null;
    return [];
  }
  const choices = field.options.map((option) => (typeof option === "string" ? option : option.value));
  return choices.includes(value as string)
    ? []
    : fault(`This is not one of the choices. Use one of: ${choices.join(", ")}.`);
}

function relationFault(field: FieldOf<"relationship">, value: unknown, fault: MakeFault): Fault[] {
  // The admin's forms send these for "none".
  if (isUnset(value) || value === "none" || value === "null") return [];
  if (field.hasMany)
    return Array.isArray(value) && value.every(isReference)
      ? []
      : fault("This must be a list of documents, each by its id.");
  return isReference(value) ? [] : fault("This must be one document, by its id.");
}

const isReference = (value: unknown): boolean =>
  typeof value === "number" ||
  (typeof value === "string" && value !== "") ||
  (isData(value) && (typeof value.id === "string" || typeof value.id === "number"));

function tidyRows(field: FieldOf<"array"> | FieldOf<"blocks">, data: Data, fault: MakeFault): Fault[] {
  const value = data[field.name];
  // Forms send 0 for a list without rows.
  if (isUnset(value) || value === 0 || value === "0") {
    data[field.name] = [];
    return [];
  }
  if (!Array.isArray(value) || !value.every(isData))
    return fault("This must be a list of rows, each an object.");
  const ids = value.flatMap((row: Data) => row.id ?? []);
  if (ids.some((id) => typeof id !== "string" || id === "") || new Set(ids).size < ids.length)
    return fault("Each row needs an id of its own, as a text; leave it out of new rows.");
  return [];
}

function unknownBlocks(field: FieldOf<"blocks">, value: unknown, path: string, fault: MakeFault): Fault[] {
  const slugs = blocksOf(field).map(({ slug }) => slug);
  return (Array.isArray(value) ? value : []).flatMap(({ blockType }: Data, index) =>
    slugs.includes(blockType as string)
      ? []
      : fault(`There is no such block. Use one of: ${slugs.join(", ")}.`, `${path}.${index}.blockType`),
  );
}

function tidyGroup(field: FieldOf<"group"> | FieldOf<"tab">, data: Data, fault: MakeFault): Fault[] {
  const value = data[field.name];
  if (value === null) data[field.name] = emptied(field.flattenedFields);
  else if (!isData(value)) return fault("This must be a group of fields, as an object.");
  return [];
}

/** A group in which nothing is filled in. */
const emptied = (fields: FlattenedField[]): Data =>
  map(fields, {}, ({ field }) =>
    isGroup(field) ? emptied(field.flattenedFields) : hasRows(field) ? [] : null,
  );

const isNumber = (value: unknown): boolean =>
  (typeof value === "number" && Number.isFinite(value)) ||
  (typeof value === "string" && Number.isFinite(Number(value)));
