/** Payload's own collections, closed as far as the admin UI allows. */
import type { Access, CollectionConfig, SanitizedConfig, Where } from "payload";
import { anyoneLoggedIn, nobody } from "./roles.ts";
import { takeOver } from "./takeOver.ts";

const closed = {
  create: nobody,
  read: nobody,
  readVersions: nobody,
  update: nobody,
  delete: nobody,
  unlock: nobody,
} satisfies CollectionConfig["access"];

/** The own preferences and locks of the person who is logged in. */
const onesOwn: Access = ({ req }) => {
  if (!req.user) return false;
  const { id, collection } = req.user;
  return {
    and: [{ "user.value": { equals: id } }, { "user.relationTo": { equals: collection } }] as Where[],
  };
};

/**
 * Replaces Payload's default, "anybody who is logged in". Payload's own writes do not go through access functions.
 */
const ACCESS: Record<string, CollectionConfig["access"]> = {
  "payload-migrations": closed,
  "payload-jobs": closed,
  "payload-kv": closed,
  // The admin uses endpoints that look up a preference by key and person; this is about the general ones.
  "payload-preferences": { ...closed, read: onesOwn, delete: onesOwn },
  // The edit view shows who is editing, deletes the own lock on leaving, and takes over another person's.
  "payload-locked-documents": { ...closed, read: anyoneLoggedIn, update: takeOver, delete: onesOwn },
};

/** Restricts the collections that Payload has added to a sanitized config. */
export function closePayloadCollections(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) Object.assign(collection.access, ACCESS[collection.slug]);
  return config;
}
