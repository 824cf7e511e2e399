// Written by `migration-create`. Before it is committed, moving of data may be added.
import { type MigrateUpArgs, sql } from "@payloadcms/db-sqlite";

const statements = [
  `CREATE TABLE \`clinics_special_days\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`from\` text NOT NULL,
	\`to\` text,
	\`opens\` text,
	\`closes\` text,
	\`all_day\` integer,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`clinics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`clinics_special_days_order_idx\` ON \`clinics_special_days\` (\`_order\`);`,
  `CREATE INDEX \`clinics_special_days_parent_id_idx\` ON \`clinics_special_days\` (\`_parent_id\`);`,
  `CREATE TABLE \`clinics_special_days_locales\` (
	\`name\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`clinics_special_days\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`clinics_special_days_locales_locale_parent_id_unique\` ON \`clinics_special_days_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE INDEX \`clinics_special_days_locales_parent_id_idx\` ON \`clinics_special_days_locales\` (\`_parent_id\`);`,
  `CREATE TABLE \`_clinics_v_version_special_days\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`from\` text NOT NULL,
	\`to\` text,
	\`opens\` text,
	\`closes\` text,
	\`all_day\` integer,
	\`_uuid\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_clinics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_clinics_v_version_special_days_order_idx\` ON \`_clinics_v_version_special_days\` (\`_order\`);`,
  `CREATE INDEX \`_clinics_v_version_special_days_parent_id_idx\` ON \`_clinics_v_version_special_days\` (\`_parent_id\`);`,
  `CREATE TABLE \`_clinics_v_version_special_days_locales\` (
	\`name\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_clinics_v_version_special_days\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_clinics_v_version_special_days_locales_locale_parent_id_uni\` ON \`_clinics_v_version_special_days_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE INDEX \`_clinics_v_version_special_days_locales_parent_id_idx\` ON \`_clinics_v_version_special_days_locales\` (\`_parent_id\`);`,
  `CREATE TABLE \`settings_special_days\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`from\` text NOT NULL,
	\`to\` text,
	\`opens\` text,
	\`closes\` text,
	\`all_day\` integer,
	\`where\` text DEFAULT 'all' NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`settings_special_days_order_idx\` ON \`settings_special_days\` (\`_order\`);`,
  `CREATE INDEX \`settings_special_days_parent_id_idx\` ON \`settings_special_days\` (\`_parent_id\`);`,
  `CREATE TABLE \`settings_special_days_locales\` (
	\`name\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`settings_special_days\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`settings_special_days_locales_locale_parent_id_unique\` ON \`settings_special_days_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE INDEX \`settings_special_days_locales_parent_id_idx\` ON \`settings_special_days_locales\` (\`_parent_id\`);`,
  `CREATE TABLE \`settings_texts\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer NOT NULL,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`text\` text,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`settings_texts_order_parent\` ON \`settings_texts\` (\`order\`,\`parent_id\`);`,
  `CREATE INDEX \`settings_texts_parent_id_idx\` ON \`settings_texts\` (\`parent_id\`);`,
  `CREATE TABLE \`settings_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`clinics_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`clinics_id\`) REFERENCES \`clinics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`settings_rels_order_idx\` ON \`settings_rels\` (\`order\`);`,
  `CREATE INDEX \`settings_rels_parent_idx\` ON \`settings_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`settings_rels_path_idx\` ON \`settings_rels\` (\`path\`);`,
  `CREATE INDEX \`settings_rels_clinics_id_idx\` ON \`settings_rels\` (\`clinics_id\`);`,
  `CREATE TABLE \`_settings_v_version_special_days\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`from\` text NOT NULL,
	\`to\` text,
	\`opens\` text,
	\`closes\` text,
	\`all_day\` integer,
	\`where\` text DEFAULT 'all' NOT NULL,
	\`_uuid\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_settings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_settings_v_version_special_days_order_idx\` ON \`_settings_v_version_special_days\` (\`_order\`);`,
  `CREATE INDEX \`_settings_v_version_special_days_parent_id_idx\` ON \`_settings_v_version_special_days\` (\`_parent_id\`);`,
  `CREATE TABLE \`_settings_v_version_special_days_locales\` (
	\`name\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_settings_v_version_special_days\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_settings_v_version_special_days_locales_locale_parent_id_un\` ON \`_settings_v_version_special_days_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE INDEX \`_settings_v_version_special_days_locales_parent_id_idx\` ON \`_settings_v_version_special_days_locales\` (\`_parent_id\`);`,
  `CREATE TABLE \`_settings_v_texts\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer NOT NULL,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`text\` text,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`_settings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_settings_v_texts_order_parent\` ON \`_settings_v_texts\` (\`order\`,\`parent_id\`);`,
  `CREATE INDEX \`_settings_v_texts_parent_id_idx\` ON \`_settings_v_texts\` (\`parent_id\`);`,
  `CREATE TABLE \`_settings_v_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`clinics_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`_settings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`clinics_id\`) REFERENCES \`clinics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_settings_v_rels_order_idx\` ON \`_settings_v_rels\` (\`order\`);`,
  `CREATE INDEX \`_settings_v_rels_parent_idx\` ON \`_settings_v_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`_settings_v_rels_path_idx\` ON \`_settings_v_rels\` (\`path\`);`,
  `CREATE INDEX \`_settings_v_rels_clinics_id_idx\` ON \`_settings_v_rels\` (\`clinics_id\`);`,
  `ALTER TABLE \`clinics_hours\` ADD \`last_day\` text;`,
  `ALTER TABLE \`clinics_hours\` ADD \`all_day\` integer;`,
  `ALTER TABLE \`_clinics_v_version_hours\` ADD \`last_day\` text;`,
  `ALTER TABLE \`_clinics_v_version_hours\` ADD \`all_day\` integer;`,
];

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement));
}
