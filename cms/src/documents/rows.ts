/** Documents read from the adapter, past hooks and access, in all languages. */
import type { BaseDatabaseAdapter, CollectionSlug, PayloadRequest, Where } from "payload";
import type { Data } from "./fields.ts";

type Of = { collection: CollectionSlug; id: unknown; req?: Partial<PayloadRequest> | undefined };

/** The row of the document: what is public, if it has been published. */
export const rowOf = (
  adapter: Pick<BaseDatabaseAdapter, "findOne">,
  { collection, id, req }: Of,
): Promise<({ id: string } & Data) | null> =>
  adapter.findOne<{ id: string } & Data>({
    collection,
    where: { id: { equals: id } },
    ...(req ? { req } : {}),
  });

/** The newest version that matches `which`. */
export async function newestVersion(
  adapter: BaseDatabaseAdapter,
  { collection, id, req }: Of,
  which: Where,
): Promise<Data | undefined> {
  const { docs } = await adapter.findVersions<Data>({
    collection,
    where: { and: [{ parent: { equals: id } }, which] },
    sort: "-updatedAt",
    limit: 1,
    pagination: false,
    ...(req ? { req } : {}),
  });
  return docs[0]?.version;
}
