import type { CollectionConfig } from "payload";
import { nobody } from "../access/roles.ts";
import { OUTBOX } from "../database/index.ts";

/** One document says which public document has changed and waits to be published; only the server reads it. */
export const Outbox: CollectionConfig = {
  slug: OUTBOX,
  admin: { hidden: true },
  access: {
    create: nobody,
    read: nobody,
    readVersions: nobody,
    update: nobody,
    delete: nobody,
    unlock: nobody,
  },
  lockDocuments: false,
  fields: [
    { name: "collection", type: "text", required: true },
    { name: "document", type: "text", required: true },
  ],
};
