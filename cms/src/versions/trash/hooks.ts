/**
 * The hook half of the trash: a document moves into it and out of it unchanged, so that nothing becomes public on the way
 * and no draft is lost. `adapter.ts` decides what is written.
 */
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type SanitizedCollectionConfig,
} from "payload";
import { isDraftWrite } from "../../documents/draftWrite.ts";
import type { Data } from "../../documents/fields.ts";
import { nestedRequest } from "../../documents/nestedRequest.ts";
import { valuesOf } from "../../documents/payload.ts";
import { publishedLocaleOf } from "../oneLanguage/publishedLocale.ts";

type UpdateArgs = { id?: string | number; data?: Data; draft?: boolean; trash?: boolean };

/** Refuses other changes together with a move into the trash or out of it. */
export const moveUnchanged: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const { id, data, draft, trash } = args as UpdateArgs;
  if (operation !== "update" || !data || !("deletedAt" in data)) return args;
  const { deletedAt, ...others } = data;
  if (deletedAt) {
    refuseOtherChanges(others);
    // Never as a draft: the document would seem to be deleted and still be public.
    return { ...args, draft: false, data: { deletedAt } };
  }
  // Autosave sends an empty `deletedAt`; but saving a draft does not restore a document from the trash.
  if (isDraftWrite({ draft, data })) return { ...args, data: others };
  if (!trash) return args;
  const live = id === undefined ? undefined : await publicRow(collection, id, req);
  if (id !== undefined && !live?.deletedAt) return args;
  refuseOtherChanges(others);
  // Payload would fill in the newest version's status, which is not the public row's.
  return live && !data._status ? { ...args, data: { ...data, _status: live._status } } : args;
};

/** A document that is restored from the trash as published gets what was public before. */
export const restoreAsPublic: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== "update" || !originalDoc.deletedAt || data._status !== "published") return data;
  if (data.deletedAt) {
    if (originalDoc._status === "published") return data;
    throw refusal("Nothing was published: this lies in the trash. Take it back first, then publish it.");
  }
  const { id } = originalDoc;
  if (publishedLocaleOf(req, { collection: collection.slug, id }))
    throw refusal("This comes back from the trash in all its languages. Take it back, then publish one.");
  const live = await publicRow(collection, id, req);
  if (live?._status !== "published")
    throw refusal(
      "This was not public before it went to the trash. Take it back as a draft, look at it, then publish it.",
    );
  return { ...live, deletedAt: null };
};

function refuseOtherChanges({ _status, ...others }: Data): void {
  if (Object.keys(others).length === 0) return;
  throw refusal(
    "Nothing was changed: a document goes into the trash, and out of it, as it is. Save other changes on their own.",
  );
}

async function publicRow(
  { slug }: SanitizedCollectionConfig,
  id: string | number,
  req: Parameters<CollectionBeforeChangeHook>[0]["req"],
): Promise<Data | null> {
  const row = await req.payload.findByID({
    collection: slug,
    id,
    draft: false,
    ...(req.locale ? { locale: req.locale } : {}),
    fallbackLocale: false,
    depth: 0,
    trash: true,
    overrideAccess: true,
    showHiddenFields: true,
    disableErrors: true,
    req: nestedRequest(req),
  });
  return row && valuesOf(row);
}

const refusal = (sentence: string) => new APIError(sentence, 400, undefined, true);
