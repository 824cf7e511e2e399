/** The part above every form that this window has open. */
import type { Config } from "payload";

const OPEN_FORM = "/src/admin/edit/OpenForm#OpenForm";

/** Plugin: puts `OpenForm` above the forms of all collections and globals. */
export const followOpenForms = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    admin: {
      ...collection.admin,
      components: {
        ...collection.admin?.components,
        edit: {
          ...collection.admin?.components?.edit,
          beforeDocumentControls: [
            ...(collection.admin?.components?.edit?.beforeDocumentControls ?? []),
            OPEN_FORM,
          ],
        },
      },
    },
  })),
  globals: config.globals?.map((global) => ({
    ...global,
    admin: {
      ...global.admin,
      components: {
        ...global.admin?.components,
        elements: {
          ...global.admin?.components?.elements,
          beforeDocumentControls: [
            ...(global.admin?.components?.elements?.beforeDocumentControls ?? []),
            OPEN_FORM,
          ],
        },
      },
    },
  })),
});
