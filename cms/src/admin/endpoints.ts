/**
 * What the admin's own panels ask, below the API's path; for people who are logged in. The page of the one-time link,
 * which is for people who are not, is in firstAdministrator/.
 *   GET  /where-used/:collection/:id   200 the topics that an item stands on
 *   GET  /topic-items/:id              200 the items of a topic that readers do not get as written, or not at all
 *   GET  /snippet/:collection/:id      200 what the lines for a website are made of; of topics and clinics
 *   GET  /link-targets                 200 { targets }: where a link in a text may lead; people who write
 *   GET  /languages/:collection/:id    200 how each language of an item stands; people who write
 *   GET  /same-paper/:id               200 the other records of the paper that a study records
 *   POST /merge-studies/:id/:into      200 { changed }: all that named the one study names the other; administrators and editors
 *   POST /discard-changes/:collection/:id   200 what is public is the newest version again; administrators and editors
 *   POST /remove-if-empty/:collection/:id   200 { removed }: a new draft is taken away unless something was written in it
 *   POST /remove-demo-content          200 { message }; administrators only
 */
import { LIST_KINDS } from "@clinic-widgets/shared";
import type { Endpoint, PayloadRequest } from "payload";
import { personOf, type Role } from "../access/roles.ts";
import { isId } from "../documents/ids.ts";
import { firstAdministratorEndpoints } from "../people/firstAdministrator/endpoints.ts";
import { removeDemoContent } from "../seed/remove.ts";
import { CONTENT, type ContentSlug } from "./documents.ts";
import { discardChanges } from "./edit/discardChanges.ts";
import { removeIfEmpty, removeOldEmpty } from "./edit/emptyDraft.ts";
import { findLanguages } from "./edit/languages.ts";
import { findLinkTargets } from "./fields/linkTargets.ts";
import { mergeStudies } from "./samePaper/mergeStudies.ts";
import { findOtherRecords } from "./samePaper/otherRecords.ts";
import { findSnippet } from "./snippet/findSnippet.ts";
import { findTopicItems, findWhereUsed } from "./usage/usage.ts";

const refuse = (status: number, message: string): Response =>
  Response.json({ errors: [{ message }] }, { status });

/** Answers only people who are logged in; everybody else learns nothing. */
const forUsers =
  (handler: (req: PayloadRequest) => Promise<Response>): Endpoint["handler"] =>
  (req) =>
    req.user ? handler(req) : refuse(401, "You are not logged in. Log in and try again.");

/** Answers people of `roles` about one item of content; everybody else gets `sentence`. */
const forItems = (
  roles: readonly Role[],
  sentence: string,
  handler: (req: PayloadRequest, collection: ContentSlug, id: string) => Promise<unknown>,
): Endpoint["handler"] =>
  forUsers(async (req) => {
    const { collection, id } = req.routeParams as { collection: string; id: string };
    const role = personOf(req)?.role;
    if (!role || !roles.includes(role)) return refuse(403, sentence);
    const content = CONTENT.find((each) => each === collection);
    if (!content) return refuse(404, `There are no drafts of ${collection}.`);
    return Response.json(await handler(req, content, id));
  });

const discard = forItems(
  ["administrator", "editor"],
  "Only editors and administrators can discard changes.",
  async (req, collection, id) => {
    await discardChanges(req, collection, id);
    return {};
  },
);

const removeEmpty = forItems(
  ["administrator", "editor", "author"],
  "Only those who write content can take a draft away.",
  async (req, collection, id) => {
    const removed = await removeIfEmpty(req, collection, id);
    await removeOldEmpty(req, collection, new Date());
    return { removed };
  },
);

const languages = forItems(
  ["administrator", "editor", "author"],
  "Only those who write content see how its languages stand.",
  findLanguages,
);

const whereUsed = forUsers(async (req) => {
  const { collection, id } = req.routeParams as { collection: string; id: string };
  const kind = LIST_KINDS.find((each) => each === collection);
  if (!kind) return refuse(404, `Items of ${collection} do not stand on topics.`);
  return Response.json(await findWhereUsed(req, kind, id));
});

const topicItems = forUsers(async (req) =>
  Response.json(await findTopicItems(req, (req.routeParams as { id: string }).id)),
);

const snippet = forUsers(async (req) => {
  const { collection, id } = req.routeParams as { collection: string; id: string };
  if (collection !== "topics" && collection !== "clinics")
    return refuse(404, `There are no lines to paste for ${collection}.`);
  return Response.json(await findSnippet(req, collection, id));
});

const linkTargets = forUsers(async (req) =>
  personOf(req)?.role === "clinic-manager"
    ? refuse(403, "Only those who write content choose where its links lead.")
    : Response.json({ targets: await findLinkTargets(req) }),
);

const samePaper = forUsers(async (req) =>
  Response.json(await findOtherRecords(req, (req.routeParams as { id: string }).id)),
);

const merge = forUsers(async (req) => {
  const role = personOf(req)?.role;
  if (role !== "administrator" && role !== "editor")
    return refuse(403, "Only editors and administrators can merge two records.");
  const { id, into } = req.routeParams as { id: string; into: string };
  if (![id, into].every((each) => isId(each, req.payload)))
    return refuse(404, "There is no such study. Open it from the list, and try again.");
  return Response.json(await mergeStudies(req, { from: id, into }, new Date()));
});

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
  { method: "get", path: "/languages/:collection/:id", handler: languages },
  { method: "get", path: "/snippet/:collection/:id", handler: snippet },
  { method: "get", path: "/link-targets", handler: linkTargets },
  { method: "get", path: "/same-paper/:id", handler: samePaper },
  { method: "post", path: "/merge-studies/:id/:into", handler: merge },
  { method: "post", path: "/discard-changes/:collection/:id", handler: discard },
  { method: "post", path: "/remove-if-empty/:collection/:id", handler: removeEmpty },
  { method: "post", path: "/remove-demo-content", handler: removeDemo },
];
