/** In development the server writes the admin's import map itself, as the build does: its config is at hand, and is the newest. */
import { join } from "node:path";
import { generateImportMap, type SanitizedConfig } from "payload";

/** Names each component of `config` to Next. A map that says the same is left alone, so that nothing is compiled again. */
export function writeImportMap(config: SanitizedConfig, cmsDir: string): Promise<void> {
  const importMap = {
    ...config.admin.importMap,
    // Payload would look below the folder in which the command was called.
    baseDir: cmsDir,
    importMapFile: join(cmsDir, "src/app/(payload)/admin/importMap.js"),
  };
  return generateImportMap({ ...config, admin: { ...config.admin, importMap } }, { log: false });
}
