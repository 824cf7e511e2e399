/** npm run admin-link: a new one-time link for the first administrator, or for one who is locked out. */
import { runCmsCommand } from "./lib/cmsCommand.mjs";

runCmsCommand("admin-link");
