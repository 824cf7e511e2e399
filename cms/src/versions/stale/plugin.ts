/** Stale saves are refused wherever versions are recorded: in content, at clinics, in the settings. */
import type { Config } from "payload";
import { refuseStale, refuseStaleGlobal } from "./refuseStale.ts";

/** Plugin: adds the rule to every collection and global with versions, before the hooks of their own. */
export const refuseStaleSaves = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) =>
    collection.versions
      ? {
          ...collection,
          hooks: {
            ...collection.hooks,
            beforeValidate: [refuseStale, ...(collection.hooks?.beforeValidate ?? [])],
          },
        }
      : collection,
  ),
  globals: config.globals?.map((global) =>
    global.versions
      ? {
          ...global,
          hooks: {
            ...global.hooks,
            beforeValidate: [refuseStaleGlobal, ...(global.hooks?.beforeValidate ?? [])],
          },
        }
      : global,
  ),
});
