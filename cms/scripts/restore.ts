/** `npm run restore FILE`: puts a backup in the place of the embedded state. */
import { resolve } from "node:path";
import { runCommand } from "../src/backup/command.ts";
import { restoreBackup } from "../src/backup/restore.ts";
import { ConfigurationError } from "../src/config/env.ts";

await runCommand(async (env) => {
  const file = process.argv[2];
  if (!file)
    throw new ConfigurationError("Say which backup to restore: npm run restore backups/<time>.tar.gz");
  const aside = await restoreBackup(env, resolve(file));
  return `Restored.${aside ? ` What was there before is in ${aside}.` : ""} Start the CMS again.`;
});
