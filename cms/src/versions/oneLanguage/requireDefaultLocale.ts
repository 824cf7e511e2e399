/**
 * The first hook of "one language at a time" (see `plugin.ts`): no language is published while the default one is not
 * public and complete. Readers fall back to it, and links are named in it.
 */
import { type CollectionBeforeChangeHook, ValidationError } from "payload";
import { localeLabel } from "../../config/localization.ts";
import { nestedRequest } from "../../documents/nestedRequest.ts";
import { valuesOf } from "../../documents/payload.ts";
import { missingTexts } from "./missingTexts.ts";
import { publishedLocaleOf } from "./publishedLocale.ts";

export const requireDefaultLocale: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const localization = req.payload.config.localization;
  if (!localization || data._status !== "published" || data.deletedAt) return data;
  const { defaultLocale } = localization;
  // In the default language itself, Payload's own validation says what is missing.
  if (!req.locale || req.locale === defaultLocale || req.locale === "all") return data;
  const language = localeLabel(defaultLocale);
  const onlyThisLocale =
    operation === "update" &&
    publishedLocaleOf(req, { collection: collection.slug, id: originalDoc.id }) !== undefined;
  // Restoring from the trash brings back what was public, not the draft: see `restoreAsPublic`.
  if (operation === "update" && originalDoc.deletedAt && !onlyThisLocale) return data;
  const found =
    operation === "create"
      ? undefined
      : await req.payload.findByID({
          collection: collection.slug,
          id: originalDoc.id,
          draft: !onlyThisLocale,
          locale: defaultLocale,
          depth: 0,
          overrideAccess: true,
          disableErrors: true,
          trash: true,
          req: nestedRequest(req),
        });
  const inDefault = found ? valuesOf(found) : undefined;
  const isPublic = inDefault?._status === "published" && !inDefault.deletedAt;
  if (onlyThisLocale && !isPublic) {
    throw refusal(
      `${language} has not been published yet. Switch to ${language}, complete it and publish it; then publish ${localeLabel(req.locale)}.`,
    );
  }
  const missing = inDefault
    ? missingTexts(collection.flattenedFields, inDefault).map(({ label }) => label)
    : ["the text"];
  if (missing.length > 0)
    throw refusal(
      `The text in ${language} is not complete: ${missing.join(", ")}. Switch to ${language} and fill it in; then publish.`,
    );
  return data;

  function refusal(message: string): ValidationError {
    return new ValidationError(
      { collection: collection.slug, errors: [{ path: "_status", label: "Status", message }], req },
      req.t,
    );
  }
};
