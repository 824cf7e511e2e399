// Written by `migration-create`. Before it is committed, moving of data may be added.
import { type MigrateUpArgs, sql } from "@payloadcms/db-sqlite";

const statements = [
  `CREATE TABLE \`clinics_texts\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer NOT NULL,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`text\` text,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`clinics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`clinics_texts_order_parent\` ON \`clinics_texts\` (\`order\`,\`parent_id\`);`,
  `CREATE INDEX \`clinics_texts_parent_id_idx\` ON \`clinics_texts\` (\`parent_id\`);`,
  `CREATE TABLE \`_clinics_v_texts\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer NOT NULL,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`text\` text,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`_clinics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_clinics_v_texts_order_parent\` ON \`_clinics_v_texts\` (\`order\`,\`parent_id\`);`,
  `CREATE INDEX \`_clinics_v_texts_parent_id_idx\` ON \`_clinics_v_texts\` (\`parent_id\`);`,
];

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement));
}
