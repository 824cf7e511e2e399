/** Removes what nobody has touched of the demo content. */
import type { CollectionSlug, Payload, PayloadRequest } from "payload";
import { type Data, DEMO_COLLECTIONS } from "./documents.ts";
import { hashOf } from "./hash.ts";

type Demo = Data & { id: string; demoHash?: string };

/** Noted when somebody takes the demo content away, so that it does not come back by itself. */
const REMOVED = "demo-content-removed";

/** Whether somebody has taken the demo content away, as far as that went. */
export const wasDemoRemoved = (payload: Payload): Promise<boolean> => payload.kv.has(REMOVED);

/**
 * Deletes for ever the demo documents that still say what they said, those that name others first.
 * What somebody edited stays, and so does what it needs. Relations are checked by the collections' own hooks.
 */
export async function removeDemoContent(req: PayloadRequest): Promise<{ removed: number; kept: number }> {
  const { payload } = req;
  let removed = 0;
  let kept = 0;
  for (const collection of [...DEMO_COLLECTIONS].reverse()) {
    const slug = collection as CollectionSlug;
    const { docs } = await payload.find({
      collection: slug,
      where: { demo: { equals: true } },
      pagination: false,
      depth: 0,
      showHiddenFields: true,
      overrideAccess: true,
      req,
    });
    for (const doc of docs as unknown as Demo[]) {
      if ((await isUntouched(req, slug, doc)) && (await remove(payload, slug, doc.id))) removed++;
      else kept++;
    }
  }
  await payload.kv.set(REMOVED, true);
  return { removed, kept };
}

/** Whether the document says what it said, publicly and in its newest version, and nobody has drafted anything meanwhile. */
async function isUntouched(req: PayloadRequest, collection: CollectionSlug, doc: Demo): Promise<boolean> {
  const { payload } = req;
  for (const draft of [false, true])
    if ((await hashOf(payload, collection, doc.id, { draft, req })) !== doc.demoHash) return false;
  if (!payload.collections[collection]?.config.versions?.drafts) return true;
  // The demo content is published as it is written: a draft is somebody's, even if it was discarded.
  const { totalDocs } = await payload.countVersions({
    collection,
    where: { and: [{ parent: { equals: doc.id } }, { "version._status": { equals: "draft" } }] },
    overrideAccess: true,
    req,
  });
  return totalDocs === 0;
}

async function remove(payload: Payload, collection: CollectionSlug, id: string): Promise<boolean> {
  try {
    // A transaction of its own: one document that is still needed must not keep the others.
    await payload.delete({ collection, id, overrideAccess: true });
    return true;
  } catch (err) {
    payload.logger.info({ err, msg: `The demo document ${id} in ${collection} stays.` });
    return false;
  }
}
