/** Into the trash is never a draft: the document would seem to be gone and still be public. */
import type { CollectionBeforeOperationHook } from "payload";

export const trashAtOnce: CollectionBeforeOperationHook = ({ args, operation }) => {
  const { data } = args as { data?: { deletedAt?: unknown } };
  return operation === "update" && data?.deletedAt ? { ...args, draft: false } : args;
};
