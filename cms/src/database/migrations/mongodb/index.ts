// Written by `migration-create`. Do not edit.
import type { MigrateUpArgs } from "@payloadcms/db-mongodb";
import type { Migration } from "../../migrate.ts";

export const migrations: Migration<MigrateUpArgs>[] = [];
