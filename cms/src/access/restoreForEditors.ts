/** Clinic managers cannot restore versions: an old version contains the topics and the look, which editors decide. */
import { type CollectionBeforeOperationHook, Forbidden } from "payload";
import { personOf } from "./roles.ts";

export const restoreForEditors: CollectionBeforeOperationHook = ({ operation, overrideAccess, req }) => {
  if (operation !== "restoreVersion" || overrideAccess) return;
  const role = personOf(req)?.role;
  if (role !== "administrator" && role !== "editor") throw new Forbidden(req.t);
};
