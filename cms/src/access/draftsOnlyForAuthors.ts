/** An author writes drafts and nothing else. Access functions cannot tell: they do not see the draft argument. */
import { type CollectionBeforeOperationHook, Forbidden } from "payload";
import { personOf } from "./roles.ts";

type WriteArgs = {
  draft?: boolean;
  data?: { _status?: string; deletedAt?: unknown };
  publishAllLocales?: boolean;
  unpublishAllLocales?: boolean;
};

/** Whether a write leaves everything that is public as it is. */
export function isDraftWrite({ draft, data }: WriteArgs): boolean {
  return Boolean(draft) && data?._status !== "published" && !data?.deletedAt;
}

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
