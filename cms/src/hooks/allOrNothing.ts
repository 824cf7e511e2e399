/** A bulk operation in which one document fails changes none: this runs before the commit, and throwing rolls back. */
import { APIError, type CollectionAfterOperationHook } from "payload";

type BulkResult = { errors?: { id: string | number; message: string }[] };

export const allOrNothing: CollectionAfterOperationHook = ({ operation, result }) => {
  if (operation !== "update" && operation !== "delete") return result;
  const errors = (result as BulkResult).errors ?? [];
  if (errors.length === 0) return result;
  throw new APIError(
    `Nothing was changed, because ${errors.length === 1 ? "one document" : `${errors.length} documents`} could not be: ${errors.map((error) => error.message).join(" ")}`,
    400,
    undefined,
    true,
  );
};
