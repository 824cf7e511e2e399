/** A related document must exist and not lie in the trash: the databases disagree on what happens otherwise. */
import {
  type CollectionBeforeChangeHook,
  type FlattenedField,
  type PayloadRequest,
  ValidationError,
} from "payload";

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
      return [{ path, label: String(field.label ?? field.name), to: field.relationTo, ids }];
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

export const checkRelations: CollectionBeforeChangeHook = async ({ collection, data, req }) => {
  // Into the trash a document may go whatever it names.
  if (data.deletedAt) return data;
  const relations = relationsIn(collection.flattenedFields, data);
  const missing = await missingIds(relations, req);
  const errors = relations.flatMap(({ path, label, to, ids }) => {
    const gone = ids.filter((id) => missing.has(`${to}/${id}`)).length;
    return gone === 0
      ? []
      : [
          {
            path,
            label,
            message:
              gone === 1
                ? "One of the chosen documents does not exist, or lies in the trash. Remove it here, or take it back from the trash."
                : `${gone} of the chosen documents do not exist, or lie in the trash. Remove them here, or take them back from the trash.`,
          },
        ];
  });
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
  return data;
};

async function missingIds(relations: Relation[], req: PayloadRequest): Promise<Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { to, ids } of relations) wanted.set(to, new Set([...(wanted.get(to) ?? []), ...ids]));
  const missing = new Set<string>();
  for (const [to, ids] of wanted) {
    const valid = [...ids].filter((id) => isId(id, req.payload.db.name));
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

/** MongoDB throws for an id that cannot be one. */
const isId = (id: string, database: string): boolean =>
  database === "mongoose" ? /^[0-9a-f]{24}$/i.test(id) : id.length > 0;
