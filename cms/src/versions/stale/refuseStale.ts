/**
 * A save that started from another version than the newest is refused, with both texts: it would overwrite what somebody
 * else, or the same person in another window, has saved in the meantime.
 *
 * The version is the `updatedAt` that was read: the admin's forms name it in `If-Match`, other clients there or as
 * `updatedAt` in what they send. Who names none is not asked. `docs/decisions/0015-stale-saves-are-refused.md` says why.
 */
import {
  APIError,
  type CollectionBeforeValidateHook,
  type FlattenedField,
  type GlobalBeforeValidateHook,
  type PayloadRequest,
} from "payload";
import type { Data } from "../../documents/fields.ts";
import { isCollection, valuesOf } from "../../documents/payload.ts";
import { isVersionOf, NEVER_SAVED, versionNamed } from "../../documents/startedFrom.ts";
import { differencesBetween, relationsIn, type Titles } from "./differences.ts";

const SENTENCE =
  "Your change was not saved, because somebody else saved this after you had opened it, or you did in another window. Your words are still here. Compare both texts, then save yours over the other one, or go on with what was saved.";

/** Comes before everything else that looks at what was sent: the sentence about the version matters most. */
export const refuseStale: CollectionBeforeValidateHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== "update" || !data || !originalDoc || req.context.isRestoringVersion) return data;
  const isAsked = isRoute(req, { collection: collection.slug, id: originalDoc.id });
  await refuseUnlessNewest(req, collection.flattenedFields, { data, saved: originalDoc, isAsked });
  return data;
};

/** The same for what there is once, such as the settings. */
export const refuseStaleGlobal: GlobalBeforeValidateHook = async ({ data, global, originalDoc, req }) => {
  if (!data || req.context.isRestoringVersion) return data;
  const isAsked = isRoute(req, { global: global.slug });
  await refuseUnlessNewest(req, global.flattenedFields, { data, saved: originalDoc ?? {}, isAsked });
  return data;
};

type Save = {
  data: Data;
  /** The newest version. */
  saved: Data;
  /** Whether the request is about this document, and not one that is changed along with it. */
  isAsked: boolean;
};

async function refuseUnlessNewest(
  req: PayloadRequest,
  fields: FlattenedField[],
  { data, saved, isAsked }: Save,
): Promise<void> {
  const named = isAsked ? versionNamed(req.headers) : undefined;
  const version = named ?? data.updatedAt;
  if (version === undefined || version === null || isVersionOf(saved.updatedAt, version)) return;
  const titles = await titlesOf(req, relationsIn(fields, data, saved));
  throw new APIError(
    SENTENCE,
    409,
    {
      updatedAt: saved.updatedAt ?? NEVER_SAVED,
      differences: differencesBetween(fields, data, saved, titles),
    },
    true,
  );
}

const isRoute = ({ routeParams }: PayloadRequest, target: Record<string, unknown>): boolean =>
  Object.entries(target).every(([name, value]) => String(routeParams?.[name]) === String(value));

/**
 * What each of `keys` is called, in the language of the request; nobody learns the title of what they may not read.
 * Read past the transaction of the save, which ends here, and where a database allows one question at a time.
 */
async function titlesOf(
  { payload, user, locale }: PayloadRequest,
  keys: ReadonlySet<string>,
): Promise<Titles> {
  const titles = new Map<string, string>();
  for (const key of keys) {
    const [slug = "", id = ""] = key.split("/");
    if (!isCollection(payload, slug)) continue;
    const doc = await payload.findByID({
      collection: slug,
      id,
      depth: 0,
      draft: true,
      trash: true,
      disableErrors: true,
      overrideAccess: false,
      user,
      ...(locale ? { locale } : {}),
    });
    const title = doc && valuesOf(doc)[payload.collections[slug].config.admin.useAsTitle || "id"];
    if (typeof title === "string") titles.set(key, title);
  }
  return titles;
}
