/** Payload saves a draft as soon as somebody opens "Create new". The ones that nobody wrote in are taken away again. */
import type { FlattenedField, PayloadRequest } from "payload";
import { isGroup } from "../../documents/containers.ts";
import { type Data, visit } from "../../documents/fields.ts";
import { isBlank } from "../../documents/texts.ts";
import { type ContentSlug, configOf, findDocs } from "../documents.ts";

/** Whether `doc`, in all its languages, says no more than what `fields` begin with. */
export function isUntouched(fields: FlattenedField[], doc: Data): boolean {
  let isTouched = false;
  visit(fields, doc, ({ field, value }, inside) => {
    if (BOOKKEEPING.has(field.name) || isBlank(value)) return;
    if (isGroup(field)) inside();
    else if (!isStart(field, value)) isTouched = true;
  });
  return !isTouched;
}

/** Whether a new document begins with `value` in this field. */
function isStart(field: FlattenedField, value: unknown): boolean {
  if ("defaultValue" in field && value === field.defaultValue) return true;
  const startsWith: unknown = field.custom?.isStart;
  return typeof startsWith === "function" && startsWith(value) === true;
}

const BOOKKEEPING = new Set(["id", "_status", "createdAt", "updatedAt"]);

/** Deletes the draft `id` if nothing was ever written in it; says whether it did. Anything else stays as it is. */
export async function removeIfEmpty(
  req: PayloadRequest,
  collection: ContentSlug,
  id: string,
): Promise<boolean> {
  const find = {
    collection,
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    locale: "all",
  };
  const [live, latest] = [
    await req.payload.findByID({ ...find, draft: false }),
    await req.payload.findByID({ ...find, draft: true }),
  ];
  if (live?._status !== "draft" || latest?._status !== "draft") return false;
  const { flattenedFields } = configOf(req, collection);
  if (![live, latest].every((doc) => isUntouched(flattenedFields, { ...doc }))) return false;
  const { totalDocs: versions } = await req.payload.countVersions({
    collection,
    where: { parent: { equals: id } },
    overrideAccess: true,
  });
  // More than one: something was written, and taken out again. Its versions may be wanted.
  if (versions > 1) return false;
  await req.payload.delete({ collection, id, overrideAccess: true });
  return true;
}

/** By then every login has ended that could still show the empty form. */
const OLD_MS = 24 * 3600_000;
/** So that nobody waits for it. */
const SWEPT_AT_ONCE = 20;

/** Deletes empty drafts that were left behind long before `now`, such as by closing the browser. */
export async function removeOldEmpty(req: PayloadRequest, collection: ContentSlug, now: Date): Promise<void> {
  const before = new Date(now.getTime() - OLD_MS).toISOString();
  const { docs } = await findDocs(req, collection, {
    where: {
      and: [
        { _status: { equals: "draft" } },
        { updatedAt: { less_than: before } },
        { slug: { exists: false } },
      ],
    },
    select: ["_status"],
    draft: true,
    limit: SWEPT_AT_ONCE,
    sort: "updatedAt",
  });
  for (const { id } of docs) await removeIfEmpty(req, collection, String(id));
}
