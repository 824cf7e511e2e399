/** A copy is where a new text begins: nobody reads it before it is published, and its title tells it from the first. */
import type { CollectionBeforeOperationHook, FieldHook } from "payload";

type CreateArgs = { data?: Record<string, unknown>; duplicateFromID?: unknown; draft?: boolean };

export const duplicateAsDraft: CollectionBeforeOperationHook = ({ args, operation }) => {
  const { data, duplicateFromID } = args as CreateArgs;
  if (operation !== "create" || duplicateFromID === undefined || duplicateFromID === null) return;
  return { ...args, draft: true, data: { ...data, _status: "draft" } };
};

/** Hook `beforeDuplicate` of the field that a document is called by. */
export const titleOfCopy: FieldHook = ({ value }) =>
  typeof value === "string" && value.trim() !== "" ? `${value.trim()} (copy)` : value;
