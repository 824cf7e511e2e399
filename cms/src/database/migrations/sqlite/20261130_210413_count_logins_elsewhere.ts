// Written by `migration-create`. Before it is committed, moving of data may be added.
import { type MigrateUpArgs, sql } from "@payloadcms/db-sqlite";

const statements = [
  `ALTER TABLE \`users\` DROP COLUMN \`login_attempts\`;`,
  `ALTER TABLE \`users\` DROP COLUMN \`lock_until\`;`,
];

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement));
}
