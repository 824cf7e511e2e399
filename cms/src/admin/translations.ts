/** Payload's own words, replaced where they would confuse an editor: status is told the same way everywhere. */
import { STANDING_WORDS } from "./status.ts";

export const adminTranslations = {
  en: {
    version: {
      published: STANDING_WORDS.public,
      changed: STANDING_WORDS.changed,
      draftHasPublishedVersion: STANDING_WORDS.changed,
      draft: STANDING_WORDS.draft,
      previouslyPublished: `${STANDING_WORDS.trash} (was public)`,
      previouslyDraft: `${STANDING_WORDS.trash} (was a draft)`,
    },
    general: {
      noResultsFound: "Nothing found",
      noResultsDescription: "Nothing is here yet, or nothing matches what you searched for.",
    },
  },
  es: {
    version: {
      published: "Público",
      changed: "Público, con cambios sin publicar",
      draftHasPublishedVersion: "Público, con cambios sin publicar",
      draft: "Borrador",
      previouslyPublished: "En la papelera (era público)",
      previouslyDraft: "En la papelera (era un borrador)",
    },
  },
};
