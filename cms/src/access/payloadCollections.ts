/** Payload's own collections, closed as far as the admin UI allows. */
import type { CollectionConfig, SanitizedConfig } from "payload";
import { anyoneLoggedIn, nobody } from "./roles.ts";

const closed = {
  create: nobody,
  read: nobody,
  readVersions: nobody,
  update: nobody,
  delete: nobody,
  unlock: nobody,
} satisfies CollectionConfig["access"];

/**
 * What replaces Payload's default, "anybody who is logged in". Payload itself writes past these functions.
 * Preferences are missing here: each person already reaches the own ones alone.
 */
const ACCESS: Record<string, CollectionConfig["access"]> = {
  "payload-migrations": closed,
  "payload-jobs": closed,
  "payload-kv": closed,
  // The edit view shows who is editing.
  "payload-locked-documents": { ...closed, read: anyoneLoggedIn },
};

/** Closes the collections that Payload has added to a complete config. */
export function closePayloadCollections(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) Object.assign(collection.access, ACCESS[collection.slug]);
  return config;
}
