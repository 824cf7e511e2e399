// Written by `migration-create`. Do not edit.
import type { MigrateUpArgs } from "@payloadcms/db-mongodb";
import type { Migration } from "../../migrate.ts";
import * as m20261124_124346_initial from "./20261124_124346_initial.ts";
import * as m20261127_043247_index_by_parent from "./20261127_043247_index_by_parent.ts";
import * as m20261130_210413_count_logins_elsewhere from "./20261130_210413_count_logins_elsewhere.ts";
import * as m20261130_212825_paper_language from "./20261130_212825_paper_language.ts";
import * as m20261201_004442_special_days from "./20261201_004442_special_days.ts";
import * as m20261201_012432_former_slugs from "./20261201_012432_former_slugs.ts";

export const migrations: Migration<MigrateUpArgs>[] = [
  { name: "20261124_124346_initial", up: m20261124_124346_initial.up },
  { name: "20261127_043247_index_by_parent", up: m20261127_043247_index_by_parent.up },
  { name: "20261130_210413_count_logins_elsewhere", up: m20261130_210413_count_logins_elsewhere.up },
  { name: "20261130_212825_paper_language", up: m20261130_212825_paper_language.up },
  { name: "20261201_004442_special_days", up: m20261201_004442_special_days.up },
  { name: "20261201_012432_former_slugs", up: m20261201_012432_former_slugs.up },
];
