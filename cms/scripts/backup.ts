/** `npm run backup [FILE]`: database, published files and secret of the embedded state in one archive. */
import { resolve } from "node:path";
import { writeBackup } from "../src/backup/backup.ts";
import { runCommand } from "../src/backup/command.ts";

await runCommand(async (env) => {
  const time = new Date().toISOString().replace(/[:.]/g, "-");
  const file = resolve(process.argv[2] ?? `backups/${time}.tar.gz`);
  await writeBackup(env, file);
  return `The backup is in ${file}. It holds the secret that signs logins: keep it where only you can read it.`;
});
