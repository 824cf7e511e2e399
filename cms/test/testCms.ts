/** The CMS as it is configured, on a fresh database of either kind, for tests that need its rules but no server. */
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lexicalEditor } from "@payloadcms/richtext-lexical";
import {
  type BaseDatabaseAdapter,
  buildConfig,
  type CollectionSlug,
  type DatabaseAdapterObj,
  getPayload,
  handleEndpoints,
  type Payload,
  type PayloadRequest,
  type TypedUser,
} from "payload";
import { closePayloadCollections } from "../src/access/payloadCollections.ts";
import { withPreferenceLimits } from "../src/access/preferences.ts";
import { sayLocked } from "../src/access/sayLocked.ts";
import { collections } from "../src/collections/index.ts";
import { Settings } from "../src/collections/Settings.ts";
import type { Env } from "../src/config/env.ts";
import { localization } from "../src/config/localization.ts";
import { answerBadRequests } from "../src/database/badRequests.ts";
import { type ClinicDatabase, databaseAdapter } from "../src/database/index.ts";
import { markTransientErrors, restWithRetry } from "../src/database/retry.ts";
import { emptySchema, statementsBetween, wantedSchema } from "../src/database/sqlite/schema.ts";
import { uncheckedData } from "../src/documents/payload.ts";
import { withSessions } from "../src/people/sessions.ts";
import { searchFolded } from "../src/search/searchFolded.ts";
import { tidyValuesEverywhere } from "../src/validation/plugin.ts";
import { withVersions } from "../src/versions/adapter.ts";
import { publishOneLanguage } from "../src/versions/oneLanguage/plugin.ts";
import { refuseStaleSaves } from "../src/versions/stale/plugin.ts";
import { type DatabaseKind, mongo, mongodbTestUrl } from "./database.ts";

export { type DatabaseKind, databaseKinds } from "./database.ts";

export type TestCms = {
  payload: Payload;
  /** Where its MongoDB is; empty on SQLite. */
  mongodbUrl: string;
  /** Payload's REST API, with the repetition of saves that lost a race. */
  rest(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
};

/** A database that several processes open, one after the other or, on MongoDB, at once; it stays when they close it. */
export type SharedDatabase = {
  folder: string;
  name: string;
  /** Instead of the adapter that the product uses. */
  adapter?: (database: Env["database"]) => DatabaseAdapterObj<BaseDatabaseAdapter>;
};

/** So many preferences a person has at most; in the product some hundred, which take long to write. */
export const TEST_PREFERENCES = 12;

/** Databases of this worker that nobody uses. To make one again, with its hundreds of indexes, takes most of a second. */
const emptied: string[] = [];

async function empty(payload: Payload): Promise<void> {
  const { db } = mongo(payload);
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    await db.collection(name).deleteMany({});
}

/** Opens it with empty tables, or as it is when it is shared. The first language is the default. */
export async function openTestCms(
  kind: DatabaseKind,
  shared?: SharedDatabase,
  locales: [string, ...string[]] = ["en", "es"],
  /** Changes the adapter below what features add to it. */
  underneath: (adapter: BaseDatabaseAdapter) => void = () => {},
): Promise<TestCms> {
  const name = shared?.name ?? (kind === "mongodb" ? emptied.pop() : undefined) ?? `cms-${randomUUID()}`;
  const folder = shared?.folder ?? mkdtempSync(join(tmpdir(), "clinic-widgets-"));
  const file = join(folder, "cms.sqlite");
  const isNew = !existsSync(file);
  const database: Env["database"] = kind === "sqlite" ? { kind, file } : { kind, url: mongodbTestUrl(name) };
  const changed = (adapter: ClinicDatabase) => {
    underneath(adapter);
    return adapter;
  };
  const built = await buildConfig({
    secret: "a secret for tests that nobody needs to know",
    db:
      shared?.adapter?.(database) ??
      databaseAdapter(
        { database },
        changed,
        withVersions,
        withSessions,
        withPreferenceLimits(TEST_PREFERENCES),
      ),
    editor: lexicalEditor(),
    collections,
    globals: [Settings],
    localization: localization(locales),
    hooks: { afterError: [answerBadRequests, sayLocked, markTransientErrors] },
    plugins: [tidyValuesEverywhere, searchFolded, refuseStaleSaves, publishOneLanguage],
    telemetry: false,
    logger: { options: { level: "silent" } },
    typescript: { autoGenerate: false },
  });
  const config = closePayloadCollections(built);
  // Payload would hand out a closed instance again that had the same key.
  const key = randomUUID();
  const payload = await getPayload({ config, key, disableOnInit: true });
  if (kind === "sqlite" && isNew) {
    const adapter = payload.db as unknown as BaseDatabaseAdapter & {
      client: { executeMultiple(sql: string): Promise<void> };
    };
    const statements = await statementsBetween(adapter, emptySchema(adapter), await wantedSchema(adapter));
    await adapter.client.executeMultiple(statements.join("\n"));
  }
  const rest = restWithRetry((request) => handleEndpoints({ config, request, payloadInstanceCacheKey: key }));
  return {
    payload,
    rest: (method, path, body, headers = {}) => {
      const type: Record<string, string> = body ? { "content-type": "application/json" } : {};
      const sent = body ? { body: JSON.stringify(body) } : {};
      return rest(
        new Request(`http://localhost/api${path}`, { method, headers: { ...type, ...headers }, ...sent }),
        undefined,
      );
    },
    mongodbUrl: kind === "mongodb" ? mongodbTestUrl(name) : "",
    async close() {
      if (kind === "mongodb" && !shared) await empty(payload);
      await payload.destroy();
      if (kind === "mongodb" && !shared) emptied.push(name);
      if (!shared) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const EDITOR = { id: "editor", collection: "users", role: "editor" } as unknown as TypedUser;

/** A request as `user` would make it. */
export const requestAs = (payload: Payload, user: TypedUser | null): PayloadRequest =>
  ({ payload, user, context: {}, headers: new Headers() }) as unknown as PayloadRequest;

/** A draft in English, past the checks of access and without the types: tests write what is half done. Answers its id. */
export const createDraft = async (
  { payload }: TestCms,
  collection: CollectionSlug,
  data: object,
  locale = "en",
): Promise<string> => {
  const { id } = await payload.create({ collection, data: uncheckedData(data), draft: true, locale });
  return String(id);
};
