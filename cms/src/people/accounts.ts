/** The accounts that an operation is about, as they are before it. */
import type { DataFromCollectionSlug, PayloadRequest, Where } from "payload";

export type Account = DataFromCollectionSlug<"users">;

/**
 * Those that an update may change, one by its id or many by a query, whatever its limit. Others are not looked at: nothing
 * is said of them.
 */
export async function accountsToUpdate(args: unknown, req: PayloadRequest): Promise<Account[]> {
  const { id, where = byId(id), overrideAccess = true } = args as UpdateArgs;
  if (!where) return [];
  const { docs } = await req.payload.find({
    collection: "users",
    where,
    pagination: false,
    depth: 0,
    overrideAccess,
    user: req.user,
    showHiddenFields: true,
    req,
  });
  return docs;
}

type UpdateArgs = { id?: unknown; where?: Where; overrideAccess?: boolean };

const byId = (id: unknown): Where | undefined =>
  typeof id === "string" || typeof id === "number" ? { id: { equals: id } } : undefined;

/** An address as it is saved; anything else stays as it is. */
export function addressOf(email: string): string;
export function addressOf(email: unknown): unknown;
export function addressOf(email: unknown): unknown {
  return typeof email === "string" ? email.trim().toLowerCase() : email;
}
