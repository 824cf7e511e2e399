/** The adapter halves of this folder's features: they act where rows are written. */
import type { ClinicDatabase } from "../database/index.ts";
import { withOneLanguage } from "./oneLanguage/adapter.ts";
import { withTrash } from "./trash/adapter.ts";

/** Adds "one language at a time" and the trash to `database`. */
export const withVersions = (database: ClinicDatabase): ClinicDatabase =>
  withTrash(withOneLanguage(database));
