/**
 * Writes a migration for both databases when the collections have changed: `node cms/dist/migration-create.mjs add-phone`.
 * Asks nothing and opens no database. A renamed field is added and removed: move its data by hand in the new file.
 */
import { join } from "node:path";
import { getPayload } from "payload";
import { databaseOf } from "../src/database/index.ts";
import { writeMigration } from "../src/database/migrations/write.ts";

process.env.CLINIC_WIDGETS_BUILD = "1";
const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write(
    "Name the migration in small letters, digits and hyphens, for example: node cms/dist/migration-create.mjs add-phone\n",
  );
  process.exit(1);
}
const { default: config } = await import("../src/payload.config.ts");
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true });
// The same folder from cms/scripts and, bundled, from cms/dist.
const folder = join(import.meta.dirname, "../src/database/migrations");
const written = await writeMigration(databaseOf(payload), folder, name.replaceAll("-", "_"), new Date());
process.stdout.write(
  written
    ? `Written: ${written}, in ${folder}/sqlite and ${folder}/mongodb. Read it before you commit it.\n`
    : "No migration is needed: the collections ask for nothing new.\n",
);
process.exit(0);
