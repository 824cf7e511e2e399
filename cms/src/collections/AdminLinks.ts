import type { CollectionConfig } from "payload";
import { nobody } from "../access/roles.ts";

/** One document is a one-time link for an administrator, of which only the hash is kept; only the server reads it. */
export const AdminLinks: CollectionConfig = {
  slug: "admin-links",
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
    { name: "tokenHash", type: "text", required: true, unique: true, index: true },
    { name: "expiresAt", type: "date", required: true },
  ],
};
