/**
 * Restoring an old version makes a draft: what is public stays until somebody publishes.
 * The admin sends `draft=false` for a version that was a draft, and Payload would withdraw the public row.
 */
import type { CollectionBeforeOperationHook } from "payload";

const RESTORE = /^\/api\/[^/]+\/versions\/[^/]+\/?$/;

/** The request that restores a version, with `draft=true`; any other as it is. */
export function restoreAsDraft(request: Request): Request {
  const url = new URL(request.url);
  if (request.method !== "POST" || !RESTORE.test(url.pathname)) return request;
  url.searchParams.set("draft", "true");
  return new Request(url, request);
}

/** The same for restoring without REST. */
export const restoreAsDraftLocally: CollectionBeforeOperationHook = ({ args, operation }) =>
  operation === "restoreVersion" ? { ...args, draft: true } : args;
