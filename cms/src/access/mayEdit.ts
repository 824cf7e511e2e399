/** Whether somebody may edit one document, by the access function of its collection or global. */
import type { AccessResult, PayloadRequest } from "payload";
import { isCollection } from "../documents/payload.ts";

/** A document of a collection, or what there is once, such as the settings. */
export type Target = { collection: string; id: string } | { global: string };

/** Whether whoever makes the request may edit `target`, which must be there, and not in the trash. */
export async function mayEdit(req: PayloadRequest, target: Target): Promise<boolean> {
  const { payload, user } = req;
  if (!user) return false;
  if ("global" in target) {
    const config = payload.config.globals.find(({ slug }) => slug === target.global);
    return config !== undefined && (await config.access.update({ req })) === true;
  }
  const { collection, id } = target;
  if (!isCollection(payload, collection)) return false;
  const answer: AccessResult = await payload.collections[collection].config.access.update({ req, id });
  if (answer === false) return false;
  const { totalDocs } = await payload.count({
    collection,
    where: { and: [{ id: { equals: id } }, ...(answer === true ? [] : [answer])] },
    overrideAccess: true,
  });
  return totalDocs === 1;
}
