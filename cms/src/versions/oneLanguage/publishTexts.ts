/**
 * The hooks of "one language at a time" (see `plugin.ts`) for another language than the default one: it brings its texts,
 * in the rows that are public already; everything else that was sent or drafted stays in the draft.
 */
import { type CollectionAfterChangeHook, type CollectionBeforeChangeHook, ValidationError } from "payload";
import { localeLabel } from "../../config/localization.ts";
import type { Data } from "../../documents/fields.ts";
import { withTextsFrom } from "../../documents/mergeLocale.ts";
import { nestedRequest } from "../../documents/nestedRequest.ts";
import { uncheckedData, valuesOf } from "../../documents/payload.ts";
import { haveSameContent } from "../../documents/sameContent.ts";
import { missingTexts } from "./missingTexts.ts";
import { publishedLocaleOf } from "./publishedLocale.ts";

/**
 * Saves everything as a draft, and goes on with what will be public: that is what Payload then validates.
 * Comes after `requireDefaultLocale`: the document is public.
 *
 * The draft is an update inside the update, because only Payload's own steps make it what an editor's save would make
 * it: field hooks, ids of new rows, the autosaved version that the form has been saving to.
 */
export const publishTextsAlone: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { localization } = req.payload.config;
  if (!localization || operation !== "update" || data._status !== "published" || data.deletedAt) return data;
  const { id } = originalDoc;
  const locale = publishedLocaleOf(req, { collection: collection.slug, id });
  if (!locale || locale === localization.defaultLocale) return data;

  const common = {
    collection: collection.slug,
    id,
    locale,
    fallbackLocale: false,
    depth: 0,
    trash: true,
    overrideAccess: true,
    showHiddenFields: true,
  } as const;
  const draft = await req.payload.update({
    ...common,
    data: uncheckedData({ ...structuredClone(changesIn(data, originalDoc)), _status: "draft" }),
    draft: true,
    // Into the draft that the form has been saving to, if there is one.
    autosave: true,
    overrideLock: true,
    req: nestedRequest(req),
  });
  const live = await req.payload.findByID({
    ...common,
    draft: false,
    req: nestedRequest(req),
  });

  const fields = collection.flattenedFields;
  const drafted = valuesOf(draft);
  const shown = withTextsFrom(fields, valuesOf(live), drafted, (text) => text);
  const language = localeLabel(locale);
  const errors = missingTexts(fields, shown, drafted).map(({ label, path = "" }) => ({
    label,
    path: path || "_status",
    message: path
      ? `“${label}” is not written in ${language} yet. Fill it in; then publish.`
      : `Readers still see a row that this draft no longer has, and its “${label}” is not written in ${language}. Publish ${localeLabel(localization.defaultLocale)} first, which takes the row away; then publish ${language}.`,
  }));
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
  return shown;
};

/**
 * The fields of `data` that are not as in `before`. What was not sent, Payload has filled in already: for many documents
 * at once from what is public, which would overwrite the draft.
 */
const changesIn = (data: Data, before: Data): Data =>
  Object.fromEntries(
    Object.entries(data).filter(([name, value]) => !haveSameContent({ value }, { value: before[name] })),
  );

/** Answers a publish of one language with the draft that is left: the form would overwrite it with what is public. */
export const answerWithDraft: CollectionAfterChangeHook = async ({
  collection,
  data,
  doc,
  operation,
  req,
}) => {
  const locale = publishedLocaleOf(req, { collection: collection.slug, id: doc.id });
  if (operation !== "update" || data._status !== "published" || !locale) return doc;
  const latest = await req.payload.findByID({
    collection: collection.slug,
    id: doc.id,
    draft: true,
    locale,
    fallbackLocale: false,
    depth: 0,
    overrideAccess: true,
    req: nestedRequest(req),
  });
  return valuesOf(latest)._status === "draft" ? latest : doc;
};
