/**
 * One language at a time: publishing one language of a document leaves what is public in its other languages as it is,
 * and what all languages share goes out with the default one. `docs/decisions/0010-one-language-at-a-time.md` says why.
 *
 * The parts, in the order in which a publish comes to them:
 * - this plugin notes which language is published alone, and `publishedLocale.ts` is the note;
 * - `requireDefaultLocale.ts`, a hook, refuses another language while the default one is not public or not complete;
 * - `publishTexts.ts`, two hooks for another language than the default one, saves what was sent as a draft, lets
 *   Payload go on with the texts that will be public (`missingTexts.ts` finds those that are not written yet), and
 *   answers with the draft;
 * - `adapter.ts`, around the database adapter, writes the public row by the rules of `documents/mergeLocale.ts`, and
 *   the draft that is left as a version.
 */
import type { CollectionBeforeOperationHook, Config } from "payload";
import { notePublishedLocale } from "./publishedLocale.ts";

/** Notes the language of every update, so that a note never outlives its own operation. */
const noteLanguage: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== "update") return;
  const { id, publishSpecificLocale } = args as { id?: string | number; publishSpecificLocale?: string };
  notePublishedLocale(req, { collection: collection.slug, id }, publishSpecificLocale);
  // Payload does so itself for one document, not for many.
  if (publishSpecificLocale) req.locale = publishSpecificLocale;
};

/** Plugin: adds the note to every collection with drafts. The hooks are added by `collections/content.ts`, in their order. */
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
