/** An author writes drafts and nothing else. Access functions cannot tell: they do not see the draft argument. */
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
  // Autosave sends it along, empty; but nobody takes a document back from the trash by it.
  delete data?.deletedAt;
};
