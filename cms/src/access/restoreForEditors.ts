/** An old version of a clinic holds its topics and its look too, which its manager does not decide. */
import { type CollectionBeforeOperationHook, Forbidden } from "payload";
import { personOf } from "./roles.ts";

export const restoreForEditors: CollectionBeforeOperationHook = ({ operation, overrideAccess, req }) => {
  if (operation !== "restoreVersion" || overrideAccess) return;
  const role = personOf(req)?.role;
  if (role !== "administrator" && role !== "editor") throw new Forbidden(req.t);
};
