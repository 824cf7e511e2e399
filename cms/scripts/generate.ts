/**
 * Writes what follows from the config: the import map of the admin, which says to Next where each component is, and the
 * types of the collections. `generate.mjs import-map` writes the first alone: the build runs that, and leaves sources as
 * they are.
 */
import { join } from "node:path";
import { generateImportMap } from "payload";
import { writeTypes } from "../src/config/generatedTypes.ts";

process.env.CLINIC_WIDGETS_BUILD = "1";
// The same folder from cms/scripts and, bundled, from cms/dist.
const cmsDir = join(import.meta.dirname, "..");
process.chdir(cmsDir);

const config = await (await import("../src/payload.config.ts")).default;
await generateImportMap(config, { log: false, force: true });
if (process.argv[2] !== "import-map") await writeTypes(config, join(cmsDir, "src/payload-types.ts"));
// Payload keeps handles open after generating; there is nothing left to wait for.
process.exit(0);
