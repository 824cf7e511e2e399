/** npm run backup [FILE]: the embedded state in one file, also while the server runs. */
import { runCmsCommand } from "./lib/cmsCommand.mjs";

runCmsCommand("backup");
