/** Somebody must always be able to manage people: no change, of one person or of many, leaves no administrator. */
import { APIError, type CollectionAfterOperationHook, type PayloadRequest } from "payload";

/** Runs before the commit, so that throwing takes the whole change back. */
export const keepLastAdministrator: CollectionAfterOperationHook = async ({
  args,
  operation,
  req,
  result,
}) => {
  if (mayRemoveAdministrators(operation, args)) await holdAnAdministrator(req);
  return result;
};

function mayRemoveAdministrators(operation: string, args: unknown): boolean {
  if (operation === "delete" || operation === "deleteByID") return true;
  const role = (args as { data?: { role?: unknown } }).data?.role;
  return (
    (operation === "update" || operation === "updateByID") && role !== undefined && role !== "administrator"
  );
}

/**
 * Writes the first administrator that is left. Of two changes at once, each of which sees the other's administrator as
 * the one that stays, the second thus meets a write conflict on MongoDB, is repeated, and sees what is true.
 */
async function holdAnAdministrator(req: PayloadRequest): Promise<void> {
  const { docs } = await req.payload.db.find<{ id: string | number }>({
    collection: "users",
    where: { role: { equals: "administrator" } },
    sort: "id",
    limit: 1,
    pagination: false,
    req,
  });
  const left = docs[0];
  if (!left)
    throw new APIError(
      "Nothing was changed: nobody would be an administrator any more. Make somebody else an administrator first.",
      400,
      undefined,
      true,
    );
  await req.payload.db.updateOne({
    collection: "users",
    id: left.id,
    data: { updatedAt: new Date().toISOString() },
    returning: false,
    req,
  });
}
