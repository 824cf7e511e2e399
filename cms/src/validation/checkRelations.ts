/** A related document must exist and must not be in the trash: the two databases would treat it differently. */
import {
  type CollectionBeforeChangeHook,
  type CollectionSlug,
  type FlattenedField,
  type PayloadRequest,
  ValidationError,
} from "payload";
import { labelOf } from "../documents/containers.ts";
import { type Data, isData, map, visit } from "../documents/fields.ts";
import { isId } from "../documents/ids.ts";

type Relation = { path: string; label: string; to: CollectionSlug; ids: string[] };

/** Every relation in `data`, with the path of its field. */
export function relationsIn(fields: FlattenedField[], data: Data): Relation[] {
  const relations: Relation[] = [];
  visit(fields, data, ({ field, value, path }, inside) => {
    const to = targetOf(field);
    if (value === null || value === undefined) return;
    if (to) relations.push({ path, label: labelOf(field), to, ids: [value].flat().map(idOf) });
    else inside();
  });
  return relations;
}

/** The collection that a relation refers to; relations to several collections are not used. */
const targetOf = (field: FlattenedField): CollectionSlug | undefined =>
  (field.type === "relationship" || field.type === "upload") && typeof field.relationTo === "string"
    ? field.relationTo
    : undefined;

const idOf = (item: unknown): string => String(isData(item) ? item.id : item);

export const checkRelations: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  originalDoc,
  req,
}) => {
  // A document may go to the trash whatever it refers to.
  if (data.deletedAt) return data;
  if (context.isRestoringVersion) return withoutDeleted(collection.flattenedFields, data, req);
  const known = new Set(
    relationsIn(collection.flattenedFields, (originalDoc ?? {}) as Data).flatMap(({ to, ids }) =>
      ids.map((id) => `${to}/${id}`),
    ),
  );
  // Relations from before are not checked: a save must not fail because another document went to the trash.
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
 * An old version is restored without relations to documents that were permanently deleted since: SQLite removes those by
 * itself, MongoDB does not. Relations to documents in the trash stay.
 */
async function withoutDeleted(fields: FlattenedField[], data: Data, req: PayloadRequest): Promise<Data> {
  const gone = await missingIds(relationsIn(fields, data), req, { trash: true });
  return gone.size === 0 ? data : without(gone, fields, data);
}

const without = (gone: Set<string>, fields: FlattenedField[], data: Data): Data =>
  map(fields, data, ({ field, value }, inside) => {
    const to = targetOf(field);
    if (value === null || value === undefined || !to) return inside();
    const isGone = (item: unknown) => gone.has(`${to}/${idOf(item)}`);
    if (Array.isArray(value)) return value.filter((item) => !isGone(item));
    return isGone(value) ? null : value;
  });

async function missingIds(
  relations: Relation[],
  req: PayloadRequest,
  { trash = false } = {},
): Promise<Set<string>> {
  const wanted = new Map<CollectionSlug, Set<string>>();
  for (const { to, ids } of relations) wanted.set(to, new Set([...(wanted.get(to) ?? []), ...ids]));
  const missing = new Set<string>();
  for (const [to, ids] of wanted) {
    const valid = [...ids].filter((id) => isId(id, req.payload));
    const { docs } = await req.payload.find({
      collection: to,
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
