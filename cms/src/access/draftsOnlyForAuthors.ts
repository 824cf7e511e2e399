/** Authors may only write drafts. An access function cannot decide that, because it does not get the `draft` argument. */
import { type CollectionBeforeOperationHook, Forbidden } from "payload";
import { isDraftWrite, type WriteArgs } from "../documents/draftWrite.ts";
import { personOf } from "./roles.ts";

export const draftsOnlyForAuthors: CollectionBeforeOperationHook = ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || personOf(req)?.role !== "author") return;
  const writes = operation === "create" || operation === "update" || operation === "restoreVersion";
  if (!writes) return;
  const { data, ...flags } = args as WriteArgs;
  if (!isDraftWrite({ data, ...flags }) || flags.publishAllLocales || flags.unpublishAllLocales)
    throw new Forbidden(req.t);
  // Autosave sends an empty `deletedAt`, which must not restore a document from the trash.
  delete data?.deletedAt;
};
