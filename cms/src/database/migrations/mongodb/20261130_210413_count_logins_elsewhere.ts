// Written by `migration-create`. Collections and indexes make themselves.
import type { MigrateUpArgs } from "@payloadcms/db-mongodb";

export async function up({ payload, session }: MigrateUpArgs): Promise<void> {
  const people = payload.db.connection.collection("users");
  await people.updateMany({}, { $unset: { loginAttempts: "", lockUntil: "" } }, { session });
}
