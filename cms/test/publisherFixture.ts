/** A CMS with the demo content and its publisher, on either database, for the tests of this folder. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CollectionSlug } from "payload";
import type { Logger } from "pino";
import { databaseOf } from "../src/database/index.ts";
import { type Publisher, startPublisher } from "../src/publishing/publisher.ts";
import type { PublisherOptions } from "../src/publishing/turn.ts";
import { loadDemoContent } from "../src/seed/index.ts";
import { openDirectoryStore } from "../src/store/directory.ts";
import { openMongodbStore } from "../src/store/mongodb.ts";
import type { SnapshotStore } from "../src/store/types.ts";
import { type DatabaseKind, openTestCms, type TestCms } from "./testCms.ts";

export const TOPIC = "dry-needling-for-runners";
const quiet = { info: () => {}, warn: () => {}, error: () => {} } as unknown as Logger;

export type PublisherFixture = {
  cms: TestCms;
  store: SnapshotStore;
  /** Where the store keeps its files. */
  folder: string;
  publisher: Publisher;
  /** Ends the publisher and starts one with other options. */
  restart(options?: Partial<PublisherOptions>): Promise<void>;
  /** A published file, relative to `content/`; `null` where there is none. */
  content(path: string): any;
  /** The items of a list of the demo topic. */
  list(kind: string, locale?: string): any[];
  slugs(kind: string, locale?: string): string[];
  find(collection: string, slug: string): Promise<any>;
  /** An editor's save; public when `data` says so. */
  save(collection: string, id: string, data: object, options?: object): Promise<void>;
  /** A save of the document with this slug, and its publish. */
  change(collection: string, slug: string, data: object, options?: object): Promise<string>;
  create(collection: string, data: object, options?: object): Promise<string>;
  /** Writes a row past every check, as a fault of our own would. */
  damage(collection: string, id: string, data: object): Promise<void>;
  close(): Promise<void>;
};

export async function openPublisherFixture(
  kind: DatabaseKind,
  options: Partial<PublisherOptions> = {},
): Promise<PublisherFixture> {
  const cms = await openTestCms(kind);
  await loadDemoContent(cms.payload);
  const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-publisher-"));
  const store =
    kind === "mongodb"
      ? await openMongodbStore({ url: cms.mongodbUrl, folder, log: quiet })
      : await openDirectoryStore(folder);
  const { payload } = cms;
  const start = (more: Partial<PublisherOptions>) =>
    startPublisher({ payload, store, env: { locales: ["en", "es"] }, log: quiet, ...more });
  const fixture: PublisherFixture = {
    cms,
    store,
    folder,
    publisher: start(options),
    async restart(more = {}) {
      await fixture.publisher.stop();
      fixture.publisher = start(more);
      await fixture.publisher.flush();
    },
    content: (path) => JSON.parse(store.snapshot(`content/${path}`)?.body ?? "null"),
    list: (list, locale = "en") => fixture.content(`${locale}/topics/${TOPIC}/${list}.json`).items,
    slugs: (list, locale) => fixture.list(list, locale).map((item) => item.slug),
    async find(collection, slug) {
      const { docs } = await payload.find({
        collection: collection as CollectionSlug,
        where: { slug: { equals: slug } },
        depth: 0,
        trash: true,
      });
      return docs[0];
    },
    async save(collection, id, data, more = {}) {
      await payload.update({
        collection: collection as CollectionSlug,
        id,
        data,
        trash: true,
        ...more,
      } as never);
    },
    async change(collection, slug, data, more = {}) {
      const { id } = await fixture.find(collection, slug);
      await fixture.save(collection, id, data, more);
      await fixture.publisher.flush();
      return String(id);
    },
    async create(collection, data, more = {}) {
      const doc = await payload.create({ collection: collection as CollectionSlug, data, ...more } as never);
      return String((doc as { id: unknown }).id);
    },
    async damage(collection, id, data) {
      const whole = await payload.findByID({
        collection: collection as CollectionSlug,
        id,
        locale: "all" as never,
        depth: 0,
      });
      await databaseOf(payload).updateOne({
        collection,
        id,
        data: { ...(whole as object), ...data },
        locale: "all",
      } as never);
    },
    async close() {
      await fixture.publisher.stop();
      await store.close();
      await cms.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await fixture.publisher.flush();
  return fixture;
}
