/** What differs between two texts of a document, in words that can be read side by side. */
import type { FlattenedField } from "payload";
import { hasRows, isGroup, labelOf } from "../../documents/containers.ts";
import { type Data, isData, visit } from "../../documents/fields.ts";
import { haveSameContent } from "../../documents/sameContent.ts";
import { isRichText, isUnset, type TextNode } from "../../documents/texts.ts";

/** A field that differs, by its label, and both of its values, line by line. */
export type Difference = { label: string; yours: string[]; saved: string[] };

/** What relations name, by `<collection>/<id>`. */
export type Titles = ReadonlyMap<string, string>;

const BOOKKEEPING = new Set(["id", "_status", "createdAt", "updatedAt", "deletedAt", "globalType"]);

/** The fields in which `yours` and `saved`, both read in one language, differ. `titles` names what they refer to. */
export function differencesBetween(
  fields: FlattenedField[],
  yours: Data,
  saved: Data,
  titles: Titles = new Map(),
): Difference[] {
  return differing(fields, yours, saved).map((field) => ({
    label: labelOf(field),
    yours: linesOf(field, yours, titles),
    saved: linesOf(field, saved, titles),
  }));
}

/** Every document that the differing fields name, for `titles`. */
export function relationsIn(fields: FlattenedField[], ...docs: [Data, Data]): Set<string> {
  const named = new Set<string>();
  for (const doc of docs)
    visit(differing(fields, ...docs), doc, ({ field, value }, inside) => {
      for (const key of relationKeys(field, value)) named.add(key);
      inside();
    });
  return named;
}

const differing = (fields: FlattenedField[], yours: Data, saved: Data): FlattenedField[] =>
  fields.filter(
    (field) =>
      !BOOKKEEPING.has(field.name) &&
      !("hidden" in field && field.hidden) &&
      !haveSameContent({ value: yours[field.name] }, { value: saved[field.name] }),
  );

function linesOf(field: FlattenedField, doc: Data, titles: Titles): string[] {
  const lines: string[] = [];
  visit([field], { [field.name]: doc[field.name] }, ({ field: inner, value, path }, inside) => {
    if (hasRows(inner) || isGroup(inner)) return inside();
    const words = wordsOf(inner, value, titles);
    // A row's number tells it from the others; the label says which of its fields it is.
    const [, row] = path.match(/\.(\d+)\./) ?? [];
    const of = inner === field ? "" : `${row === undefined ? "" : `${Number(row) + 1}. `}${labelOf(inner)}: `;
    if (words.length > 0) lines.push(...words.map((line, index) => (index === 0 ? of + line : line)));
  });
  return lines;
}

function wordsOf(field: FlattenedField, value: unknown, titles: Titles): string[] {
  if (isUnset(value)) return [];
  if (isRichText(value)) return richTextLines(value.root);
  const keys = relationKeys(field, value);
  if (keys.length > 0) return keys.map((key) => titles.get(key) ?? key);
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === "boolean") return [value ? "Yes" : "No"];
  return [isData(value) ? JSON.stringify(value) : String(value)];
}

/** One line for each paragraph, heading or list item. */
function richTextLines(node: TextNode): string[] {
  const children = node.children ?? [];
  const isLine = children.some((child) => child?.text !== undefined);
  if (isLine) return [textOf(node)].filter((line) => line.trim() !== "");
  return children.flatMap((child) => (child ? richTextLines(child) : []));
}

const textOf = (node: TextNode): string =>
  node.text ?? (node.children ?? []).map((child) => (child ? textOf(child) : "")).join("");

/** The documents that a relation names, each as `<collection>/<id>`. */
function relationKeys(field: FlattenedField, value: unknown): string[] {
  if (field.type !== "relationship" && field.type !== "upload") return [];
  const { relationTo } = field;
  return (Array.isArray(value) ? value : [value]).flatMap((each) => {
    if (isUnset(each)) return [];
    if (Array.isArray(relationTo)) return isData(each) ? [`${each.relationTo}/${idOf(each.value)}`] : [];
    return [`${relationTo}/${idOf(each)}`];
  });
}

const idOf = (value: unknown): string => String(isData(value) ? value.id : value);
