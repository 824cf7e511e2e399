/** npm run restore FILE: puts a backup in the place of the embedded state; the present one is moved to a folder beside it. */
import { runCmsCommand } from "./lib/cmsCommand.mjs";

runCmsCommand("restore");
