/** What the database itself holds, read past the product: so that no polite answer can hide a changed row. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createClient } from "@libsql/client/sqlite3";
import { MongoClient, ObjectId } from "mongodb";

export type Rows = {
  /** Every row of the collection, its versions and its parts, as one text to compare. */
  of(collection: string): Promise<string>;
  /** The ids of the collection's documents. */
  idsOf(collection: string): Promise<string[]>;
  /** Sets one field of a document, past every rule. */
  set(collection: string, id: string, field: string, value: string): Promise<void>;
  /** Makes the row that says "somebody edits this global", as opening its edit view does; returns its id. */
  insertLock(lock: Lock): Promise<string>;
  close(): Promise<void>;
};

/** Who has what open for editing: a document, or the settings. */
export type Lock = { user: string; on: { collection: string; id: string } | "settings" };

/** `mongodbUrl` is empty where the product runs on its embedded database in `dataDir`. */
export const openRows = (dataDir: string, mongodbUrl?: string): Rows =>
  mongodbUrl ? mongodbRows(mongodbUrl) : sqliteRows(join(dataDir, "cms.sqlite"));

function sqliteRows(file: string): Rows {
  const client = createClient({ url: `file:${file}` });
  // The product writes at any moment; a row that is set waits for it.
  const patient = client.execute("PRAGMA busy_timeout = 5000");
  const tableOf = (collection: string) => collection.replaceAll("-", "_");
  const tables = new Map<string, Promise<string[]>>();
  /** Names of tables hold only letters, digits and underscores. */
  function tablesOf(collection: string): Promise<string[]> {
    const known = tables.get(collection) ?? findTables(collection);
    tables.set(collection, known);
    return known;
  }
  async function findTables(collection: string): Promise<string[]> {
    const { rows } = await client.execute(
      "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
    );
    const own = new RegExp(`^(${tableOf(collection)}|_${tableOf(collection)}_v)(_|$)`);
    return rows.map((row) => String(row.name)).filter((name) => own.test(name));
  }
  return {
    async of(collection) {
      const found: Record<string, unknown> = {};
      for (const table of await tablesOf(collection))
        found[table] = (await client.execute(`SELECT * FROM ${table} ORDER BY rowid`)).rows;
      return JSON.stringify(found);
    },
    async idsOf(collection) {
      if (!(await tablesOf(collection)).includes(tableOf(collection))) return [];
      return (await client.execute(`SELECT id FROM ${tableOf(collection)}`)).rows.map((row) =>
        String(row.id),
      );
    },
    async set(collection, id, field, value) {
      await patient;
      const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      await client.execute({
        sql: `UPDATE ${tableOf(collection)} SET ${column} = ? WHERE id = ?`,
        args: [value, id],
      });
    },
    async insertLock({ user, on }) {
      await patient;
      const id = randomUUID();
      const name = (path: string, collection: string, value: string) => ({
        sql: `INSERT INTO payload_locked_documents_rels (parent_id, path, ${tableOf(collection)}_id) VALUES (?, ?, ?)`,
        args: [id, path, value],
      });
      await client.batch([
        {
          sql: "INSERT INTO payload_locked_documents (id, global_slug) VALUES (?, ?)",
          args: [id, on === "settings" ? on : null],
        },
        name("user", "users", user),
        ...(on === "settings" ? [] : [name("document", on.collection, on.id)]),
      ]);
      return id;
    },
    async close() {
      client.close();
    },
  };
}

function mongodbRows(url: string): Rows {
  const client = new MongoClient(url);
  /** Mongoose names a collection in the plural, `outbox` lies in `outboxes`; the settings lie among the globals. */
  async function nameOf(collection: string): Promise<string> {
    const all = (await client.db().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
    const names = collection === "settings" ? ["globals"] : [collection, `${collection}s`, `${collection}es`];
    const found = names.find((name) => all.includes(name));
    if (!found) throw new Error(`There is no collection ${collection} among ${all.join(", ")}.`);
    return found;
  }
  const read = async (collection: string) =>
    client
      .db()
      .collection(await nameOf(collection))
      .find()
      .sort({ _id: 1 })
      .toArray();
  const readVersions = (collection: string) =>
    client.db().collection(`_${collection}_versions`).find().sort({ _id: 1 }).toArray();
  return {
    of: async (collection) => JSON.stringify([await read(collection), await readVersions(collection)]),
    idsOf: async (collection) => (await read(collection)).map(({ _id }) => String(_id)),
    async set(collection, id, field, value) {
      const { matchedCount } = await client
        .db()
        .collection(collection)
        .updateOne({ $expr: { $eq: [{ $toString: "$_id" }, id] } }, { $set: { [field]: value } });
      if (matchedCount !== 1) throw new Error(`There is no document ${id} in ${collection}.`);
    },
    async insertLock({ user, on }) {
      const now = new Date();
      const name = (relationTo: string, value: string) => ({ relationTo, value: new ObjectId(value) });
      const { insertedId } = await client
        .db()
        .collection("payload-locked-documents")
        .insertOne({
          ...(on === "settings" ? { globalSlug: on } : { document: name(on.collection, on.id) }),
          user: name("users", user),
          createdAt: now,
          updatedAt: now,
        });
      return String(insertedId);
    },
    close: () => client.close(),
  };
}
