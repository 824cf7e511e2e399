/** Writes what Payload derives from the config: the admin's import map and the documents' types. Run by the build. */
import { join } from "node:path";
import { generateImportMap } from "payload";
import { generateTypes } from "payload/node";

process.env.CLINIC_WIDGETS_BUILD = "1";
// The same folder from cms/scripts and, bundled, from cms/dist.
const cmsDir = join(import.meta.dirname, "..");
process.chdir(cmsDir);

const config = await (await import("../src/payload.config.ts")).default;
await generateImportMap(config, { log: false, force: true });
await generateTypes(config, { log: false });
// Payload keeps handles open after generating; there is nothing left to wait for.
process.exit(0);
