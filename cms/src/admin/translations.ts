/** Payload's own words, replaced where they would confuse an editor: status reads the same everywhere. */
import { STANDING_WORDS } from "./status.ts";

export const adminTranslations = {
  en: {
    authentication: {
      emailSent: "Look at your e-mail",
      checkYourEmailForPasswordReset:
        "If there is an account with this address, and this server sends e-mail, a letter with a link to a new password is on its way. If none comes, ask whoever runs the server for a link: npm run admin-link prints one.",
    },
    error: {
      correctInvalidFields: "Some fields need a change first. What is wrong is written below each.",
    },
    version: {
      published: STANDING_WORDS.public,
      changed: STANDING_WORDS.changed,
      draftHasPublishedVersion: STANDING_WORDS.changed,
      draft: STANDING_WORDS.draft,
      // In the list of versions: what each one is, or was.
      currentlyPublished: "Public now",
      currentDraft: "The draft now",
      previouslyPublished: "Was public",
      previouslyDraft: "Was a draft",
      publishing: "Publishing …",
      aboutToUnpublish:
        "Readers no longer see it, in any language, on any site. The text stays here as a draft.",
      confirmUnpublish: "Unpublish it?",
      // Payload says the same of every collection, and the last of these of the settings too.
      aboutToRestore:
        "The text of {{versionDate}} comes back. A clinic’s is on all sites at once; any other becomes the draft, which readers see when you publish it. The text that stands there now is kept in the list of versions.",
      aboutToRestoreGlobal:
        "The settings of {{versionDate}} come back, on all sites at once. What they say now is kept in the list of versions.",
      confirmVersionRestoration: "Restore this version?",
      restoredSuccessfully:
        "Restored. A clinic’s text and the settings are on all sites now; any other text is a draft, which readers see when you publish it.",
    },
    localization: {
      copyToLocale: "Copy this text to another language",
    },
    general: {
      locale: "Language",
      locales: "Languages",
      updatedAt: "Last change",
      lastModified: "Last change",
      payloadSettings: "This browser",
      noResultsFound: "Nothing found",
      noResultsDescription: "Nothing is here yet, or nothing matches what you searched for.",
      untitled: "Without a title",
    },
  },
};
