/** An author writes drafts and nothing else. Access functions cannot tell: they do not see the draft argument. */
import { type CollectionBeforeOperationHook, Forbidden } from "payload";
import { personOf } from "../access/roles.ts";

type WriteArgs = {
  draft?: boolean;
  data?: { _status?: string; deletedAt?: unknown };
  duplicateFromID?: unknown;
  overrideAccess?: boolean;
};

/** Whether a write leaves everything that is public, or in the trash, as it is. */
export function isDraftWrite({ draft, data }: WriteArgs): boolean {
  return Boolean(draft) && data?._status !== "published" && !(data && "deletedAt" in data);
}

export const draftsOnlyForAuthors: CollectionBeforeOperationHook = ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || personOf(req)?.role !== "author") return;
  const writes = operation === "create" || operation === "update" || operation === "restoreVersion";
  if (writes && !isDraftWrite(args as WriteArgs)) throw new Forbidden(req.t);
};
