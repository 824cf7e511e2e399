/** No language is published while the default one is not: readers fall back to it, and links are named in it. */
import {
  type CollectionBeforeChangeHook,
  type FlattenedField,
  isolateObjectProperty,
  ValidationError,
} from "payload";
import { hasText } from "../fields/richText.ts";
import { localeLabel } from "../localization.ts";

type Data = Record<string, unknown>;

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
  const onlyThisLocale = Boolean(req.query?.publishSpecificLocale);
  // Isolated, because asking in another language would change the language of the very request that is being saved.
  const inDefault =
    operation === "create"
      ? undefined
      : ((await req.payload.findByID({
          collection: collection.slug as "faqs",
          id: originalDoc.id,
          draft: !onlyThisLocale,
          locale: defaultLocale as "en",
          depth: 0,
          overrideAccess: true,
          disableErrors: true,
          trash: true,
          req: isolateObjectProperty(req, ["locale", "fallbackLocale"]),
        })) as unknown as Data | null);
  const isPublic = inDefault?._status === "published";
  if (onlyThisLocale && !isPublic) {
    throw refusal(
      `${language} has not been published yet. Switch to ${language}, complete it and publish it; then publish ${localeLabel(req.locale)}.`,
    );
  }
  const missing = inDefault ? missingTexts(collection.flattenedFields, inDefault) : ["the text"];
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

/** The labels of the localized fields that must have a text and have none. */
export function missingTexts(fields: FlattenedField[], data: Data): string[] {
  return fields.flatMap((field): string[] => {
    const value = data[field.name];
    if ("localized" in field && field.localized)
      return "required" in field && field.required && isEmpty(value)
        ? [String(field.label ?? field.name)]
        : [];
    if (field.type === "array" && Array.isArray(value))
      return value.flatMap((row) => missingTexts(field.flattenedFields, row as Data));
    if (field.type === "blocks" && Array.isArray(value))
      return value.flatMap((row: Data) =>
        missingTexts(field.blocks.find((block) => block.slug === row.blockType)?.flattenedFields ?? [], row),
      );
    if ((field.type === "group" || field.type === "tab") && typeof value === "object" && value)
      return missingTexts(field.flattenedFields, value as Data);
    return [];
  });
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && "root" in value
    ? !hasText((value as { root: Parameters<typeof hasText>[0] }).root)
    : false;
}
