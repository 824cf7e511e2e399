/** Whether a document has been public, so that others may link to it by its slug. */
import type { CollectionSlug, PayloadRequest } from "payload";
import { nestedRequest } from "./nestedRequest.ts";
import { hasDrafts, valuesOf } from "./payload.ts";

/** Asked once per operation: all its field hooks get the same document object. */
const answers = new WeakMap<object, Promise<boolean>>();

/** Whether a document is or was public. A collection without drafts is always public. */
export function wasPublished(
  req: PayloadRequest,
  { collection, doc }: { collection: CollectionSlug | undefined; doc: { id?: string | number } | undefined },
): Promise<boolean> {
  if (!collection || doc?.id === undefined) return Promise.resolve(false);
  const known = answers.get(doc);
  if (known) return known;
  const answer = ask(req, collection, doc.id);
  answers.set(doc, answer);
  return answer;
}

async function ask(req: PayloadRequest, collection: CollectionSlug, id: string | number): Promise<boolean> {
  if (!hasDrafts(req.payload, collection)) return true;
  // The row first: old versions are deleted, and the published one may be among them.
  const live = await req.payload.findByID({
    collection,
    id,
    draft: false,
    select: { _status: true },
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    trash: true,
    req: nestedRequest(req),
  });
  if (live && valuesOf(live)._status === "published") return true;
  const { docs } = await req.payload.findVersions({
    collection,
    where: { and: [{ parent: { equals: id } }, { "version._status": { equals: "published" } }] },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    trash: true,
    req,
  });
  return docs.length > 0;
}
