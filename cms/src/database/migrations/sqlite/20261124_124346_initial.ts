// Written by `migration-create`. Before it is committed, moving of data may be added.
import { type MigrateUpArgs, sql } from "@payloadcms/db-sqlite";

const statements = [
  `CREATE TABLE \`topics_key_points_items\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`topics_key_points_items_order_idx\` ON \`topics_key_points_items\` (\`_order\`);`,
  `CREATE INDEX \`topics_key_points_items_parent_id_idx\` ON \`topics_key_points_items\` (\`_parent_id\`);`,
  `CREATE TABLE \`topics_key_points_items_locales\` (
	\`text\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics_key_points_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`topics_key_points_items_locales_locale_parent_id_unique\` ON \`topics_key_points_items_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`topics_blocks_text\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`section_slug\` text,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`topics_blocks_text_order_idx\` ON \`topics_blocks_text\` (\`_order\`);`,
  `CREATE INDEX \`topics_blocks_text_parent_id_idx\` ON \`topics_blocks_text\` (\`_parent_id\`);`,
  `CREATE INDEX \`topics_blocks_text_path_idx\` ON \`topics_blocks_text\` (\`_path\`);`,
  `CREATE TABLE \`topics_blocks_text_locales\` (
	\`heading\` text,
	\`paragraphs\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics_blocks_text\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`topics_blocks_text_locales_locale_parent_id_unique\` ON \`topics_blocks_text_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`topics_blocks_benefits\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`group\` text DEFAULT 'overview',
	\`view\` text DEFAULT 'table',
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`topics_blocks_benefits_order_idx\` ON \`topics_blocks_benefits\` (\`_order\`);`,
  `CREATE INDEX \`topics_blocks_benefits_parent_id_idx\` ON \`topics_blocks_benefits\` (\`_parent_id\`);`,
  `CREATE INDEX \`topics_blocks_benefits_path_idx\` ON \`topics_blocks_benefits\` (\`_path\`);`,
  `CREATE TABLE \`topics_blocks_benefits_locales\` (
	\`heading\` text,
	\`subheading\` text,
	\`study_box_heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics_blocks_benefits\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`topics_blocks_benefits_locales_locale_parent_id_unique\` ON \`topics_blocks_benefits_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`topics_blocks_injuries\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`view\` text DEFAULT 'list',
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`topics_blocks_injuries_order_idx\` ON \`topics_blocks_injuries\` (\`_order\`);`,
  `CREATE INDEX \`topics_blocks_injuries_parent_id_idx\` ON \`topics_blocks_injuries\` (\`_parent_id\`);`,
  `CREATE INDEX \`topics_blocks_injuries_path_idx\` ON \`topics_blocks_injuries\` (\`_path\`);`,
  `CREATE TABLE \`topics_blocks_injuries_locales\` (
	\`heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics_blocks_injuries\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`topics_blocks_injuries_locales_locale_parent_id_unique\` ON \`topics_blocks_injuries_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`topics_blocks_timings\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`topics_blocks_timings_order_idx\` ON \`topics_blocks_timings\` (\`_order\`);`,
  `CREATE INDEX \`topics_blocks_timings_parent_id_idx\` ON \`topics_blocks_timings\` (\`_parent_id\`);`,
  `CREATE INDEX \`topics_blocks_timings_path_idx\` ON \`topics_blocks_timings\` (\`_path\`);`,
  `CREATE TABLE \`topics_blocks_timings_locales\` (
	\`heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics_blocks_timings\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`topics_blocks_timings_locales_locale_parent_id_unique\` ON \`topics_blocks_timings_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`topics_blocks_faqs\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`topics_blocks_faqs_order_idx\` ON \`topics_blocks_faqs\` (\`_order\`);`,
  `CREATE INDEX \`topics_blocks_faqs_parent_id_idx\` ON \`topics_blocks_faqs\` (\`_parent_id\`);`,
  `CREATE INDEX \`topics_blocks_faqs_path_idx\` ON \`topics_blocks_faqs\` (\`_path\`);`,
  `CREATE TABLE \`topics_blocks_faqs_locales\` (
	\`heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics_blocks_faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`topics_blocks_faqs_locales_locale_parent_id_unique\` ON \`topics_blocks_faqs_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`topics_blocks_studies\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`topics_blocks_studies_order_idx\` ON \`topics_blocks_studies\` (\`_order\`);`,
  `CREATE INDEX \`topics_blocks_studies_parent_id_idx\` ON \`topics_blocks_studies\` (\`_parent_id\`);`,
  `CREATE INDEX \`topics_blocks_studies_path_idx\` ON \`topics_blocks_studies\` (\`_path\`);`,
  `CREATE TABLE \`topics_blocks_studies_locales\` (
	\`heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics_blocks_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`topics_blocks_studies_locales_locale_parent_id_unique\` ON \`topics_blocks_studies_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`topics_blocks_booking_bullets\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics_blocks_booking\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`topics_blocks_booking_bullets_order_idx\` ON \`topics_blocks_booking_bullets\` (\`_order\`);`,
  `CREATE INDEX \`topics_blocks_booking_bullets_parent_id_idx\` ON \`topics_blocks_booking_bullets\` (\`_parent_id\`);`,
  `CREATE TABLE \`topics_blocks_booking_bullets_locales\` (
	\`text\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics_blocks_booking_bullets\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`topics_blocks_booking_bullets_locales_locale_parent_id_uniqu\` ON \`topics_blocks_booking_bullets_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`topics_blocks_booking\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`topics_blocks_booking_order_idx\` ON \`topics_blocks_booking\` (\`_order\`);`,
  `CREATE INDEX \`topics_blocks_booking_parent_id_idx\` ON \`topics_blocks_booking\` (\`_parent_id\`);`,
  `CREATE INDEX \`topics_blocks_booking_path_idx\` ON \`topics_blocks_booking\` (\`_path\`);`,
  `CREATE TABLE \`topics_blocks_booking_locales\` (
	\`heading\` text,
	\`text\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics_blocks_booking\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`topics_blocks_booking_locales_locale_parent_id_unique\` ON \`topics_blocks_booking_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`topics_blocks_disclaimer\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`topics_blocks_disclaimer_order_idx\` ON \`topics_blocks_disclaimer\` (\`_order\`);`,
  `CREATE INDEX \`topics_blocks_disclaimer_parent_id_idx\` ON \`topics_blocks_disclaimer\` (\`_parent_id\`);`,
  `CREATE INDEX \`topics_blocks_disclaimer_path_idx\` ON \`topics_blocks_disclaimer\` (\`_path\`);`,
  `CREATE TABLE \`topics_blocks_disclaimer_locales\` (
	\`heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics_blocks_disclaimer\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`topics_blocks_disclaimer_locales_locale_parent_id_unique\` ON \`topics_blocks_disclaimer_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`topics\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`slug\` text,
	\`review_reviewed_on\` text,
	\`review_next_review_on\` text,
	\`demo\` integer,
	\`demo_hash\` text,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`deleted_at\` text,
	\`_status\` text DEFAULT 'draft'
);
`,
  `CREATE UNIQUE INDEX \`topics_slug_idx\` ON \`topics\` (\`slug\`);`,
  `CREATE INDEX \`topics_demo_idx\` ON \`topics\` (\`demo\`);`,
  `CREATE INDEX \`topics_updated_at_idx\` ON \`topics\` (\`updated_at\`);`,
  `CREATE INDEX \`topics_created_at_idx\` ON \`topics\` (\`created_at\`);`,
  `CREATE INDEX \`topics_deleted_at_idx\` ON \`topics\` (\`deleted_at\`);`,
  `CREATE INDEX \`topics__status_idx\` ON \`topics\` (\`_status\`);`,
  `CREATE TABLE \`topics_locales\` (
	\`title\` text,
	\`subtitle\` text,
	\`intro\` text,
	\`key_points_heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`topics_locales_locale_parent_id_unique\` ON \`topics_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`topics_texts\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer NOT NULL,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`text\` text,
	\`locale\` text,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`topics_texts_order_parent\` ON \`topics_texts\` (\`order\`,\`parent_id\`);`,
  `CREATE INDEX \`topics_texts_locale_parent\` ON \`topics_texts\` (\`locale\`,\`parent_id\`);`,
  `CREATE TABLE \`topics_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`studies_id\` text(36),
	\`benefits_id\` text(36),
	\`injuries_id\` text(36),
	\`timings_id\` text(36),
	\`faqs_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`studies_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`benefits_id\`) REFERENCES \`benefits\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`injuries_id\`) REFERENCES \`injuries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`timings_id\`) REFERENCES \`timings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`topics_rels_order_idx\` ON \`topics_rels\` (\`order\`);`,
  `CREATE INDEX \`topics_rels_parent_idx\` ON \`topics_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`topics_rels_path_idx\` ON \`topics_rels\` (\`path\`);`,
  `CREATE INDEX \`topics_rels_studies_id_idx\` ON \`topics_rels\` (\`studies_id\`);`,
  `CREATE INDEX \`topics_rels_benefits_id_idx\` ON \`topics_rels\` (\`benefits_id\`);`,
  `CREATE INDEX \`topics_rels_injuries_id_idx\` ON \`topics_rels\` (\`injuries_id\`);`,
  `CREATE INDEX \`topics_rels_timings_id_idx\` ON \`topics_rels\` (\`timings_id\`);`,
  `CREATE INDEX \`topics_rels_faqs_id_idx\` ON \`topics_rels\` (\`faqs_id\`);`,
  `CREATE TABLE \`_topics_v_version_key_points_items\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`_uuid\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_topics_v_version_key_points_items_order_idx\` ON \`_topics_v_version_key_points_items\` (\`_order\`);`,
  `CREATE INDEX \`_topics_v_version_key_points_items_parent_id_idx\` ON \`_topics_v_version_key_points_items\` (\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v_version_key_points_items_locales\` (
	\`text\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v_version_key_points_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_topics_v_version_key_points_items_locales_locale_parent_id_\` ON \`_topics_v_version_key_points_items_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v_blocks_text\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`section_slug\` text,
	\`_uuid\` text,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_topics_v_blocks_text_order_idx\` ON \`_topics_v_blocks_text\` (\`_order\`);`,
  `CREATE INDEX \`_topics_v_blocks_text_parent_id_idx\` ON \`_topics_v_blocks_text\` (\`_parent_id\`);`,
  `CREATE INDEX \`_topics_v_blocks_text_path_idx\` ON \`_topics_v_blocks_text\` (\`_path\`);`,
  `CREATE TABLE \`_topics_v_blocks_text_locales\` (
	\`heading\` text,
	\`paragraphs\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v_blocks_text\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_topics_v_blocks_text_locales_locale_parent_id_unique\` ON \`_topics_v_blocks_text_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v_blocks_benefits\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`group\` text DEFAULT 'overview',
	\`view\` text DEFAULT 'table',
	\`_uuid\` text,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_topics_v_blocks_benefits_order_idx\` ON \`_topics_v_blocks_benefits\` (\`_order\`);`,
  `CREATE INDEX \`_topics_v_blocks_benefits_parent_id_idx\` ON \`_topics_v_blocks_benefits\` (\`_parent_id\`);`,
  `CREATE INDEX \`_topics_v_blocks_benefits_path_idx\` ON \`_topics_v_blocks_benefits\` (\`_path\`);`,
  `CREATE TABLE \`_topics_v_blocks_benefits_locales\` (
	\`heading\` text,
	\`subheading\` text,
	\`study_box_heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v_blocks_benefits\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_topics_v_blocks_benefits_locales_locale_parent_id_unique\` ON \`_topics_v_blocks_benefits_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v_blocks_injuries\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`view\` text DEFAULT 'list',
	\`_uuid\` text,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_topics_v_blocks_injuries_order_idx\` ON \`_topics_v_blocks_injuries\` (\`_order\`);`,
  `CREATE INDEX \`_topics_v_blocks_injuries_parent_id_idx\` ON \`_topics_v_blocks_injuries\` (\`_parent_id\`);`,
  `CREATE INDEX \`_topics_v_blocks_injuries_path_idx\` ON \`_topics_v_blocks_injuries\` (\`_path\`);`,
  `CREATE TABLE \`_topics_v_blocks_injuries_locales\` (
	\`heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v_blocks_injuries\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_topics_v_blocks_injuries_locales_locale_parent_id_unique\` ON \`_topics_v_blocks_injuries_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v_blocks_timings\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`_uuid\` text,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_topics_v_blocks_timings_order_idx\` ON \`_topics_v_blocks_timings\` (\`_order\`);`,
  `CREATE INDEX \`_topics_v_blocks_timings_parent_id_idx\` ON \`_topics_v_blocks_timings\` (\`_parent_id\`);`,
  `CREATE INDEX \`_topics_v_blocks_timings_path_idx\` ON \`_topics_v_blocks_timings\` (\`_path\`);`,
  `CREATE TABLE \`_topics_v_blocks_timings_locales\` (
	\`heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v_blocks_timings\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_topics_v_blocks_timings_locales_locale_parent_id_unique\` ON \`_topics_v_blocks_timings_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v_blocks_faqs\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`_uuid\` text,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_topics_v_blocks_faqs_order_idx\` ON \`_topics_v_blocks_faqs\` (\`_order\`);`,
  `CREATE INDEX \`_topics_v_blocks_faqs_parent_id_idx\` ON \`_topics_v_blocks_faqs\` (\`_parent_id\`);`,
  `CREATE INDEX \`_topics_v_blocks_faqs_path_idx\` ON \`_topics_v_blocks_faqs\` (\`_path\`);`,
  `CREATE TABLE \`_topics_v_blocks_faqs_locales\` (
	\`heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v_blocks_faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_topics_v_blocks_faqs_locales_locale_parent_id_unique\` ON \`_topics_v_blocks_faqs_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v_blocks_studies\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`_uuid\` text,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_topics_v_blocks_studies_order_idx\` ON \`_topics_v_blocks_studies\` (\`_order\`);`,
  `CREATE INDEX \`_topics_v_blocks_studies_parent_id_idx\` ON \`_topics_v_blocks_studies\` (\`_parent_id\`);`,
  `CREATE INDEX \`_topics_v_blocks_studies_path_idx\` ON \`_topics_v_blocks_studies\` (\`_path\`);`,
  `CREATE TABLE \`_topics_v_blocks_studies_locales\` (
	\`heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v_blocks_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_topics_v_blocks_studies_locales_locale_parent_id_unique\` ON \`_topics_v_blocks_studies_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v_blocks_booking_bullets\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`_uuid\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v_blocks_booking\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_topics_v_blocks_booking_bullets_order_idx\` ON \`_topics_v_blocks_booking_bullets\` (\`_order\`);`,
  `CREATE INDEX \`_topics_v_blocks_booking_bullets_parent_id_idx\` ON \`_topics_v_blocks_booking_bullets\` (\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v_blocks_booking_bullets_locales\` (
	\`text\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v_blocks_booking_bullets\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_topics_v_blocks_booking_bullets_locales_locale_parent_id_un\` ON \`_topics_v_blocks_booking_bullets_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v_blocks_booking\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`_uuid\` text,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_topics_v_blocks_booking_order_idx\` ON \`_topics_v_blocks_booking\` (\`_order\`);`,
  `CREATE INDEX \`_topics_v_blocks_booking_parent_id_idx\` ON \`_topics_v_blocks_booking\` (\`_parent_id\`);`,
  `CREATE INDEX \`_topics_v_blocks_booking_path_idx\` ON \`_topics_v_blocks_booking\` (\`_path\`);`,
  `CREATE TABLE \`_topics_v_blocks_booking_locales\` (
	\`heading\` text,
	\`text\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v_blocks_booking\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_topics_v_blocks_booking_locales_locale_parent_id_unique\` ON \`_topics_v_blocks_booking_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v_blocks_disclaimer\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`_path\` text NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`_uuid\` text,
	\`block_name\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_topics_v_blocks_disclaimer_order_idx\` ON \`_topics_v_blocks_disclaimer\` (\`_order\`);`,
  `CREATE INDEX \`_topics_v_blocks_disclaimer_parent_id_idx\` ON \`_topics_v_blocks_disclaimer\` (\`_parent_id\`);`,
  `CREATE INDEX \`_topics_v_blocks_disclaimer_path_idx\` ON \`_topics_v_blocks_disclaimer\` (\`_path\`);`,
  `CREATE TABLE \`_topics_v_blocks_disclaimer_locales\` (
	\`heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v_blocks_disclaimer\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_topics_v_blocks_disclaimer_locales_locale_parent_id_unique\` ON \`_topics_v_blocks_disclaimer_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`parent_id\` text(36),
	\`version_slug\` text,
	\`version_review_reviewed_on\` text,
	\`version_review_next_review_on\` text,
	\`version_demo\` integer,
	\`version_demo_hash\` text,
	\`version_updated_at\` text,
	\`version_created_at\` text,
	\`version_deleted_at\` text,
	\`version__status\` text DEFAULT 'draft',
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`snapshot\` integer,
	\`published_locale\` text,
	\`latest\` integer,
	\`autosave\` integer,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null
);
`,
  `CREATE INDEX \`_topics_v_parent_idx\` ON \`_topics_v\` (\`parent_id\`);`,
  `CREATE INDEX \`_topics_v_version_version_slug_idx\` ON \`_topics_v\` (\`version_slug\`);`,
  `CREATE INDEX \`_topics_v_version_version_demo_idx\` ON \`_topics_v\` (\`version_demo\`);`,
  `CREATE INDEX \`_topics_v_version_version_updated_at_idx\` ON \`_topics_v\` (\`version_updated_at\`);`,
  `CREATE INDEX \`_topics_v_version_version_created_at_idx\` ON \`_topics_v\` (\`version_created_at\`);`,
  `CREATE INDEX \`_topics_v_version_version_deleted_at_idx\` ON \`_topics_v\` (\`version_deleted_at\`);`,
  `CREATE INDEX \`_topics_v_version_version__status_idx\` ON \`_topics_v\` (\`version__status\`);`,
  `CREATE INDEX \`_topics_v_created_at_idx\` ON \`_topics_v\` (\`created_at\`);`,
  `CREATE INDEX \`_topics_v_updated_at_idx\` ON \`_topics_v\` (\`updated_at\`);`,
  `CREATE INDEX \`_topics_v_snapshot_idx\` ON \`_topics_v\` (\`snapshot\`);`,
  `CREATE INDEX \`_topics_v_published_locale_idx\` ON \`_topics_v\` (\`published_locale\`);`,
  `CREATE INDEX \`_topics_v_latest_idx\` ON \`_topics_v\` (\`latest\`);`,
  `CREATE INDEX \`_topics_v_autosave_idx\` ON \`_topics_v\` (\`autosave\`);`,
  `CREATE TABLE \`_topics_v_locales\` (
	\`version_title\` text,
	\`version_subtitle\` text,
	\`version_intro\` text,
	\`version_key_points_heading\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_topics_v_locales_locale_parent_id_unique\` ON \`_topics_v_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_topics_v_texts\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer NOT NULL,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`text\` text,
	\`locale\` text,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_topics_v_texts_order_parent\` ON \`_topics_v_texts\` (\`order\`,\`parent_id\`);`,
  `CREATE INDEX \`_topics_v_texts_locale_parent\` ON \`_topics_v_texts\` (\`locale\`,\`parent_id\`);`,
  `CREATE TABLE \`_topics_v_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`studies_id\` text(36),
	\`benefits_id\` text(36),
	\`injuries_id\` text(36),
	\`timings_id\` text(36),
	\`faqs_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`studies_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`benefits_id\`) REFERENCES \`benefits\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`injuries_id\`) REFERENCES \`injuries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`timings_id\`) REFERENCES \`timings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_topics_v_rels_order_idx\` ON \`_topics_v_rels\` (\`order\`);`,
  `CREATE INDEX \`_topics_v_rels_parent_idx\` ON \`_topics_v_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`_topics_v_rels_path_idx\` ON \`_topics_v_rels\` (\`path\`);`,
  `CREATE INDEX \`_topics_v_rels_studies_id_idx\` ON \`_topics_v_rels\` (\`studies_id\`);`,
  `CREATE INDEX \`_topics_v_rels_benefits_id_idx\` ON \`_topics_v_rels\` (\`benefits_id\`);`,
  `CREATE INDEX \`_topics_v_rels_injuries_id_idx\` ON \`_topics_v_rels\` (\`injuries_id\`);`,
  `CREATE INDEX \`_topics_v_rels_timings_id_idx\` ON \`_topics_v_rels\` (\`timings_id\`);`,
  `CREATE INDEX \`_topics_v_rels_faqs_id_idx\` ON \`_topics_v_rels\` (\`faqs_id\`);`,
  `CREATE TABLE \`benefits_findings_limits\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`benefits_findings\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`benefits_findings_limits_order_idx\` ON \`benefits_findings_limits\` (\`_order\`);`,
  `CREATE INDEX \`benefits_findings_limits_parent_id_idx\` ON \`benefits_findings_limits\` (\`_parent_id\`);`,
  `CREATE TABLE \`benefits_findings_limits_locales\` (
	\`text\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`benefits_findings_limits\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`benefits_findings_limits_locales_locale_parent_id_unique\` ON \`benefits_findings_limits_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`benefits_findings\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`study_id\` text(36),
	\`design\` text,
	\`participants\` numeric,
	\`directness\` text,
	FOREIGN KEY (\`study_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`benefits\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`benefits_findings_order_idx\` ON \`benefits_findings\` (\`_order\`);`,
  `CREATE INDEX \`benefits_findings_parent_id_idx\` ON \`benefits_findings\` (\`_parent_id\`);`,
  `CREATE INDEX \`benefits_findings_study_idx\` ON \`benefits_findings\` (\`study_id\`);`,
  `CREATE TABLE \`benefits_findings_locales\` (
	\`label\` text,
	\`result\` text,
	\`design_note\` text,
	\`population\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`benefits_findings\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`benefits_findings_locales_locale_parent_id_unique\` ON \`benefits_findings_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`benefits\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`slug\` text,
	\`group\` text DEFAULT 'overview',
	\`review_reviewed_on\` text,
	\`review_next_review_on\` text,
	\`demo\` integer,
	\`demo_hash\` text,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`deleted_at\` text,
	\`_status\` text DEFAULT 'draft'
);
`,
  `CREATE UNIQUE INDEX \`benefits_slug_idx\` ON \`benefits\` (\`slug\`);`,
  `CREATE INDEX \`benefits_demo_idx\` ON \`benefits\` (\`demo\`);`,
  `CREATE INDEX \`benefits_updated_at_idx\` ON \`benefits\` (\`updated_at\`);`,
  `CREATE INDEX \`benefits_created_at_idx\` ON \`benefits\` (\`created_at\`);`,
  `CREATE INDEX \`benefits_deleted_at_idx\` ON \`benefits\` (\`deleted_at\`);`,
  `CREATE INDEX \`benefits__status_idx\` ON \`benefits\` (\`_status\`);`,
  `CREATE TABLE \`benefits_locales\` (
	\`title\` text,
	\`plain_english\` text,
	\`why_it_matters\` text,
	\`body\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`benefits\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`benefits_locales_locale_parent_id_unique\` ON \`benefits_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_benefits_v_version_findings_limits\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`_uuid\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_benefits_v_version_findings\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_benefits_v_version_findings_limits_order_idx\` ON \`_benefits_v_version_findings_limits\` (\`_order\`);`,
  `CREATE INDEX \`_benefits_v_version_findings_limits_parent_id_idx\` ON \`_benefits_v_version_findings_limits\` (\`_parent_id\`);`,
  `CREATE TABLE \`_benefits_v_version_findings_limits_locales\` (
	\`text\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_benefits_v_version_findings_limits\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_benefits_v_version_findings_limits_locales_locale_parent_id\` ON \`_benefits_v_version_findings_limits_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_benefits_v_version_findings\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`study_id\` text(36),
	\`design\` text,
	\`participants\` numeric,
	\`directness\` text,
	\`_uuid\` text,
	FOREIGN KEY (\`study_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_benefits_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_benefits_v_version_findings_order_idx\` ON \`_benefits_v_version_findings\` (\`_order\`);`,
  `CREATE INDEX \`_benefits_v_version_findings_parent_id_idx\` ON \`_benefits_v_version_findings\` (\`_parent_id\`);`,
  `CREATE INDEX \`_benefits_v_version_findings_study_idx\` ON \`_benefits_v_version_findings\` (\`study_id\`);`,
  `CREATE TABLE \`_benefits_v_version_findings_locales\` (
	\`label\` text,
	\`result\` text,
	\`design_note\` text,
	\`population\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_benefits_v_version_findings\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_benefits_v_version_findings_locales_locale_parent_id_unique\` ON \`_benefits_v_version_findings_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_benefits_v\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`parent_id\` text(36),
	\`version_slug\` text,
	\`version_group\` text DEFAULT 'overview',
	\`version_review_reviewed_on\` text,
	\`version_review_next_review_on\` text,
	\`version_demo\` integer,
	\`version_demo_hash\` text,
	\`version_updated_at\` text,
	\`version_created_at\` text,
	\`version_deleted_at\` text,
	\`version__status\` text DEFAULT 'draft',
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`snapshot\` integer,
	\`published_locale\` text,
	\`latest\` integer,
	\`autosave\` integer,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`benefits\`(\`id\`) ON UPDATE no action ON DELETE set null
);
`,
  `CREATE INDEX \`_benefits_v_parent_idx\` ON \`_benefits_v\` (\`parent_id\`);`,
  `CREATE INDEX \`_benefits_v_version_version_slug_idx\` ON \`_benefits_v\` (\`version_slug\`);`,
  `CREATE INDEX \`_benefits_v_version_version_demo_idx\` ON \`_benefits_v\` (\`version_demo\`);`,
  `CREATE INDEX \`_benefits_v_version_version_updated_at_idx\` ON \`_benefits_v\` (\`version_updated_at\`);`,
  `CREATE INDEX \`_benefits_v_version_version_created_at_idx\` ON \`_benefits_v\` (\`version_created_at\`);`,
  `CREATE INDEX \`_benefits_v_version_version_deleted_at_idx\` ON \`_benefits_v\` (\`version_deleted_at\`);`,
  `CREATE INDEX \`_benefits_v_version_version__status_idx\` ON \`_benefits_v\` (\`version__status\`);`,
  `CREATE INDEX \`_benefits_v_created_at_idx\` ON \`_benefits_v\` (\`created_at\`);`,
  `CREATE INDEX \`_benefits_v_updated_at_idx\` ON \`_benefits_v\` (\`updated_at\`);`,
  `CREATE INDEX \`_benefits_v_snapshot_idx\` ON \`_benefits_v\` (\`snapshot\`);`,
  `CREATE INDEX \`_benefits_v_published_locale_idx\` ON \`_benefits_v\` (\`published_locale\`);`,
  `CREATE INDEX \`_benefits_v_latest_idx\` ON \`_benefits_v\` (\`latest\`);`,
  `CREATE INDEX \`_benefits_v_autosave_idx\` ON \`_benefits_v\` (\`autosave\`);`,
  `CREATE TABLE \`_benefits_v_locales\` (
	\`version_title\` text,
	\`version_plain_english\` text,
	\`version_why_it_matters\` text,
	\`version_body\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_benefits_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_benefits_v_locales_locale_parent_id_unique\` ON \`_benefits_v_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`injuries\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`slug\` text,
	\`read_more_url\` text,
	\`review_reviewed_on\` text,
	\`review_next_review_on\` text,
	\`demo\` integer,
	\`demo_hash\` text,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`deleted_at\` text,
	\`_status\` text DEFAULT 'draft'
);
`,
  `CREATE UNIQUE INDEX \`injuries_slug_idx\` ON \`injuries\` (\`slug\`);`,
  `CREATE INDEX \`injuries_demo_idx\` ON \`injuries\` (\`demo\`);`,
  `CREATE INDEX \`injuries_updated_at_idx\` ON \`injuries\` (\`updated_at\`);`,
  `CREATE INDEX \`injuries_created_at_idx\` ON \`injuries\` (\`created_at\`);`,
  `CREATE INDEX \`injuries_deleted_at_idx\` ON \`injuries\` (\`deleted_at\`);`,
  `CREATE INDEX \`injuries__status_idx\` ON \`injuries\` (\`_status\`);`,
  `CREATE TABLE \`injuries_locales\` (
	\`name\` text,
	\`description\` text,
	\`summary\` text,
	\`read_more_label\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`injuries\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`injuries_locales_locale_parent_id_unique\` ON \`injuries_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`injuries_texts\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer NOT NULL,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`text\` text,
	\`locale\` text,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`injuries\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`injuries_texts_order_parent\` ON \`injuries_texts\` (\`order\`,\`parent_id\`);`,
  `CREATE INDEX \`injuries_texts_locale_parent\` ON \`injuries_texts\` (\`locale\`,\`parent_id\`);`,
  `CREATE TABLE \`injuries_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`structures_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`injuries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`structures_id\`) REFERENCES \`structures\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`injuries_rels_order_idx\` ON \`injuries_rels\` (\`order\`);`,
  `CREATE INDEX \`injuries_rels_parent_idx\` ON \`injuries_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`injuries_rels_path_idx\` ON \`injuries_rels\` (\`path\`);`,
  `CREATE INDEX \`injuries_rels_structures_id_idx\` ON \`injuries_rels\` (\`structures_id\`);`,
  `CREATE TABLE \`_injuries_v\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`parent_id\` text(36),
	\`version_slug\` text,
	\`version_read_more_url\` text,
	\`version_review_reviewed_on\` text,
	\`version_review_next_review_on\` text,
	\`version_demo\` integer,
	\`version_demo_hash\` text,
	\`version_updated_at\` text,
	\`version_created_at\` text,
	\`version_deleted_at\` text,
	\`version__status\` text DEFAULT 'draft',
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`snapshot\` integer,
	\`published_locale\` text,
	\`latest\` integer,
	\`autosave\` integer,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`injuries\`(\`id\`) ON UPDATE no action ON DELETE set null
);
`,
  `CREATE INDEX \`_injuries_v_parent_idx\` ON \`_injuries_v\` (\`parent_id\`);`,
  `CREATE INDEX \`_injuries_v_version_version_slug_idx\` ON \`_injuries_v\` (\`version_slug\`);`,
  `CREATE INDEX \`_injuries_v_version_version_demo_idx\` ON \`_injuries_v\` (\`version_demo\`);`,
  `CREATE INDEX \`_injuries_v_version_version_updated_at_idx\` ON \`_injuries_v\` (\`version_updated_at\`);`,
  `CREATE INDEX \`_injuries_v_version_version_created_at_idx\` ON \`_injuries_v\` (\`version_created_at\`);`,
  `CREATE INDEX \`_injuries_v_version_version_deleted_at_idx\` ON \`_injuries_v\` (\`version_deleted_at\`);`,
  `CREATE INDEX \`_injuries_v_version_version__status_idx\` ON \`_injuries_v\` (\`version__status\`);`,
  `CREATE INDEX \`_injuries_v_created_at_idx\` ON \`_injuries_v\` (\`created_at\`);`,
  `CREATE INDEX \`_injuries_v_updated_at_idx\` ON \`_injuries_v\` (\`updated_at\`);`,
  `CREATE INDEX \`_injuries_v_snapshot_idx\` ON \`_injuries_v\` (\`snapshot\`);`,
  `CREATE INDEX \`_injuries_v_published_locale_idx\` ON \`_injuries_v\` (\`published_locale\`);`,
  `CREATE INDEX \`_injuries_v_latest_idx\` ON \`_injuries_v\` (\`latest\`);`,
  `CREATE INDEX \`_injuries_v_autosave_idx\` ON \`_injuries_v\` (\`autosave\`);`,
  `CREATE TABLE \`_injuries_v_locales\` (
	\`version_name\` text,
	\`version_description\` text,
	\`version_summary\` text,
	\`version_read_more_label\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_injuries_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_injuries_v_locales_locale_parent_id_unique\` ON \`_injuries_v_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_injuries_v_texts\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer NOT NULL,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`text\` text,
	\`locale\` text,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`_injuries_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_injuries_v_texts_order_parent\` ON \`_injuries_v_texts\` (\`order\`,\`parent_id\`);`,
  `CREATE INDEX \`_injuries_v_texts_locale_parent\` ON \`_injuries_v_texts\` (\`locale\`,\`parent_id\`);`,
  `CREATE TABLE \`_injuries_v_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`structures_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`_injuries_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`structures_id\`) REFERENCES \`structures\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_injuries_v_rels_order_idx\` ON \`_injuries_v_rels\` (\`order\`);`,
  `CREATE INDEX \`_injuries_v_rels_parent_idx\` ON \`_injuries_v_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`_injuries_v_rels_path_idx\` ON \`_injuries_v_rels\` (\`path\`);`,
  `CREATE INDEX \`_injuries_v_rels_structures_id_idx\` ON \`_injuries_v_rels\` (\`structures_id\`);`,
  `CREATE TABLE \`timings\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`slug\` text,
	\`review_reviewed_on\` text,
	\`review_next_review_on\` text,
	\`demo\` integer,
	\`demo_hash\` text,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`deleted_at\` text,
	\`_status\` text DEFAULT 'draft'
);
`,
  `CREATE UNIQUE INDEX \`timings_slug_idx\` ON \`timings\` (\`slug\`);`,
  `CREATE INDEX \`timings_demo_idx\` ON \`timings\` (\`demo\`);`,
  `CREATE INDEX \`timings_updated_at_idx\` ON \`timings\` (\`updated_at\`);`,
  `CREATE INDEX \`timings_created_at_idx\` ON \`timings\` (\`created_at\`);`,
  `CREATE INDEX \`timings_deleted_at_idx\` ON \`timings\` (\`deleted_at\`);`,
  `CREATE INDEX \`timings__status_idx\` ON \`timings\` (\`_status\`);`,
  `CREATE TABLE \`timings_locales\` (
	\`timing\` text,
	\`purpose\` text,
	\`benefits\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`timings\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`timings_locales_locale_parent_id_unique\` ON \`timings_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`timings_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`studies_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`timings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`studies_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`timings_rels_order_idx\` ON \`timings_rels\` (\`order\`);`,
  `CREATE INDEX \`timings_rels_parent_idx\` ON \`timings_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`timings_rels_path_idx\` ON \`timings_rels\` (\`path\`);`,
  `CREATE INDEX \`timings_rels_studies_id_idx\` ON \`timings_rels\` (\`studies_id\`);`,
  `CREATE TABLE \`_timings_v\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`parent_id\` text(36),
	\`version_slug\` text,
	\`version_review_reviewed_on\` text,
	\`version_review_next_review_on\` text,
	\`version_demo\` integer,
	\`version_demo_hash\` text,
	\`version_updated_at\` text,
	\`version_created_at\` text,
	\`version_deleted_at\` text,
	\`version__status\` text DEFAULT 'draft',
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`snapshot\` integer,
	\`published_locale\` text,
	\`latest\` integer,
	\`autosave\` integer,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`timings\`(\`id\`) ON UPDATE no action ON DELETE set null
);
`,
  `CREATE INDEX \`_timings_v_parent_idx\` ON \`_timings_v\` (\`parent_id\`);`,
  `CREATE INDEX \`_timings_v_version_version_slug_idx\` ON \`_timings_v\` (\`version_slug\`);`,
  `CREATE INDEX \`_timings_v_version_version_demo_idx\` ON \`_timings_v\` (\`version_demo\`);`,
  `CREATE INDEX \`_timings_v_version_version_updated_at_idx\` ON \`_timings_v\` (\`version_updated_at\`);`,
  `CREATE INDEX \`_timings_v_version_version_created_at_idx\` ON \`_timings_v\` (\`version_created_at\`);`,
  `CREATE INDEX \`_timings_v_version_version_deleted_at_idx\` ON \`_timings_v\` (\`version_deleted_at\`);`,
  `CREATE INDEX \`_timings_v_version_version__status_idx\` ON \`_timings_v\` (\`version__status\`);`,
  `CREATE INDEX \`_timings_v_created_at_idx\` ON \`_timings_v\` (\`created_at\`);`,
  `CREATE INDEX \`_timings_v_updated_at_idx\` ON \`_timings_v\` (\`updated_at\`);`,
  `CREATE INDEX \`_timings_v_snapshot_idx\` ON \`_timings_v\` (\`snapshot\`);`,
  `CREATE INDEX \`_timings_v_published_locale_idx\` ON \`_timings_v\` (\`published_locale\`);`,
  `CREATE INDEX \`_timings_v_latest_idx\` ON \`_timings_v\` (\`latest\`);`,
  `CREATE INDEX \`_timings_v_autosave_idx\` ON \`_timings_v\` (\`autosave\`);`,
  `CREATE TABLE \`_timings_v_locales\` (
	\`version_timing\` text,
	\`version_purpose\` text,
	\`version_benefits\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_timings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_timings_v_locales_locale_parent_id_unique\` ON \`_timings_v_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_timings_v_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`studies_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`_timings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`studies_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_timings_v_rels_order_idx\` ON \`_timings_v_rels\` (\`order\`);`,
  `CREATE INDEX \`_timings_v_rels_parent_idx\` ON \`_timings_v_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`_timings_v_rels_path_idx\` ON \`_timings_v_rels\` (\`path\`);`,
  `CREATE INDEX \`_timings_v_rels_studies_id_idx\` ON \`_timings_v_rels\` (\`studies_id\`);`,
  `CREATE TABLE \`faqs_related_links\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`slug\` text,
	\`url\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`faqs_related_links_order_idx\` ON \`faqs_related_links\` (\`_order\`);`,
  `CREATE INDEX \`faqs_related_links_parent_id_idx\` ON \`faqs_related_links\` (\`_parent_id\`);`,
  `CREATE TABLE \`faqs_related_links_locales\` (
	\`label\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`faqs_related_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`faqs_related_links_locales_locale_parent_id_unique\` ON \`faqs_related_links_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`faqs\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`slug\` text,
	\`review_reviewed_on\` text,
	\`review_next_review_on\` text,
	\`demo\` integer,
	\`demo_hash\` text,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`deleted_at\` text,
	\`_status\` text DEFAULT 'draft'
);
`,
  `CREATE UNIQUE INDEX \`faqs_slug_idx\` ON \`faqs\` (\`slug\`);`,
  `CREATE INDEX \`faqs_demo_idx\` ON \`faqs\` (\`demo\`);`,
  `CREATE INDEX \`faqs_updated_at_idx\` ON \`faqs\` (\`updated_at\`);`,
  `CREATE INDEX \`faqs_created_at_idx\` ON \`faqs\` (\`created_at\`);`,
  `CREATE INDEX \`faqs_deleted_at_idx\` ON \`faqs\` (\`deleted_at\`);`,
  `CREATE INDEX \`faqs__status_idx\` ON \`faqs\` (\`_status\`);`,
  `CREATE TABLE \`faqs_locales\` (
	\`question\` text,
	\`answer\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`faqs_locales_locale_parent_id_unique\` ON \`faqs_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`faqs_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`injuries_id\` text(36),
	\`studies_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`injuries_id\`) REFERENCES \`injuries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`studies_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`faqs_rels_order_idx\` ON \`faqs_rels\` (\`order\`);`,
  `CREATE INDEX \`faqs_rels_parent_idx\` ON \`faqs_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`faqs_rels_path_idx\` ON \`faqs_rels\` (\`path\`);`,
  `CREATE INDEX \`faqs_rels_injuries_id_idx\` ON \`faqs_rels\` (\`injuries_id\`);`,
  `CREATE INDEX \`faqs_rels_studies_id_idx\` ON \`faqs_rels\` (\`studies_id\`);`,
  `CREATE TABLE \`_faqs_v_version_related_links\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`slug\` text,
	\`url\` text,
	\`_uuid\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_faqs_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_faqs_v_version_related_links_order_idx\` ON \`_faqs_v_version_related_links\` (\`_order\`);`,
  `CREATE INDEX \`_faqs_v_version_related_links_parent_id_idx\` ON \`_faqs_v_version_related_links\` (\`_parent_id\`);`,
  `CREATE TABLE \`_faqs_v_version_related_links_locales\` (
	\`label\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_faqs_v_version_related_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_faqs_v_version_related_links_locales_locale_parent_id_uniqu\` ON \`_faqs_v_version_related_links_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_faqs_v\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`parent_id\` text(36),
	\`version_slug\` text,
	\`version_review_reviewed_on\` text,
	\`version_review_next_review_on\` text,
	\`version_demo\` integer,
	\`version_demo_hash\` text,
	\`version_updated_at\` text,
	\`version_created_at\` text,
	\`version_deleted_at\` text,
	\`version__status\` text DEFAULT 'draft',
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`snapshot\` integer,
	\`published_locale\` text,
	\`latest\` integer,
	\`autosave\` integer,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE set null
);
`,
  `CREATE INDEX \`_faqs_v_parent_idx\` ON \`_faqs_v\` (\`parent_id\`);`,
  `CREATE INDEX \`_faqs_v_version_version_slug_idx\` ON \`_faqs_v\` (\`version_slug\`);`,
  `CREATE INDEX \`_faqs_v_version_version_demo_idx\` ON \`_faqs_v\` (\`version_demo\`);`,
  `CREATE INDEX \`_faqs_v_version_version_updated_at_idx\` ON \`_faqs_v\` (\`version_updated_at\`);`,
  `CREATE INDEX \`_faqs_v_version_version_created_at_idx\` ON \`_faqs_v\` (\`version_created_at\`);`,
  `CREATE INDEX \`_faqs_v_version_version_deleted_at_idx\` ON \`_faqs_v\` (\`version_deleted_at\`);`,
  `CREATE INDEX \`_faqs_v_version_version__status_idx\` ON \`_faqs_v\` (\`version__status\`);`,
  `CREATE INDEX \`_faqs_v_created_at_idx\` ON \`_faqs_v\` (\`created_at\`);`,
  `CREATE INDEX \`_faqs_v_updated_at_idx\` ON \`_faqs_v\` (\`updated_at\`);`,
  `CREATE INDEX \`_faqs_v_snapshot_idx\` ON \`_faqs_v\` (\`snapshot\`);`,
  `CREATE INDEX \`_faqs_v_published_locale_idx\` ON \`_faqs_v\` (\`published_locale\`);`,
  `CREATE INDEX \`_faqs_v_latest_idx\` ON \`_faqs_v\` (\`latest\`);`,
  `CREATE INDEX \`_faqs_v_autosave_idx\` ON \`_faqs_v\` (\`autosave\`);`,
  `CREATE TABLE \`_faqs_v_locales\` (
	\`version_question\` text,
	\`version_answer\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_faqs_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_faqs_v_locales_locale_parent_id_unique\` ON \`_faqs_v_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_faqs_v_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`injuries_id\` text(36),
	\`studies_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`_faqs_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`injuries_id\`) REFERENCES \`injuries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`studies_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_faqs_v_rels_order_idx\` ON \`_faqs_v_rels\` (\`order\`);`,
  `CREATE INDEX \`_faqs_v_rels_parent_idx\` ON \`_faqs_v_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`_faqs_v_rels_path_idx\` ON \`_faqs_v_rels\` (\`path\`);`,
  `CREATE INDEX \`_faqs_v_rels_injuries_id_idx\` ON \`_faqs_v_rels\` (\`injuries_id\`);`,
  `CREATE INDEX \`_faqs_v_rels_studies_id_idx\` ON \`_faqs_v_rels\` (\`studies_id\`);`,
  `CREATE TABLE \`studies_authors\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`family\` text,
	\`given\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`studies_authors_order_idx\` ON \`studies_authors\` (\`_order\`);`,
  `CREATE INDEX \`studies_authors_parent_id_idx\` ON \`studies_authors\` (\`_parent_id\`);`,
  `CREATE TABLE \`studies_limitations\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`studies_limitations_order_idx\` ON \`studies_limitations\` (\`_order\`);`,
  `CREATE INDEX \`studies_limitations_parent_id_idx\` ON \`studies_limitations\` (\`_parent_id\`);`,
  `CREATE TABLE \`studies_limitations_locales\` (
	\`text\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`studies_limitations\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`studies_limitations_locales_locale_parent_id_unique\` ON \`studies_limitations_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`studies\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`title\` text,
	\`slug\` text,
	\`status\` text DEFAULT 'current',
	\`container_title\` text,
	\`container_title_short\` text,
	\`issued\` text,
	\`epub\` text,
	\`volume\` text,
	\`issue\` text,
	\`pages\` text,
	\`doi\` text,
	\`pmid\` text,
	\`pmcid\` text,
	\`url\` text,
	\`study_type\` text,
	\`evidence_level_scale\` text DEFAULT 'OCEBM 2011',
	\`evidence_level_level\` numeric,
	\`demo\` integer,
	\`demo_hash\` text,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`deleted_at\` text,
	\`_status\` text DEFAULT 'draft'
);
`,
  `CREATE UNIQUE INDEX \`studies_slug_idx\` ON \`studies\` (\`slug\`);`,
  `CREATE INDEX \`studies_doi_idx\` ON \`studies\` (\`doi\`);`,
  `CREATE INDEX \`studies_demo_idx\` ON \`studies\` (\`demo\`);`,
  `CREATE INDEX \`studies_updated_at_idx\` ON \`studies\` (\`updated_at\`);`,
  `CREATE INDEX \`studies_created_at_idx\` ON \`studies\` (\`created_at\`);`,
  `CREATE INDEX \`studies_deleted_at_idx\` ON \`studies\` (\`deleted_at\`);`,
  `CREATE INDEX \`studies__status_idx\` ON \`studies\` (\`_status\`);`,
  `CREATE TABLE \`studies_locales\` (
	\`evidence_level_reason\` text,
	\`plain_summary\` text,
	\`population\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`studies_locales_locale_parent_id_unique\` ON \`studies_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_studies_v_version_authors\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`family\` text,
	\`given\` text,
	\`_uuid\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_studies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_studies_v_version_authors_order_idx\` ON \`_studies_v_version_authors\` (\`_order\`);`,
  `CREATE INDEX \`_studies_v_version_authors_parent_id_idx\` ON \`_studies_v_version_authors\` (\`_parent_id\`);`,
  `CREATE TABLE \`_studies_v_version_limitations\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`_uuid\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_studies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_studies_v_version_limitations_order_idx\` ON \`_studies_v_version_limitations\` (\`_order\`);`,
  `CREATE INDEX \`_studies_v_version_limitations_parent_id_idx\` ON \`_studies_v_version_limitations\` (\`_parent_id\`);`,
  `CREATE TABLE \`_studies_v_version_limitations_locales\` (
	\`text\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_studies_v_version_limitations\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_studies_v_version_limitations_locales_locale_parent_id_uniq\` ON \`_studies_v_version_limitations_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_studies_v\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`parent_id\` text(36),
	\`version_title\` text,
	\`version_slug\` text,
	\`version_status\` text DEFAULT 'current',
	\`version_container_title\` text,
	\`version_container_title_short\` text,
	\`version_issued\` text,
	\`version_epub\` text,
	\`version_volume\` text,
	\`version_issue\` text,
	\`version_pages\` text,
	\`version_doi\` text,
	\`version_pmid\` text,
	\`version_pmcid\` text,
	\`version_url\` text,
	\`version_study_type\` text,
	\`version_evidence_level_scale\` text DEFAULT 'OCEBM 2011',
	\`version_evidence_level_level\` numeric,
	\`version_demo\` integer,
	\`version_demo_hash\` text,
	\`version_updated_at\` text,
	\`version_created_at\` text,
	\`version_deleted_at\` text,
	\`version__status\` text DEFAULT 'draft',
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`snapshot\` integer,
	\`published_locale\` text,
	\`latest\` integer,
	\`autosave\` integer,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE set null
);
`,
  `CREATE INDEX \`_studies_v_parent_idx\` ON \`_studies_v\` (\`parent_id\`);`,
  `CREATE INDEX \`_studies_v_version_version_slug_idx\` ON \`_studies_v\` (\`version_slug\`);`,
  `CREATE INDEX \`_studies_v_version_version_doi_idx\` ON \`_studies_v\` (\`version_doi\`);`,
  `CREATE INDEX \`_studies_v_version_version_demo_idx\` ON \`_studies_v\` (\`version_demo\`);`,
  `CREATE INDEX \`_studies_v_version_version_updated_at_idx\` ON \`_studies_v\` (\`version_updated_at\`);`,
  `CREATE INDEX \`_studies_v_version_version_created_at_idx\` ON \`_studies_v\` (\`version_created_at\`);`,
  `CREATE INDEX \`_studies_v_version_version_deleted_at_idx\` ON \`_studies_v\` (\`version_deleted_at\`);`,
  `CREATE INDEX \`_studies_v_version_version__status_idx\` ON \`_studies_v\` (\`version__status\`);`,
  `CREATE INDEX \`_studies_v_created_at_idx\` ON \`_studies_v\` (\`created_at\`);`,
  `CREATE INDEX \`_studies_v_updated_at_idx\` ON \`_studies_v\` (\`updated_at\`);`,
  `CREATE INDEX \`_studies_v_snapshot_idx\` ON \`_studies_v\` (\`snapshot\`);`,
  `CREATE INDEX \`_studies_v_published_locale_idx\` ON \`_studies_v\` (\`published_locale\`);`,
  `CREATE INDEX \`_studies_v_latest_idx\` ON \`_studies_v\` (\`latest\`);`,
  `CREATE INDEX \`_studies_v_autosave_idx\` ON \`_studies_v\` (\`autosave\`);`,
  `CREATE TABLE \`_studies_v_locales\` (
	\`version_evidence_level_reason\` text,
	\`version_plain_summary\` text,
	\`version_population\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_studies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_studies_v_locales_locale_parent_id_unique\` ON \`_studies_v_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`structures\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`slug\` text NOT NULL,
	\`kind\` text DEFAULT 'muscle' NOT NULL,
	\`region\` text,
	\`demo\` integer,
	\`demo_hash\` text,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);
`,
  `CREATE UNIQUE INDEX \`structures_slug_idx\` ON \`structures\` (\`slug\`);`,
  `CREATE INDEX \`structures_demo_idx\` ON \`structures\` (\`demo\`);`,
  `CREATE INDEX \`structures_updated_at_idx\` ON \`structures\` (\`updated_at\`);`,
  `CREATE INDEX \`structures_created_at_idx\` ON \`structures\` (\`created_at\`);`,
  `CREATE TABLE \`structures_locales\` (
	\`name\` text NOT NULL,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`structures\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`structures_locales_locale_parent_id_unique\` ON \`structures_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`clinics_hours\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`day\` text NOT NULL,
	\`opens\` text,
	\`closes\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`clinics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`clinics_hours_order_idx\` ON \`clinics_hours\` (\`_order\`);`,
  `CREATE INDEX \`clinics_hours_parent_id_idx\` ON \`clinics_hours\` (\`_parent_id\`);`,
  `CREATE TABLE \`clinics_booking_links\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`slug\` text NOT NULL,
	\`url\` text NOT NULL,
	\`kind\` text DEFAULT 'any' NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`clinics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`clinics_booking_links_order_idx\` ON \`clinics_booking_links\` (\`_order\`);`,
  `CREATE INDEX \`clinics_booking_links_parent_id_idx\` ON \`clinics_booking_links\` (\`_parent_id\`);`,
  `CREATE TABLE \`clinics_booking_links_locales\` (
	\`label\` text NOT NULL,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`clinics_booking_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`clinics_booking_links_locales_locale_parent_id_unique\` ON \`clinics_booking_links_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`clinics\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`name\` text NOT NULL,
	\`slug\` text NOT NULL,
	\`city\` text,
	\`address_street\` text,
	\`address_unit\` text,
	\`address_locality\` text,
	\`address_region\` text,
	\`address_postal_code\` text,
	\`address_country\` text,
	\`phone\` text,
	\`email\` text,
	\`website\` text,
	\`timezone\` text,
	\`theme_accent\` text,
	\`theme_accent_text\` text,
	\`theme_radius\` numeric,
	\`demo\` integer,
	\`demo_hash\` text,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`deleted_at\` text
);
`,
  `CREATE UNIQUE INDEX \`clinics_slug_idx\` ON \`clinics\` (\`slug\`);`,
  `CREATE INDEX \`clinics_demo_idx\` ON \`clinics\` (\`demo\`);`,
  `CREATE INDEX \`clinics_updated_at_idx\` ON \`clinics\` (\`updated_at\`);`,
  `CREATE INDEX \`clinics_created_at_idx\` ON \`clinics\` (\`created_at\`);`,
  `CREATE INDEX \`clinics_deleted_at_idx\` ON \`clinics\` (\`deleted_at\`);`,
  `CREATE TABLE \`clinics_locales\` (
	\`disclaimer\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`clinics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`clinics_locales_locale_parent_id_unique\` ON \`clinics_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`clinics_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`topics_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`clinics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`clinics_rels_order_idx\` ON \`clinics_rels\` (\`order\`);`,
  `CREATE INDEX \`clinics_rels_parent_idx\` ON \`clinics_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`clinics_rels_path_idx\` ON \`clinics_rels\` (\`path\`);`,
  `CREATE INDEX \`clinics_rels_topics_id_idx\` ON \`clinics_rels\` (\`topics_id\`);`,
  `CREATE TABLE \`_clinics_v_version_hours\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`day\` text NOT NULL,
	\`opens\` text,
	\`closes\` text,
	\`_uuid\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_clinics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_clinics_v_version_hours_order_idx\` ON \`_clinics_v_version_hours\` (\`_order\`);`,
  `CREATE INDEX \`_clinics_v_version_hours_parent_id_idx\` ON \`_clinics_v_version_hours\` (\`_parent_id\`);`,
  `CREATE TABLE \`_clinics_v_version_booking_links\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`slug\` text NOT NULL,
	\`url\` text NOT NULL,
	\`kind\` text DEFAULT 'any' NOT NULL,
	\`_uuid\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_clinics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_clinics_v_version_booking_links_order_idx\` ON \`_clinics_v_version_booking_links\` (\`_order\`);`,
  `CREATE INDEX \`_clinics_v_version_booking_links_parent_id_idx\` ON \`_clinics_v_version_booking_links\` (\`_parent_id\`);`,
  `CREATE TABLE \`_clinics_v_version_booking_links_locales\` (
	\`label\` text NOT NULL,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_clinics_v_version_booking_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_clinics_v_version_booking_links_locales_locale_parent_id_un\` ON \`_clinics_v_version_booking_links_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_clinics_v\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`parent_id\` text(36),
	\`version_name\` text NOT NULL,
	\`version_slug\` text NOT NULL,
	\`version_city\` text,
	\`version_address_street\` text,
	\`version_address_unit\` text,
	\`version_address_locality\` text,
	\`version_address_region\` text,
	\`version_address_postal_code\` text,
	\`version_address_country\` text,
	\`version_phone\` text,
	\`version_email\` text,
	\`version_website\` text,
	\`version_timezone\` text,
	\`version_theme_accent\` text,
	\`version_theme_accent_text\` text,
	\`version_theme_radius\` numeric,
	\`version_demo\` integer,
	\`version_demo_hash\` text,
	\`version_updated_at\` text,
	\`version_created_at\` text,
	\`version_deleted_at\` text,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (\`parent_id\`) REFERENCES \`clinics\`(\`id\`) ON UPDATE no action ON DELETE set null
);
`,
  `CREATE INDEX \`_clinics_v_parent_idx\` ON \`_clinics_v\` (\`parent_id\`);`,
  `CREATE INDEX \`_clinics_v_version_version_slug_idx\` ON \`_clinics_v\` (\`version_slug\`);`,
  `CREATE INDEX \`_clinics_v_version_version_demo_idx\` ON \`_clinics_v\` (\`version_demo\`);`,
  `CREATE INDEX \`_clinics_v_version_version_updated_at_idx\` ON \`_clinics_v\` (\`version_updated_at\`);`,
  `CREATE INDEX \`_clinics_v_version_version_created_at_idx\` ON \`_clinics_v\` (\`version_created_at\`);`,
  `CREATE INDEX \`_clinics_v_version_version_deleted_at_idx\` ON \`_clinics_v\` (\`version_deleted_at\`);`,
  `CREATE INDEX \`_clinics_v_created_at_idx\` ON \`_clinics_v\` (\`created_at\`);`,
  `CREATE INDEX \`_clinics_v_updated_at_idx\` ON \`_clinics_v\` (\`updated_at\`);`,
  `CREATE TABLE \`_clinics_v_locales\` (
	\`version_disclaimer\` text,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_clinics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_clinics_v_locales_locale_parent_id_unique\` ON \`_clinics_v_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_clinics_v_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`topics_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`_clinics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_clinics_v_rels_order_idx\` ON \`_clinics_v_rels\` (\`order\`);`,
  `CREATE INDEX \`_clinics_v_rels_parent_idx\` ON \`_clinics_v_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`_clinics_v_rels_path_idx\` ON \`_clinics_v_rels\` (\`path\`);`,
  `CREATE INDEX \`_clinics_v_rels_topics_id_idx\` ON \`_clinics_v_rels\` (\`topics_id\`);`,
  `CREATE TABLE \`users_sessions\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`created_at\` text,
	\`expires_at\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`,
  `CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`,
  `CREATE TABLE \`users\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`name\` text NOT NULL,
	\`role\` text DEFAULT 'author' NOT NULL,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`email\` text NOT NULL,
	\`reset_password_token\` text,
	\`reset_password_expiration\` text,
	\`salt\` text,
	\`hash\` text,
	\`reset_password_requested_at\` text,
	\`login_attempts\` numeric DEFAULT 0,
	\`lock_until\` text
);
`,
  `CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`,
  `CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`,
  `CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`,
  `CREATE TABLE \`users_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`clinics_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`clinics_id\`) REFERENCES \`clinics\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`users_rels_order_idx\` ON \`users_rels\` (\`order\`);`,
  `CREATE INDEX \`users_rels_parent_idx\` ON \`users_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`users_rels_path_idx\` ON \`users_rels\` (\`path\`);`,
  `CREATE INDEX \`users_rels_clinics_id_idx\` ON \`users_rels\` (\`clinics_id\`);`,
  `CREATE TABLE \`outbox\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`collection\` text NOT NULL,
	\`document\` text NOT NULL,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);
`,
  `CREATE INDEX \`outbox_updated_at_idx\` ON \`outbox\` (\`updated_at\`);`,
  `CREATE INDEX \`outbox_created_at_idx\` ON \`outbox\` (\`created_at\`);`,
  `CREATE TABLE \`publishing_faults\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`collection\` text NOT NULL,
	\`document\` text NOT NULL,
	\`message\` text NOT NULL,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);
`,
  `CREATE INDEX \`publishing_faults_collection_idx\` ON \`publishing_faults\` (\`collection\`);`,
  `CREATE INDEX \`publishing_faults_document_idx\` ON \`publishing_faults\` (\`document\`);`,
  `CREATE INDEX \`publishing_faults_updated_at_idx\` ON \`publishing_faults\` (\`updated_at\`);`,
  `CREATE INDEX \`publishing_faults_created_at_idx\` ON \`publishing_faults\` (\`created_at\`);`,
  `CREATE TABLE \`admin_links\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`token_hash\` text NOT NULL,
	\`expires_at\` text NOT NULL,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);
`,
  `CREATE UNIQUE INDEX \`admin_links_token_hash_idx\` ON \`admin_links\` (\`token_hash\`);`,
  `CREATE INDEX \`admin_links_updated_at_idx\` ON \`admin_links\` (\`updated_at\`);`,
  `CREATE INDEX \`admin_links_created_at_idx\` ON \`admin_links\` (\`created_at\`);`,
  `CREATE TABLE \`payload_kv\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`key\` text NOT NULL,
	\`data\` text NOT NULL
);
`,
  `CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`,
  `CREATE TABLE \`payload_locked_documents\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`global_slug\` text,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);
`,
  `CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`,
  `CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`,
  `CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`,
  `CREATE TABLE \`payload_locked_documents_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`topics_id\` text(36),
	\`benefits_id\` text(36),
	\`injuries_id\` text(36),
	\`timings_id\` text(36),
	\`faqs_id\` text(36),
	\`studies_id\` text(36),
	\`structures_id\` text(36),
	\`clinics_id\` text(36),
	\`users_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`benefits_id\`) REFERENCES \`benefits\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`injuries_id\`) REFERENCES \`injuries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`timings_id\`) REFERENCES \`timings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`studies_id\`) REFERENCES \`studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`structures_id\`) REFERENCES \`structures\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`clinics_id\`) REFERENCES \`clinics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`,
  `CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`,
  `CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`,
  `CREATE INDEX \`payload_locked_documents_rels_benefits_id_idx\` ON \`payload_locked_documents_rels\` (\`benefits_id\`);`,
  `CREATE INDEX \`payload_locked_documents_rels_injuries_id_idx\` ON \`payload_locked_documents_rels\` (\`injuries_id\`);`,
  `CREATE INDEX \`payload_locked_documents_rels_timings_id_idx\` ON \`payload_locked_documents_rels\` (\`timings_id\`);`,
  `CREATE INDEX \`payload_locked_documents_rels_faqs_id_idx\` ON \`payload_locked_documents_rels\` (\`faqs_id\`);`,
  `CREATE INDEX \`payload_locked_documents_rels_studies_id_idx\` ON \`payload_locked_documents_rels\` (\`studies_id\`);`,
  `CREATE INDEX \`payload_locked_documents_rels_structures_id_idx\` ON \`payload_locked_documents_rels\` (\`structures_id\`);`,
  `CREATE INDEX \`payload_locked_documents_rels_clinics_id_idx\` ON \`payload_locked_documents_rels\` (\`clinics_id\`);`,
  `CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`,
  `CREATE TABLE \`payload_preferences\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`key\` text,
	\`value\` text,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);
`,
  `CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`,
  `CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`,
  `CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`,
  `CREATE TABLE \`payload_preferences_rels\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`order\` integer,
	\`parent_id\` text(36) NOT NULL,
	\`path\` text NOT NULL,
	\`users_id\` text(36),
	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`,
  `CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`,
  `CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`,
  `CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`,
  `CREATE TABLE \`payload_migrations\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`name\` text,
	\`batch\` numeric,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);
`,
  `CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`,
  `CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`,
  `CREATE TABLE \`settings_emergency_numbers\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text PRIMARY KEY NOT NULL,
	\`country\` text NOT NULL,
	\`number\` text NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`settings_emergency_numbers_order_idx\` ON \`settings_emergency_numbers\` (\`_order\`);`,
  `CREATE INDEX \`settings_emergency_numbers_parent_id_idx\` ON \`settings_emergency_numbers\` (\`_parent_id\`);`,
  `CREATE TABLE \`settings\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`citation_style\` text DEFAULT 'vancouver' NOT NULL,
	\`updated_at\` text,
	\`created_at\` text
);
`,
  `CREATE TABLE \`settings_locales\` (
	\`disclaimer\` text NOT NULL,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`settings_locales_locale_parent_id_unique\` ON \`settings_locales\` (\`_locale\`,\`_parent_id\`);`,
  `CREATE TABLE \`_settings_v_version_emergency_numbers\` (
	\`_order\` integer NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`country\` text NOT NULL,
	\`number\` text NOT NULL,
	\`_uuid\` text,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_settings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE INDEX \`_settings_v_version_emergency_numbers_order_idx\` ON \`_settings_v_version_emergency_numbers\` (\`_order\`);`,
  `CREATE INDEX \`_settings_v_version_emergency_numbers_parent_id_idx\` ON \`_settings_v_version_emergency_numbers\` (\`_parent_id\`);`,
  `CREATE TABLE \`_settings_v\` (
	\`id\` text(36) PRIMARY KEY NOT NULL,
	\`version_citation_style\` text DEFAULT 'vancouver' NOT NULL,
	\`version_updated_at\` text,
	\`version_created_at\` text,
	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);
`,
  `CREATE INDEX \`_settings_v_created_at_idx\` ON \`_settings_v\` (\`created_at\`);`,
  `CREATE INDEX \`_settings_v_updated_at_idx\` ON \`_settings_v\` (\`updated_at\`);`,
  `CREATE TABLE \`_settings_v_locales\` (
	\`version_disclaimer\` text NOT NULL,
	\`id\` integer PRIMARY KEY NOT NULL,
	\`_locale\` text NOT NULL,
	\`_parent_id\` text(36) NOT NULL,
	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_settings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
);
`,
  `CREATE UNIQUE INDEX \`_settings_v_locales_locale_parent_id_unique\` ON \`_settings_v_locales\` (\`_locale\`,\`_parent_id\`);`,
];

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement));
}
