/** Documents as a version of the product saved them that did not have today's rules. */
import type { CollectionSlug, Payload } from "payload";
import { databaseOf } from "../src/database/index.ts";

/** Writes `data` into the public row and the newest version of a document, past every rule. */
export async function saveAsBefore(
  payload: Payload,
  collection: CollectionSlug,
  id: string,
  data: object,
): Promise<void> {
  const database = databaseOf(payload);
  const row = await database.findOne<{ id: string }>({ collection, where: { id: { equals: id } } });
  await database.updateOne({ collection, id, data: { ...row, ...data } });
  const { docs } = await database.findVersions<object>({
    collection,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  });
  for (const { id: version, ...entry } of docs)
    await database.updateVersion({
      collection,
      id: version,
      versionData: { ...entry, version: { ...entry.version, ...data } },
    });
}
