/** Rules for every collection and global, so that none can forget them. */
import type { Config } from "payload";
import { checkCollectionShape, checkGlobalShape } from "./checkShape.ts";
import { ignoreCreatedAt, ignoreGlobalCreatedAt } from "./ignoreCreatedAt.ts";
import { trimGlobalTexts, trimTexts } from "./trimTexts.ts";

/** Plugin: refuses values of a wrong type, ignores times that only the server sets, and trims texts, before the hooks of the collection or global itself. */
export const tidyValuesEverywhere = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [checkCollectionShape, ignoreCreatedAt, ...(collection.hooks?.beforeOperation ?? [])],
      beforeChange: [trimTexts, ...(collection.hooks?.beforeChange ?? [])],
    },
  })),
  globals: config.globals?.map((global) => ({
    ...global,
    hooks: {
      ...global.hooks,
      beforeOperation: [checkGlobalShape, ignoreGlobalCreatedAt, ...(global.hooks?.beforeOperation ?? [])],
      beforeChange: [trimGlobalTexts, ...(global.hooks?.beforeChange ?? [])],
    },
  })),
});
