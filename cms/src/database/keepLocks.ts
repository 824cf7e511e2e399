/**
 * The lock that says who has a document open lives until its holder leaves the form, takes no notice of it for minutes,
 * or the document is deleted. Payload deletes it at each save, each autosave too, and whoever comes next is not asked
 * whether to take over (`utilities/checkDocumentLockStatus.js` of payload 3.90.2, which says nothing of why it deletes).
 */
import type { BaseDatabaseAdapter, Where } from "payload";

export const LOCKS = "payload-locked-documents";

/** Makes `adapter` keep locks when a document is saved, and take them away when it is deleted. */
export function keepLocks(adapter: BaseDatabaseAdapter): void {
  const deleteMany = adapter.deleteMany.bind(adapter);
  const deleteOne = adapter.deleteOne.bind(adapter);
  adapter.deleteMany = async (args) => {
    if (args.collection === LOCKS && isEveryLockOfOne(args.where)) return;
    await deleteMany(args);
  };
  adapter.deleteOne = async (args) => {
    const id = idIn(args.where);
    if (id !== undefined && isLockable(adapter, args.collection))
      await deleteMany({
        collection: LOCKS,
        where: locksOf(args.collection, id),
        ...(args.req ? { req: args.req } : {}),
      });
    return deleteOne(args);
  };
}

/** Whether documents of `collection` can be locked: a lock names no others, nor can it be asked for by them. */
function isLockable({ payload }: BaseDatabaseAdapter, collection: string): boolean {
  const locks = payload.collections[LOCKS]?.config.flattenedFields.find(({ name }) => name === "document");
  const lockable: unknown = locks && "relationTo" in locks ? locks.relationTo : [];
  return Array.isArray(lockable) && lockable.includes(collection);
}

const locksOf = (collection: string, id: unknown): Where => ({
  and: [{ "document.relationTo": { equals: collection } }, { "document.value": { equals: id } }],
});

/** Whether a query is for all locks of one document or global, however old: so Payload asks after it has checked them. */
function isEveryLockOfOne(where: Where): boolean {
  const parts = Array.isArray(where.and) ? where.and : [where];
  const fields = parts.flatMap((part) => Object.keys(part)).sort();
  return OF_ONE.has(fields.join());
}
const OF_ONE = new Set(["document.relationTo,document.value", "globalSlug"]);

/** The id of the one document that a query is for. */
const idIn = (where: Where): unknown => {
  const { id, ...others } = where;
  return Object.keys(others).length === 0 && typeof id === "object" && id !== null && "equals" in id
    ? id.equals
    : undefined;
};
