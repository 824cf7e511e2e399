/** Whether a document has been public, so that others may link to it by its slug. */
import type { CollectionSlug, PayloadRequest } from "payload";
import { nestedRequest } from "./nestedRequest.ts";
import { hasDrafts, valuesOf } from "./payload.ts";

type Asked = { collection: CollectionSlug | undefined; doc: { id?: string | number } | undefined };

/** Read once per operation: all its hooks get the same document object. */
const rows = new WeakMap<object, Promise<LiveRow | undefined>>();
const answers = new WeakMap<object, Promise<boolean>>();

/** The row of a document, which drafts leave alone: what is public of it, or has been or will be. */
type LiveRow = { _status?: unknown; slug?: unknown; formerSlugs?: unknown };

export function liveRow(req: PayloadRequest, { collection, doc }: Asked): Promise<LiveRow | undefined> {
  if (!collection || doc?.id === undefined) return Promise.resolve(undefined);
  return once(rows, doc, async () => {
    const row = await req.payload.findByID({
      collection,
      id: doc.id as string | number,
      draft: false,
      select: { _status: true, slug: true, formerSlugs: true },
      depth: 0,
      overrideAccess: true,
      disableErrors: true,
      trash: true,
      req: nestedRequest(req),
    });
    return row ? valuesOf(row) : undefined;
  });
}

/** Whether a document is or was public. A collection without drafts is always public. */
export function wasPublished(req: PayloadRequest, { collection, doc }: Asked): Promise<boolean> {
  if (!collection || doc?.id === undefined) return Promise.resolve(false);
  return once(answers, doc, () => ask(req, { collection, doc }));
}

async function ask(
  req: PayloadRequest,
  { collection, doc }: { collection: CollectionSlug; doc: { id?: string | number } },
): Promise<boolean> {
  if (!hasDrafts(req.payload, collection)) return true;
  // The row first: old versions are deleted, and the published one may be among them.
  if ((await liveRow(req, { collection, doc }))?._status === "published") return true;
  const { docs } = await req.payload.findVersions({
    collection,
    where: { and: [{ parent: { equals: doc.id } }, { "version._status": { equals: "published" } }] },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    trash: true,
    req,
  });
  return docs.length > 0;
}

function once<Answer>(
  known: WeakMap<object, Promise<Answer>>,
  doc: object,
  read: () => Promise<Answer>,
): Promise<Answer> {
  const answer = known.get(doc) ?? read();
  known.set(doc, answer);
  return answer;
}
