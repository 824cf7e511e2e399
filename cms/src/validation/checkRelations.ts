/** A related document must exist and not lie in the trash: the databases disagree on what happens otherwise. */
import {
  type CollectionBeforeChangeHook,
  type FlattenedField,
  type PayloadRequest,
  ValidationError,
} from "payload";
import { isId } from "../documents/ids.ts";
import { type Data, isData, rowFields } from "../documents/mergeLocale.ts";

type Relation = { path: string; label: string; to: string; ids: string[] };

/** Every relation that `data` names, with the path of its field. */
export function relationsIn(fields: FlattenedField[], data: Data, prefix = ""): Relation[] {
  return fields.flatMap((field): Relation[] => {
    const value = data[field.name];
    const path = `${prefix}${field.name}`;
    if (value === null || value === undefined) return [];
    if ((field.type === "relationship" || field.type === "upload") && typeof field.relationTo === "string") {
      const ids = (Array.isArray(value) ? value : [value]).map(idOf);
      return [{ path, label: labelOf(field), to: field.relationTo, ids }];
    }
    const fieldsOfRow = rowFields(field);
    if (fieldsOfRow && Array.isArray(value))
      return value.flatMap((row: Data, index) => relationsIn(fieldsOfRow(row), row, `${path}.${index}.`));
    if ((field.type === "group" || field.type === "tab") && typeof value === "object")
      return relationsIn(field.flattenedFields, value as Data, `${path}.`);
    return [];
  });
}

const idOf = (item: unknown): string =>
  String(typeof item === "object" && item !== null ? (item as { id: unknown }).id : item);

const labelOf = (field: FlattenedField): string =>
  "label" in field && typeof field.label === "string" ? field.label : field.name;

export const checkRelations: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  originalDoc,
  req,
}) => {
  // Into the trash a document may go whatever it names.
  if (data.deletedAt) return data;
  if (context.isRestoringVersion) return withoutDeleted(collection.flattenedFields, data, req);
  const known = new Set(
    relationsIn(collection.flattenedFields, (originalDoc ?? {}) as Data).flatMap(({ to, ids }) =>
      ids.map((id) => `${to}/${id}`),
    ),
  );
  // What the document named before stays its own: a text must not be lost because something else went to the trash.
  const added = relationsIn(collection.flattenedFields, data)
    .map((relation) => ({
      ...relation,
      ids: relation.ids.filter((id) => !known.has(`${relation.to}/${id}`)),
    }))
    .filter(({ ids }) => ids.length > 0);
  const missing = await missingIds(added, req);
  const errors = added.flatMap(({ path, label, to, ids }) => {
    const gone = ids.filter((id) => missing.has(`${to}/${id}`)).length;
    return gone === 0 ? [] : [{ path, label, message: sentenceFor(label, gone) }];
  });
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
  return data;
};

const sentenceFor = (label: string, gone: number): string =>
  gone === 1
    ? `One of the documents chosen under “${label}” does not exist, or lies in the trash. Remove it here, or take it back from the trash.`
    : `${gone} of the documents chosen under “${label}” do not exist, or lie in the trash. Remove them here, or take them back from the trash.`;

/**
 * An old version comes back as it was, without what has been deleted for ever since: SQLite has forgotten that already,
 * MongoDB has not. What lies in the trash stays named.
 */
async function withoutDeleted(fields: FlattenedField[], data: Data, req: PayloadRequest): Promise<Data> {
  const gone = await missingIds(relationsIn(fields, data), req, { trash: true });
  return gone.size === 0 ? data : without(gone, fields, data);
}

function without(gone: Set<string>, fields: FlattenedField[], data: Data): Data {
  const result: Data = { ...data };
  for (const field of fields) {
    const value = data[field.name];
    const fieldsOfRow = rowFields(field);
    if (value === null || value === undefined) continue;
    if (field.type === "relationship" && typeof field.relationTo === "string") {
      const isGone = (item: unknown) => gone.has(`${field.relationTo}/${idOf(item)}`);
      if (Array.isArray(value)) result[field.name] = value.filter((item) => !isGone(item));
      else if (isGone(value)) result[field.name] = null;
    } else if (fieldsOfRow && Array.isArray(value))
      result[field.name] = value.map((row: Data) => without(gone, fieldsOfRow(row), row));
    else if ((field.type === "group" || field.type === "tab") && isData(value))
      result[field.name] = without(gone, field.flattenedFields, value);
  }
  return result;
}

async function missingIds(
  relations: Relation[],
  req: PayloadRequest,
  { trash = false } = {},
): Promise<Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { to, ids } of relations) wanted.set(to, new Set([...(wanted.get(to) ?? []), ...ids]));
  const missing = new Set<string>();
  for (const [to, ids] of wanted) {
    const valid = [...ids].filter((id) => isId(id, req.payload));
    const { docs } = await req.payload.find({
      collection: to as "faqs",
      where: { id: { in: valid } },
      depth: 0,
      pagination: false,
      trash,
      select: {},
      overrideAccess: true,
      req,
    });
    const found = new Set(docs.map((doc) => String(doc.id)));
    for (const id of ids) if (!found.has(id)) missing.add(`${to}/${id}`);
  }
  return missing;
}
