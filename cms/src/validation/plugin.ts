/** The rules that hold for what is typed anywhere, so that no collection can forget them. */
import type { Config } from "payload";
import { checkCollectionShape, checkGlobalShape } from "./checkShape.ts";
import { trimGlobalTexts, trimTexts } from "./trimTexts.ts";

/** Plugin: before a collection's or a global's own hooks, values of a wrong kind are refused and texts are trimmed. */
export const tidyValuesEverywhere = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [checkCollectionShape, ...(collection.hooks?.beforeOperation ?? [])],
      beforeChange: [trimTexts, ...(collection.hooks?.beforeChange ?? [])],
    },
  })),
  globals: config.globals?.map((global) => ({
    ...global,
    hooks: {
      ...global.hooks,
      beforeOperation: [checkGlobalShape, ...(global.hooks?.beforeOperation ?? [])],
      beforeChange: [trimGlobalTexts, ...(global.hooks?.beforeChange ?? [])],
    },
  })),
});
