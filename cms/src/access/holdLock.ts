/** Who has a document open: the lock that a form asks for while somebody types, for those who may edit the document. */
import { handleFormStateLocking } from "@payloadcms/ui/utilities/handleFormStateLocking";
import type { PayloadRequest } from "payload";
import { z } from "zod";
import { mayEdit, type Target } from "./mayEdit.ts";

/** What Payload's forms send. */
const LOCK = z.object({
  returnLockStatus: z.literal(true),
  collectionSlug: z.string().optional(),
  id: z.string().optional(),
  globalSlug: z.string().optional(),
  updateLastEdited: z.boolean().optional(),
});

type Lock = Awaited<ReturnType<typeof handleFormStateLocking>>;

/** Makes or prolongs the lock that is asked for, and answers who holds it; nothing to those who may not edit. */
export async function holdLock(req: PayloadRequest, asked: unknown): Promise<Lock | undefined> {
  const parsed = LOCK.safeParse(asked);
  const target = parsed.success ? targetOf(parsed.data) : undefined;
  if (!target || !(await mayEdit(req, target))) return undefined;
  const updateLastEdited = parsed.data?.updateLastEdited ?? false;
  return handleFormStateLocking(
    "global" in target
      ? { globalSlug: target.global, req, updateLastEdited }
      : { collectionSlug: target.collection, id: target.id, req, updateLastEdited },
  );
}

function targetOf({ collectionSlug, globalSlug, id }: z.infer<typeof LOCK>): Target | undefined {
  if (collectionSlug !== undefined) return id === undefined ? undefined : { collection: collectionSlug, id };
  return globalSlug === undefined ? undefined : { global: globalSlug };
}
