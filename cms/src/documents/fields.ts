/**
 * One walk over the fields of a document, through every container that Payload has.
 *
 * Built on `flattenedFields`, which Payload makes for each collection, global, array, block, group and named tab: rows,
 * collapsibles, and tabs and groups without a name are resolved there, so each field is beside its value. Payload's own
 * `traverseFields` fills in missing values, needs the whole config, and cannot walk two documents side by side.
 */
import type { FlattenedField } from "payload";
import { fieldsIn, hasRows, isGroup, isLocalized } from "./containers.ts";

export type Data = Record<string, unknown>;

/** A field and its value, as the walk meets them. */
type Place = {
  field: FlattenedField;
  /** `undefined` where there is none. */
  value: unknown;
  /** The object with the value: the document, a row, or a group. */
  data: Data;
  /** Such as `body.0.heading`. */
  path: string;
  /** The same object in the other document; rows are matched by id. */
  other: Data | undefined;
  /** The path in the other document. */
  otherPath: string | undefined;
  /** Whether the field has a value per language. */
  isLocalized: boolean;
  /** Whether a container around it has one: the value then belongs to one language. */
  isInsideLocalized: boolean;
};

/** Returns the new value; `inside` returns the value with the change made in the fields that it contains. */
type Change = (place: Place, inside: (value?: unknown) => unknown) => unknown;

/** A copy of `data` with `change` made in every field, also where there is no value. `other` is walked beside it. */
export function map<T extends Data>(fields: FlattenedField[], data: T, change: Change, other?: Data): T {
  const start = { data, prefix: "", other, otherPrefix: other && "", isInsideLocalized: false };
  return mapPart(fields, start, change) as T;
}

/** Calls `see` for every field, also where there is no value; `inside` goes on with the fields that it contains. */
export function visit(
  fields: FlattenedField[],
  data: Data,
  see: (place: Place, inside: () => void) => void,
  other?: Data,
): void {
  const look: Change = (place, inside) => {
    see(place, inside);
    return place.value;
  };
  map(fields, data, look, other);
}

/** The document, a row or a group: an object with fields. */
type Part = {
  data: Data;
  prefix: string;
  other: Data | undefined;
  otherPrefix: string | undefined;
  isInsideLocalized: boolean;
};

function mapPart(fields: FlattenedField[], part: Part, change: Change): Data {
  const { data, prefix, other, otherPrefix, isInsideLocalized } = part;
  const result: Data = { ...data };
  for (const field of fields) {
    const { name } = field;
    // Not a value of this document: Payload fills a join with the documents that refer to it.
    if (field.type === "join") continue;
    const place: Place = {
      field,
      value: data[name],
      data,
      path: `${prefix}${name}`,
      other,
      otherPath: otherPrefix === undefined ? undefined : `${otherPrefix}${name}`,
      isLocalized: isLocalized(field) && !isInsideLocalized,
      isInsideLocalized,
    };
    const changed = change(place, (value = place.value) => mapInside(place, value, change));
    if (changed !== undefined || Object.hasOwn(data, name)) result[name] = changed;
  }
  return result;
}

function mapInside(place: Place, value: unknown, change: Change): unknown {
  const { field, path, otherPath } = place;
  const isInsideLocalized = place.isInsideLocalized || place.isLocalized;
  const otherValue = place.other?.[field.name];
  if (place.isLocalized && isPerLanguage(field, value))
    return Object.fromEntries(
      Object.entries(value).map(([locale, each]) => {
        const other = isData(otherValue) ? { [field.name]: otherValue[locale] } : undefined;
        const inLocale = { path: `${path}.${locale}`, other, otherPath: other && `${otherPath}.${locale}` };
        const inner = { ...place, ...inLocale, isLocalized: false, isInsideLocalized };
        return [locale, mapInside(inner, each, change)];
      }),
    );
  if (hasRows(field) && Array.isArray(value))
    return value.map((row: unknown, index) => {
      if (!isData(row)) return row;
      const other = sameRow(otherValue, row);
      const otherPrefix = other && `${otherPath}.${(otherValue as unknown[]).indexOf(other)}.`;
      const part = { data: row, prefix: `${path}.${index}.`, other, otherPrefix, isInsideLocalized };
      return mapPart(fieldsIn(field, row), part, change);
    });
  if (isGroup(field) && isData(value)) {
    const other = isData(otherValue) ? otherValue : place.other && {};
    const otherPrefix = other && `${otherPath}.`;
    return mapPart(
      field.flattenedFields,
      { data: value, prefix: `${path}.`, other, otherPrefix, isInsideLocalized },
      change,
    );
  }
  return value;
}

/**
 * Whether a localized container has one value per locale, as when it was read with `locale: "all"`, and not the value of
 * one locale. For a group both are objects: if a key is the name of a field of the group, it is the value of one locale.
 */
const isPerLanguage = (field: FlattenedField, value: unknown): value is Data =>
  isData(value) &&
  (hasRows(field) ||
    (isGroup(field) && !field.flattenedFields.some(({ name }) => Object.hasOwn(value, name))));

/** The row of `rows` that has the id of `row`. */
const sameRow = (rows: unknown, row: Data): Data | undefined =>
  (Array.isArray(rows) ? rows : []).find(
    (candidate): candidate is Data =>
      isData(candidate) && candidate.id !== undefined && candidate.id === row.id,
  );

export const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);
