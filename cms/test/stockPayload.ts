/** Payload as it comes from npm, without a line of ours around it: guards ask it what it does by itself. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mongooseAdapter } from "@payloadcms/db-mongodb";
import { sqliteAdapter } from "@payloadcms/db-sqlite";
import {
  type BasePayload,
  buildConfig,
  type CollectionConfig,
  type Config,
  getPayload,
  handleEndpoints,
} from "payload";
import { createTables, type DatabaseKind, mongo, mongodbTestUrl } from "./database.ts";

/** Title of a test of something that Payload does wrong, and that we work around. */
export const FAULT =
  "Payload still (when this fails, a fault may be gone, and our answer to it can go: see docs/payload-faults.md)";

const anybody = () => true;
const openAccess = {
  create: anybody,
  read: anybody,
  update: anybody,
  delete: anybody,
  readVersions: anybody,
} satisfies CollectionConfig["access"];

/** Public content as small as it can be: drafts, trash, a localized text, and rows with one. */
export const questions = (more: Partial<CollectionConfig> = {}): CollectionConfig => ({
  slug: "questions",
  access: openAccess,
  trash: true,
  versions: { drafts: { autosave: true, localizeStatus: false } },
  fields: [
    { name: "question", type: "text", localized: true },
    { name: "links", type: "array", fields: [{ name: "label", type: "text", localized: true }] },
  ],
  ...more,
});

/** People who log in. */
export const people = (more: Partial<CollectionConfig> = {}): CollectionConfig => ({
  slug: "people",
  auth: true,
  access: openAccess,
  fields: [{ name: "role", type: "text" }],
  ...more,
});

export type StockDoc = { id: string; [field: string]: unknown };
type Found = { docs: StockDoc[]; totalDocs: number };

/** Payload's Local API for collections that no generated type knows: each guard brings its own. */
type Operations = {
  create(args: object): Promise<StockDoc>;
  update(args: object): Promise<StockDoc>;
  delete(args: object): Promise<unknown>;
  find(args: object): Promise<Found>;
  findByID(args: object): Promise<StockDoc>;
  findVersions(args: object): Promise<Found>;
  count(args: object): Promise<{ totalDocs: number }>;
  login(args: object): Promise<{ token: string }>;
};

export type StockPayload = {
  payload: BasePayload;
  api: Operations;
  /** Asks Payload's REST API, past everything that our server puts before it. */
  rest(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
};

/** Opens it on a database of its own, with transactions. `config` says what it holds. */
export async function openStockPayload(
  config: Omit<Partial<Config>, "db">,
  kind: DatabaseKind = "sqlite",
): Promise<StockPayload> {
  const key = `stock-${randomUUID()}`;
  const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-stock-"));
  const built = buildConfig({
    secret: "a secret for tests that nobody needs to know",
    localization: { locales: ["en", "es"], defaultLocale: "en", fallback: false },
    telemetry: false,
    logger: { options: { level: "silent" } },
    typescript: { autoGenerate: false },
    ...config,
    db:
      kind === "mongodb"
        ? mongooseAdapter({ url: mongodbTestUrl(key), ensureIndexes: true })
        : sqliteAdapter({
            client: { url: pathToFileURL(join(folder, "stock.sqlite")).href },
            idType: "uuid",
            push: false,
            transactionOptions: {},
          }),
  });
  const payload = await getPayload({ config: built, key, disableOnInit: true });
  if (kind === "sqlite") await createTables(payload);
  return {
    payload,
    // The generated types name our own collections alone.
    api: payload as unknown as Operations,
    rest: (method, path, body, headers = {}) =>
      handleEndpoints({
        config: built,
        payloadInstanceCacheKey: key,
        request: new Request(`http://localhost/api${path}`, {
          method,
          headers: { "content-type": "application/json", ...headers },
          ...(body ? { body: JSON.stringify(body) } : {}),
        }),
      }),
    async close() {
      if (kind === "mongodb") await mongo(payload).dropDatabase();
      await payload.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
