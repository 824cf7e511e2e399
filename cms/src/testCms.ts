/** The CMS as it is configured, on a fresh database of either kind, for tests that need its rules but no server. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lexicalEditor } from "@payloadcms/richtext-lexical";
import {
  type BaseDatabaseAdapter,
  buildConfig,
  getPayload,
  type Payload,
  type PayloadRequest,
  type TypedUser,
} from "payload";
import { collections } from "./collections/index.ts";
import { databaseAdapter } from "./database/index.ts";
import { emptySchema, statementsBetween, wantedSchema } from "./database/sqlite/schema.ts";
import { type DatabaseKind, mongo, mongodbTestUrl } from "./database/testSupport.ts";
import { Settings } from "./globals/Settings.ts";
import { tidyValuesEverywhere } from "./hooks/everywhere.ts";
import { publishLocalesApart } from "./hooks/publishLocalesApart.ts";
import { localization } from "./localization.ts";

export { type DatabaseKind, databaseKinds } from "./database/testSupport.ts";

export type TestCms = {
  payload: Payload;
  /** Where its MongoDB is; empty on SQLite. */
  mongodbUrl: string;
  close(): Promise<void>;
};

/** Opens it with empty tables. */
export async function openTestCms(kind: DatabaseKind): Promise<TestCms> {
  const name = `cms-${randomUUID()}`;
  const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-"));
  const config = await buildConfig({
    secret: "a secret for tests that nobody needs to know",
    db: databaseAdapter({
      database:
        kind === "sqlite" ? { kind, file: join(folder, "cms.sqlite") } : { kind, url: mongodbTestUrl(name) },
    }),
    editor: lexicalEditor(),
    collections,
    globals: [Settings],
    localization: localization(["en", "es"]),
    plugins: [tidyValuesEverywhere, publishLocalesApart],
    telemetry: false,
    logger: { options: { level: "silent" } },
    typescript: { autoGenerate: false },
  });
  const payload = await getPayload({ config, key: name, disableOnInit: true });
  if (kind === "sqlite") {
    const adapter = payload.db as unknown as BaseDatabaseAdapter & {
      client: { executeMultiple(sql: string): Promise<void> };
    };
    const statements = await statementsBetween(adapter, emptySchema(adapter), await wantedSchema(adapter));
    await adapter.client.executeMultiple(statements.join("\n"));
  }
  return {
    payload,
    mongodbUrl: kind === "mongodb" ? mongodbTestUrl(name) : "",
    async close() {
      if (kind === "mongodb") await mongo(payload as never).dropDatabase();
      await payload.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A request as `user` would make it. */
export const requestAs = (payload: Payload, user: TypedUser | null): PayloadRequest =>
  ({ payload, user, context: {}, headers: new Headers() }) as unknown as PayloadRequest;
