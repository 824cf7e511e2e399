/** A bulk operation changes all its documents or none. Both hooks are needed. */
import { APIError, type CollectionAfterOperationHook, type CollectionBeforeOperationHook } from "payload";
import { allowNoOtherTransaction, allowOtherTransactions, TAKEN_BACK } from "../database/transactions.ts";

type BulkResult = { errors?: { id: string | number; isPublic?: boolean; message: string }[] };

export const beginBulk: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if ((operation === "update" || operation === "delete") && "where" in args && args.where)
    await allowNoOtherTransaction(req);
};

/** Runs before the commit: throwing rolls back what the other documents changed. */
export const allOrNothing: CollectionAfterOperationHook = ({ args, operation, req, result }) => {
  if (operation !== "update" && operation !== "delete") return result;
  if (!("where" in args && args.where)) return result;
  const errors = (result as BulkResult).errors ?? [];
  if (errors.length > 0) throw new APIError(sentenceFor(errors, req.payload), 400, undefined, true);
  allowOtherTransactions(req);
  return result;
};

/** What the public errors say. The others follow from them: the database refuses every write after the first error. */
function sentenceFor(
  errors: NonNullable<BulkResult["errors"]>,
  { logger }: Parameters<CollectionAfterOperationHook>[0]["req"]["payload"],
): string {
  const reasons = new Set(errors.filter((error) => error.isPublic).map((error) => error.message));
  reasons.delete(TAKEN_BACK);
  if (reasons.size > 0)
    return `Nothing was changed, because not every document could be: ${[...reasons].join(" ")}`;
  logger.error({ errors, msg: "A bulk operation was taken back." });
  return TAKEN_BACK;
}
