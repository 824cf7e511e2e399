/** A small Payload on either database, for the tests of this folder. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type BasePayload,
  buildConfig,
  type CollectionConfig,
  type CollectionSlug,
  type GlobalConfig,
  getPayload,
  handleEndpoints,
} from "payload";
import { type ClinicDatabase, databaseAdapter, OUTBOX, safeDatabase } from "../src/database/index.ts";
import { markTransientErrors, restWithRetry } from "../src/database/retry.ts";
import { sqliteDatabase } from "../src/database/sqlite/index.ts";
import { emptySchema, statementsBetween, wantedSchema } from "../src/database/sqlite/schema.ts";
import { withVersions } from "../src/versions/adapter.ts";
import type { DatabaseKind } from "./databaseKinds.ts";

export { type DatabaseKind, databaseKinds } from "./databaseKinds.ts";

const open = () => true;
const access = { create: open, read: open, update: open, delete: open, readVersions: open };

/** With drafts, an array (a second table on SQLite), and a hook that throws when the text says so. */
export const faqs: CollectionConfig = {
  slug: "faqs",
  access,
  trash: true,
  versions: { drafts: { autosave: true, localizeStatus: false } },
  hooks: {
    afterChange: [
      ({ doc }) => {
        if (doc.question === "throw") throw new Error("The hook threw.");
      },
    ],
  },
  fields: [
    { name: "question", type: "text", localized: true },
    { name: "links", type: "array", fields: [{ name: "label", type: "text", localized: true }] },
  ],
};

/** Without drafts. */
export const structures: CollectionConfig = {
  slug: "structures",
  access,
  fields: [{ name: "name", type: "text" }],
};

/** Not public. */
export const notes: CollectionConfig = { slug: "notes", access, fields: [{ name: "text", type: "text" }] };

const settings: GlobalConfig = {
  slug: "settings",
  access: { read: open, update: open },
  fields: [{ name: "disclaimer", type: "text" }],
};

const outbox: CollectionConfig = {
  slug: OUTBOX,
  fields: [
    { name: "collection", type: "text" },
    { name: "document", type: "text" },
  ],
};

type UntypedDoc = { id: string; [field: string]: unknown };
type Untyped<Result> = (options: { collection: string; [option: string]: unknown }) => Promise<Result>;

/**
 * The collections here are a test's own, and no generated type knows their fields. After Payload's own signatures each of
 * these is a second one, for any collection.
 */
type UntypedOperations = {
  create: Untyped<UntypedDoc>;
  find: Untyped<{ docs: UntypedDoc[]; totalDocs: number }>;
  findByID: Untyped<UntypedDoc>;
  findVersions: Untyped<{ docs: { id: string; version: UntypedDoc }[]; totalDocs: number }>;
  update: Untyped<UntypedDoc>;
  delete: Untyped<UntypedDoc>;
  count: Untyped<{ totalDocs: number }>;
  updateGlobal(options: { slug: string; [option: string]: unknown }): Promise<{ [field: string]: unknown }>;
  db: { findOne: Untyped<UntypedDoc | null>; updateOne: Untyped<UntypedDoc> };
};

/** The slug of a collection of a test's own, where Payload's types ask for one of ours. */
export const testSlug = (slug: string) => slug as CollectionSlug;

/** `payload`, also for collections of which only the test knows. */
export const untyped = (payload: BasePayload) => payload as BasePayload & UntypedOperations;

export type TestPayload = {
  payload: BasePayload & { db: ClinicDatabase } & UntypedOperations;
  /** Payload's REST API as the server mounts it. */
  rest(method: string, path: string, body?: object): Promise<Response>;
  /** The folder of the SQLite file. */
  folder: string;
  /** The rows of the outbox in order, as "collection/document", and empties it. */
  takeRows(): Promise<string[]>;
  close(): Promise<void>;
};

type Options = {
  kind: DatabaseKind;
  folder?: string;
  collections?: CollectionConfig[];
  locales?: string[];
  /** SQLite: leave a new file empty. */
  withoutTables?: boolean;
  /** SQLite: how long a write waits for its turn. */
  waitMs?: number;
  /** How long REST repeats a request that meets write conflicts. */
  patienceMs?: number;
};

/** Opens a Payload of its own with all tables made. */
export async function openTestPayload(options: Options): Promise<TestPayload> {
  const name = `database-${randomUUID()}`;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "clinic-widgets-"));
  const config = await buildConfig({
    secret: "a secret for tests that nobody needs to know",
    db: adapterFor(options, join(folder, "cms.sqlite"), name),
    collections: [...(options.collections ?? [faqs, structures, notes]), outbox],
    globals: [settings],
    localization: { locales: options.locales ?? ["en", "es"], defaultLocale: "en", fallback: false },
    hooks: { afterError: [markTransientErrors] },
    telemetry: false,
    logger: { options: { level: "silent" } },
    typescript: { autoGenerate: false },
  });
  const payload = (await getPayload({ config, key: name, disableOnInit: true })) as TestPayload["payload"];
  if (options.kind === "sqlite" && !options.withoutTables) await createTables(payload);
  const handler = restWithRetry(
    (request) => handleEndpoints({ config, request, payloadInstanceCacheKey: name }),
    options.patienceMs,
  );
  return {
    payload,
    rest: (method, path, data) => {
      const body = JSON.stringify(data ?? {});
      const headers = {
        "content-type": "application/json",
        "content-length": String(Buffer.byteLength(body)),
      };
      return handler(new Request(`http://localhost/api${path}`, { method, headers, body }), undefined);
    },
    folder,
    async takeRows() {
      const { docs } = await payload.db.find<{ id: string; collection: string; document: string }>({
        collection: OUTBOX,
        limit: 0,
        pagination: false,
        sort: "createdAt",
        where: {},
      });
      await payload.db.deleteMany({ collection: OUTBOX, where: {} });
      return docs.map((row) => `${row.collection}/${row.document}`);
    },
    async close() {
      if (options.kind === "mongodb") await mongo(payload).dropDatabase();
      await payload.destroy();
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The Mongoose connection below `payload`. */
export const mongo = (payload: BasePayload) =>
  (payload.db as unknown as { connection: { dropDatabase(): Promise<void>; db: import("mongodb").Db } })
    .connection;

/** `MONGODB_TEST_URL` with another database. */
export function mongodbTestUrl(database: string): string {
  const url = new URL(process.env.MONGODB_TEST_URL ?? "");
  url.pathname = `/${database}`;
  return url.href;
}

function adapterFor({ kind, waitMs }: Options, file: string, name: string) {
  if (kind === "mongodb")
    return databaseAdapter({ database: { kind, url: mongodbTestUrl(name) } }, withVersions);
  const base = sqliteDatabase({ file, waitMs });
  return {
    ...base,
    init: (args: Parameters<typeof base.init>[0]) => safeDatabase(base.init(args), withVersions),
  };
}

/** Makes the tables that the collections ask for in a new SQLite file. */
export async function createTables(payload: BasePayload): Promise<void> {
  const adapter = payload.db as unknown as ClinicDatabase & {
    client: {
      executeMultiple(sql: string): Promise<void>;
      execute(sql: string): Promise<{ rows: unknown[] }>;
    };
  };
  const existing = await adapter.client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 1",
  );
  if (existing.rows.length > 0) return;
  const statements = await statementsBetween(adapter, emptySchema(adapter), await wantedSchema(adapter));
  await adapter.client.executeMultiple(statements.join("\n"));
}
