/** Payload's own words, replaced where they would confuse an editor: status is told the same way everywhere. */
import { STANDING_WORDS } from "./status.ts";

export const adminTranslations = {
  en: {
    authentication: {
      emailSent: "Look at your e-mail",
      checkYourEmailForPasswordReset:
        "If there is an account with this address, and this server sends e-mail, a letter with a link to a new password is on its way. If none comes, ask whoever runs the server for a link: npm run admin-link prints one.",
    },
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
    authentication: {
      emailSent: "Revise su correo",
      checkYourEmailForPasswordReset:
        "Si hay una cuenta con esta dirección y este servidor envía correo, recibirá una carta con un enlace para elegir una contraseña nueva. Si no llega, pida un enlace a quien administra el servidor: npm run admin-link lo muestra.",
    },
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
