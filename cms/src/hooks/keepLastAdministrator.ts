/** Somebody must always be able to manage people: the last administrator is neither demoted nor deleted. */
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from "payload";

const SENTENCE = "This is the last administrator. Make somebody else an administrator first.";

export const keepLastAdministrator: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const demotes =
    operation === "update" &&
    originalDoc?.role === "administrator" &&
    data.role !== undefined &&
    data.role !== "administrator";
  if (demotes && (await isLast(originalDoc.id, req))) throw new APIError(SENTENCE, 400, undefined, true);
  return data;
};

export const keepLastAdministratorOnDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = await req.payload.findByID({ collection: "users", id, depth: 0, overrideAccess: true, req });
  if ((user as { role?: string }).role === "administrator" && (await isLast(id, req)))
    throw new APIError(SENTENCE, 400, undefined, true);
};

async function isLast(id: string | number, req: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: "users",
    where: { and: [{ role: { equals: "administrator" } }, { id: { not_equals: id } }] },
    overrideAccess: true,
    req,
  });
  return totalDocs === 0;
}
