/** The SQLite schema that the collections ask for, and the statements that lead to it from an older one. */
import type { BaseDatabaseAdapter } from "payload";

type Tables = Record<string, { columns: Record<string, unknown> }>;

/** A schema as drizzle-kit describes it: plain JSON. */
export type SqliteSchema = { tables: Tables; [key: string]: unknown };

type SchemaTools = {
  generateDrizzleJson(schema: unknown): Promise<SqliteSchema>;
  generateMigration(before: SqliteSchema, after: SqliteSchema): Promise<string[]>;
};
type SchemaAdapter = {
  schema: unknown;
  defaultDrizzleSnapshot: SqliteSchema;
  requireDrizzleKit(): SchemaTools;
};

/** What Payload's adapter uses for its own migrations, of which its type says nothing (seen in @payloadcms/drizzle 3.90.2). */
const toolsOf = (adapter: BaseDatabaseAdapter) => adapter as unknown as SchemaAdapter;

/** What the collections ask for now. `adapter` must be initialised; it need not be connected. */
export async function wantedSchema(adapter: BaseDatabaseAdapter): Promise<SqliteSchema> {
  const { schema, requireDrizzleKit } = toolsOf(adapter);
  const { id: _id, prevId: _prevId, ...wanted } = await requireDrizzleKit().generateDrizzleJson(schema);
  return wanted as SqliteSchema;
}

/** What a new file holds: nothing. */
export function emptySchema(adapter: BaseDatabaseAdapter): SqliteSchema {
  return toolsOf(adapter).defaultDrizzleSnapshot;
}

/**
 * The statements that lead from `before` to `after`; none when they are alike.
 * What is new is added before what is old is removed, so that a migration can be edited to move rows in between, and
 * drizzle-kit never sees both at once: it would ask on the terminal whether something was renamed.
 */
export async function statementsBetween(
  adapter: BaseDatabaseAdapter,
  before: SqliteSchema,
  after: SqliteSchema,
): Promise<string[]> {
  const { generateMigration } = toolsOf(adapter).requireDrizzleKit();
  const both = withOldParts(after, before);
  return [
    ...(await generateMigration(stamped(before), stamped(both))),
    ...(await generateMigration(stamped(both), stamped(after))),
  ];
}

/** `schema` with the tables and columns that only `old` has. */
function withOldParts(schema: SqliteSchema, old: SqliteSchema): SqliteSchema {
  const tables: Tables = { ...old.tables, ...schema.tables };
  for (const [name, table] of Object.entries(schema.tables)) {
    const oldTable = old.tables[name];
    if (oldTable)
      tables[name] = { ...oldTable, ...table, columns: { ...oldTable.columns, ...table.columns } };
  }
  return { ...schema, tables };
}

/** drizzle-kit wants ids; we compare by content and keep none. */
const stamped = (schema: SqliteSchema): SqliteSchema => ({ ...schema, id: "after", prevId: "before" });
