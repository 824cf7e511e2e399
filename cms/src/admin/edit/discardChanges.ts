/** Makes what readers see the newest version of an item again. */
import { APIError, type CollectionSlug, type PayloadRequest, saveVersion } from "payload";
import { databaseOf } from "../../database/index.ts";
import { inTransaction } from "../../database/transactions.ts";
import { newestVersion } from "../../documents/rows.ts";
import { isVersionOf, versionNamed } from "../../documents/startedFrom.ts";
import { configOf, type Doc } from "../documents.ts";

/**
 * Publishes what is public once more, in all languages: readers see no difference, and the draft is a version among others.
 * Payload's own "revert" would publish the unfinished texts of other languages.
 */
export async function discardChanges(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<void> {
  const database = databaseOf(req.payload);
  await inTransaction(database, req, async (own) => {
    const where = { id: { equals: id } };
    const live = await database.findOne<Doc>({ collection: collection, where, req: own });
    if (live?._status !== "published" || live.deletedAt)
      throw new APIError(
        "The changes cannot be discarded, because this is not public. Restore an older version instead.",
        400,
        undefined,
        true,
      );
    const version = versionNamed(req.headers);
    const newest = await newestVersion(database, { collection, id, req: own }, { latest: { equals: true } });
    if (version && newest && !isVersionOf(newest.updatedAt, version))
      throw new APIError(
        "Nothing was discarded, because somebody else saved this after you had opened it, or you did in another window. Load the page again, look at the changes, then discard them.",
        409,
        undefined,
        true,
      );
    const published = await database.updateOne({
      collection: collection,
      id,
      data: { ...live, updatedAt: new Date().toISOString() },
      req: own,
    });
    await saveVersion({
      id,
      collection: configOf(req, collection),
      docWithLocales: published,
      operation: "update",
      payload: req.payload,
      req: own as PayloadRequest,
    });
  });
}
