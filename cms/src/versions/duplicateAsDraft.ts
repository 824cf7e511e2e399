/** A copy begins as a draft, and its title says that it is a copy. */
import type { CollectionBeforeOperationHook, FieldHook } from "payload";

type CreateArgs = { data?: Record<string, unknown>; duplicateFromID?: unknown; draft?: boolean };

export const duplicateAsDraft: CollectionBeforeOperationHook = ({ args, operation }) => {
  const { data, duplicateFromID } = args as CreateArgs;
  if (operation !== "create" || duplicateFromID === undefined || duplicateFromID === null) return;
  return { ...args, draft: true, data: { ...data, _status: "draft" } };
};

/** Hook `beforeDuplicate` of the title field. */
export const titleOfCopy: FieldHook = ({ value }) =>
  typeof value === "string" && value.trim() !== "" ? `${value.trim()} (copy)` : value;
