// Written by `migration-create`. Before it is committed, moving of data may be added.
import { type MigrateUpArgs, sql } from "@payloadcms/db-sqlite";

const statements = [
  `ALTER TABLE \`studies\` ADD \`language\` text;`,
  `ALTER TABLE \`_studies_v\` ADD \`version_language\` text;`,
];

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement));
}
