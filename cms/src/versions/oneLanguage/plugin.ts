/** Lets the database know which language is being published, when it is one alone. */
import type { CollectionBeforeOperationHook, Config } from "payload";
import { notePublishedLocale } from "./adapter.ts";

/** Notes the language of every update, so that a note never outlives its own operation. */
const noteLanguage: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== "update") return;
  const { id, publishSpecificLocale } = args as { id?: string | number; publishSpecificLocale?: string };
  notePublishedLocale(req, { collection: collection.slug, id }, publishSpecificLocale);
  // Payload does so itself for one document, not for many.
  if (publishSpecificLocale) req.locale = publishSpecificLocale as "en";
};

/** Plugin: publishing one language of a document with drafts leaves its other languages as they are public. */
export const publishOneLanguage = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) =>
    typeof collection.versions === "object" && collection.versions.drafts
      ? {
          ...collection,
          hooks: {
            ...collection.hooks,
            beforeOperation: [...(collection.hooks?.beforeOperation ?? []), noteLanguage],
          },
        }
      : collection,
  ),
});
