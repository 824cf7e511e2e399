// Written by `migration-create`. Collections and indexes make themselves; before it is committed, moving of data may be added.
import type { MigrateUpArgs } from "@payloadcms/db-mongodb";

export async function up(_args: MigrateUpArgs): Promise<void> {}
