import type { CollectionConfig } from "payload";
import { nobody } from "../access/roles.ts";
import { FAULTS } from "../compile/faults.ts";

/** One document says why a published item is not on the sites; the dashboard shows it to editors, and only the server writes it. */
export const PublishingFaults: CollectionConfig = {
  slug: FAULTS,
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
    { name: "collection", type: "text", required: true, index: true },
    { name: "document", type: "text", required: true, index: true },
    { name: "message", type: "text", required: true },
  ],
};
