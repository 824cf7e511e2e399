/** Indexes that Payload leaves out. */
import type { SQLiteAdapterArgs } from "@payloadcms/db-sqlite";

type SchemaHook = NonNullable<SQLiteAdapterArgs["beforeSchemaInit"]>[number];

/** Payload hands the adapter in, too; its types leave that out. */
type Handed = Parameters<SchemaHook>[0] & {
  adapter: {
    localesSuffix: string;
    rawTables: Record<string, { indexes?: Record<string, { name: string; on: string }> }>;
  };
};

/**
 * A document's translations and lists of words are read by its id, but Payload indexes them by language or place first:
 * every reading would look through those of all documents.
 */
export const indexByParent: SchemaHook = (handed) => {
  const { adapter, schema } = handed as Handed;
  for (const [table, definition] of Object.entries(adapter.rawTables)) {
    const parent = table.endsWith(adapter.localesSuffix)
      ? "_parentID"
      : table.endsWith("_texts")
        ? "parent"
        : undefined;
    if (!parent) continue;
    const name = `${table}_parent_id_idx`;
    definition.indexes = { ...definition.indexes, [name]: { name, on: parent } };
  }
  return schema;
};
