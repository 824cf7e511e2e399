/** A related document must exist and not lie in the trash: the databases disagree on what happens otherwise. */
import {
  type CollectionBeforeChangeHook,
  type FlattenedField,
  type PayloadRequest,
  ValidationError,
} from "payload";
import { isId } from "../database/ids.ts";

type Data = Record<string, unknown>;
type Relation = { path: string; label: string; to: string; ids: string[] };

/** Every relation that `data` names, with the path of its field. */
export function relationsIn(fields: FlattenedField[], data: Data, prefix = ""): Relation[] {
  return fields.flatMap((field): Relation[] => {
    const value = data[field.name];
    const path = `${prefix}${field.name}`;
    if (value === null || value === undefined) return [];
    if ((field.type === "relationship" || field.type === "upload") && typeof field.relationTo === "string") {
      const ids = (Array.isArray(value) ? value : [value]).map((item) =>
        String(typeof item === "object" && item !== null ? (item as { id: unknown }).id : item),
      );
      return [{ path, label: labelOf(field), to: field.relationTo, ids }];
    }
    if (field.type === "array" && Array.isArray(value))
      return value.flatMap((row, index) =>
        relationsIn(field.flattenedFields, row as Data, `${path}.${index}.`),
      );
    if (field.type === "blocks" && Array.isArray(value)) {
      return value.flatMap((row: Data, index) =>
        relationsIn(
          field.blocks.find((block) => block.slug === row.blockType)?.flattenedFields ?? [],
          row,
          `${path}.${index}.`,
        ),
      );
    }
    if ((field.type === "group" || field.type === "tab") && typeof value === "object")
      return relationsIn(field.flattenedFields, value as Data, `${path}.`);
    return [];
  });
}

const labelOf = (field: FlattenedField): string =>
  "label" in field && typeof field.label === "string" ? field.label : field.name;

export const checkRelations: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  originalDoc,
  req,
}) => {
  // Into the trash a document may go whatever it names, and an old version comes back as it was.
  if (data.deletedAt || context.isRestoringVersion) return data;
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

async function missingIds(relations: Relation[], req: PayloadRequest): Promise<Set<string>> {
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
      select: {},
      overrideAccess: true,
      req,
    });
    const found = new Set(docs.map((doc) => String(doc.id)));
    for (const id of ids) if (!found.has(id)) missing.add(`${to}/${id}`);
  }
  return missing;
}
