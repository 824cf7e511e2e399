/** Tells whether somebody has changed a demo document since it was loaded. */
import { createHash } from "node:crypto";
import type { CollectionSlug, Payload, PayloadRequest } from "payload";

/** What changes without anybody touching the text. */
const VOLATILE = new Set(["id", "createdAt", "updatedAt", "demo", "demoHash", "deletedAt", "globalType"]);

/** A hash of what a document says, in all its languages. */
const contentHash = (doc: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(stable(doc)))
    .digest("hex")
    .slice(0, 32);

/** Keys in order, row ids and empty values left out: the two databases differ in them. */
function stable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stable);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(
      ([key, inner]) =>
        !VOLATILE.has(key) &&
        inner !== null &&
        inner !== undefined &&
        !(Array.isArray(inner) && inner.length === 0),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, stable(inner)] as const);
  return Object.fromEntries(entries);
}

/** The hash of a document as it is public, or of its newest version. */
export async function hashOf(
  payload: Payload,
  collection: CollectionSlug,
  id: string,
  { draft, req }: { draft: boolean; req?: PayloadRequest },
): Promise<string> {
  const doc = await payload.findByID({
    collection,
    id,
    draft,
    depth: 0,
    locale: "all",
    overrideAccess: true,
    ...(req ? { req } : {}),
  });
  return contentHash(doc);
}
