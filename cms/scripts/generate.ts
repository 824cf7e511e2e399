/** Writes the admin's import map, which tells Next where each component of the config is. Run by the build. */
import { join } from "node:path";
import { generateImportMap } from "payload";

process.env.CLINIC_WIDGETS_BUILD = "1";
// The same folder from cms/scripts and, bundled, from cms/dist.
const cmsDir = join(import.meta.dirname, "..");
process.chdir(cmsDir);

const config = await (await import("../src/payload.config.ts")).default;
await generateImportMap(config, { log: false, force: true });
// Payload keeps handles open after generating; there is nothing left to wait for.
process.exit(0);
