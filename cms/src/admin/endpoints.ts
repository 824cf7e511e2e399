/**
 * What the admin's own panels ask, below the API's path; for people who are logged in. The page of the one-time link,
 * which is for people who are not, is in firstAdministrator/.
 *   GET  /where-used/:collection/:id   200 the topics that an item stands on
 *   GET  /topic-items/:id              200 the items of a topic that readers do not get as written
 *   POST /remove-demo-content          200 { message }; administrators only
 */
import { LIST_KINDS, type ListKind } from "@clinic-widgets/shared";
import type { Endpoint, PayloadRequest } from "payload";
import { personOf } from "../access/roles.ts";
import { removeDemoContent } from "../seed/index.ts";
import { firstAdministratorEndpoints } from "./firstAdministrator/endpoints.ts";
import { findTopicItems, findWhereUsed } from "./usage/usage.ts";

const refuse = (status: number, message: string): Response =>
  Response.json({ errors: [{ message }] }, { status });

/** Answers only people who are logged in; everybody else learns nothing. */
const forUsers =
  (handler: (req: PayloadRequest) => Promise<Response>): Endpoint["handler"] =>
  (req) =>
    req.user ? handler(req) : refuse(401, "You are not logged in. Log in and try again.");

const whereUsed = forUsers(async (req) => {
  const { collection, id } = req.routeParams as { collection: string; id: string };
  if (!LIST_KINDS.includes(collection as ListKind))
    return refuse(404, `Items of ${collection} do not stand on topics.`);
  return Response.json(await findWhereUsed(req, collection as ListKind, id));
});

const topicItems = forUsers(async (req) =>
  Response.json(await findTopicItems(req, (req.routeParams as { id: string }).id)),
);

const removeDemo = forUsers(async (req) => {
  if (personOf(req)?.role !== "administrator")
    return refuse(403, "Only administrators can remove the demo content.");
  const { removed, kept } = await removeDemoContent(req);
  return Response.json({
    message: `${removed === 1 ? "1 document was" : `${removed} documents were`} removed.${kept > 0 ? ` ${kept} stayed, because somebody edited them or something still needs them.` : ""}`,
  });
});

/** Everything that the admin asks the server, as Payload's root endpoints. */
export const adminEndpoints: Endpoint[] = [
  ...firstAdministratorEndpoints,
  { method: "get", path: "/where-used/:collection/:id", handler: whereUsed },
  { method: "get", path: "/topic-items/:id", handler: topicItems },
  { method: "post", path: "/remove-demo-content", handler: removeDemo },
];
