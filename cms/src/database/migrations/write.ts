/** Writes new migrations, for both databases, from what the collections have become. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BaseDatabaseAdapter } from "payload";
import { emptySchema, type SqliteSchema, statementsBetween, wantedSchema } from "../sqlite/schema.ts";

/** The schema that the migrations in `folder` lead to. */
export function migratedSchema(adapter: BaseDatabaseAdapter, folder: string): SqliteSchema {
  const file = schemaFile(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as SqliteSchema) : emptySchema(adapter);
}

/**
 * Writes a migration called `name` into `folder` (`sqlite/` and `mongodb/`) when the collections of `adapter`, an
 * initialised SQLite adapter, ask for another schema than the migrations lead to. Returns its full name, or nothing.
 */
export async function writeMigration(
  adapter: BaseDatabaseAdapter,
  folder: string,
  name: string,
  now: Date,
): Promise<string | undefined> {
  const wanted = await wantedSchema(adapter);
  const statements = await statementsBetween(adapter, migratedSchema(adapter, folder), wanted);
  if (statements.length === 0) return undefined;
  const fullName = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "_")}_${name}`;
  for (const [database, source] of [
    ["sqlite", sqliteMigration(statements)],
    ["mongodb", MONGODB_MIGRATION],
  ] as const) {
    mkdirSync(join(folder, database), { recursive: true });
    writeFileSync(join(folder, database, `${fullName}.ts`), source);
    writeFileSync(join(folder, database, "index.ts"), migrationList(database, join(folder, database)));
  }
  writeFileSync(schemaFile(folder), `${JSON.stringify(wanted, null, 1)}\n`);
  return fullName;
}

const schemaFile = (folder: string) => join(folder, "sqlite", "schema.json");

const sqliteMigration = (
  statements: string[],
) => `// Written by \`migration-create\`. Before it is committed, moving of data may be added.
import { type MigrateUpArgs, sql } from "@payloadcms/db-sqlite";

const statements = [
${statements.map((statement) => `  \`${statement.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${")}\`,`).join("\n")}
];

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement));
}
`;

const MONGODB_MIGRATION = `// Written by \`migration-create\`. Collections and indexes make themselves; before it is committed, moving of data may be added.
import type { MigrateUpArgs } from "@payloadcms/db-mongodb";

export async function up(_args: MigrateUpArgs): Promise<void> {}
`;

function migrationList(database: "sqlite" | "mongodb", folder: string): string {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && file !== "index.ts")
    .map((file) => file.slice(0, -".ts".length))
    .sort();
  return `// Written by \`migration-create\`. Do not edit.
import type { MigrateUpArgs } from "@payloadcms/db-${database}";
import type { Migration } from "../../migrate.ts";
${names.map((name) => `import * as m${name} from "./${name}.ts";`).join("\n")}

export const migrations: Migration<MigrateUpArgs>[] = [
${names.map((name) => `  { name: "${name}", up: m${name}.up },`).join("\n")}
];
`;
}
