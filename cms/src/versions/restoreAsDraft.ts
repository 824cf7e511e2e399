/**
 * Restoring an old version of a document with drafts makes a draft; what is public changes when somebody publishes it.
 * The admin sends `draft=false` for a version that was a draft, and Payload would withdraw the public row.
 */
import { APIError, type CollectionBeforeOperationHook, type SanitizedConfig } from "payload";

const RESTORE = /^\/api\/([^/]+)\/versions\/[^/]+\/?$/;

/** A request that restores a version, with the `draft` argument that fits its collection; any other request unchanged. */
export function restoreAsDraft(request: Request, { collections }: SanitizedConfig): Request {
  const url = new URL(request.url);
  const slug = request.method === "POST" ? RESTORE.exec(url.pathname)?.[1] : undefined;
  const versions = collections.find((collection) => collection.slug === slug)?.versions;
  if (!versions) return request;
  // In a collection without drafts, a draft version would never be shown, and nothing would be restored.
  url.searchParams.set("draft", String(Boolean(versions.drafts)));
  return new Request(url, request);
}

/** Every other caller must pass `draft: true`: Payload has read its arguments before a hook can change them. */
export const refuseRestoreInPublic: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation === "restoreVersion" && !(args as { draft?: boolean }).draft)
    throw new APIError(
      "Nothing was restored: an old version becomes a draft first. Restore it with draft=true, look at it, then publish.",
      400,
      undefined,
      true,
    );
};
