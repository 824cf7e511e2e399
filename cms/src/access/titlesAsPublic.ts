/**
 * Clinic managers read public documents only. The admin asks for drafts wherever it shows the title of a related document:
 * it would find nothing, and show an id, while somebody is working on a draft of that document.
 */
import type { CollectionBeforeOperationHook } from "payload";
import { personOf } from "./roles.ts";

export const titlesAsPublic: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (operation !== "read" || overrideAccess || personOf(req)?.role !== "clinic-manager") return;
  return { ...args, draft: false };
};
