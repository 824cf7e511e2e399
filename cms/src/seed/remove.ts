/** Removes what nobody has touched of the demo content. */
import type { Payload, PayloadRequest } from "payload";
import { hasDrafts } from "../documents/payload.ts";
import { DEMO_COLLECTIONS, type DemoCollection } from "./documents.ts";
import { hashOf } from "./hash.ts";

type Demo = { id: string; demoHash?: string | null };

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
    const { docs } = await payload.find({
      collection,
      where: { demo: { equals: true } },
      pagination: false,
      depth: 0,
      showHiddenFields: true,
      overrideAccess: true,
      req,
    });
    for (const doc of docs) {
      if ((await isUntouched(req, collection, doc)) && (await remove(payload, collection, doc.id))) removed++;
      else kept++;
    }
  }
  await payload.kv.set(REMOVED, true);
  return { removed, kept };
}

/** Whether the document says what it said, publicly and in its newest version, and nobody has drafted anything meanwhile. */
async function isUntouched(req: PayloadRequest, collection: DemoCollection, doc: Demo): Promise<boolean> {
  const { payload } = req;
  for (const draft of [false, true])
    if ((await hashOf(payload, collection, doc.id, { draft, req })) !== doc.demoHash) return false;
  if (!hasDrafts(payload, collection)) return true;
  // The demo content is published as it is written: a draft is somebody's, even if it was discarded.
  const { totalDocs } = await payload.countVersions({
    collection,
    where: { and: [{ parent: { equals: doc.id } }, { "version._status": { equals: "draft" } }] },
    overrideAccess: true,
    req,
  });
  return totalDocs === 0;
}

async function remove(payload: Payload, collection: DemoCollection, id: string): Promise<boolean> {
  try {
    // A transaction of its own: one document that is still needed must not keep the others.
    await payload.delete({ collection, id, overrideAccess: true });
    return true;
  } catch (err) {
    payload.logger.info({ err, msg: `The demo document ${id} in ${collection} stays.` });
    return false;
  }
}
