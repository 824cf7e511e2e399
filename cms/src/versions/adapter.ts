/** What the features of this folder need at the point where rows are written. */
import type { ClinicDatabase } from "../database/index.ts";
import { withOneLanguage } from "./oneLanguage/adapter.ts";
import { withTrash } from "./trash/adapter.ts";

/** Adds the adapter halves of "one language at a time" and of the trash to `database`. */
export const withVersions = (database: ClinicDatabase): ClinicDatabase =>
  withTrash(withOneLanguage(database));
