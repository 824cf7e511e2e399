/** A CMS with the demo content and its publisher, on either database, for the tests of this folder. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ListKind } from "@clinic-widgets/shared";
import type { CollectionSlug } from "payload";
import type { Logger } from "pino";
import { databaseOf } from "../src/database/index.ts";
import { uncheckedData } from "../src/documents/payload.ts";
import { type Publisher, startPublisher } from "../src/publishing/publisher.ts";
import type { PublisherOptions } from "../src/publishing/turn.ts";
import { openDirectoryStore } from "../src/store/directory.ts";
import { openMongodbStore } from "../src/store/mongodb.ts";
import type { SnapshotStore } from "../src/store/types.ts";
import { openDemoCms } from "./demoCms.ts";
import type { Parsed } from "./parsed.ts";
import type { DatabaseKind, TestCms } from "./testCms.ts";
import type { Written } from "./written.ts";

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
  content(path: string): Parsed;
  /** The items of a list of the demo topic. */
  list(kind: ListKind, locale?: string): Parsed[];
  slugs(kind: ListKind, locale?: string): string[];
  find(collection: CollectionSlug, slug: string): Promise<Parsed>;
  /** An editor's save; public when `data` says so. */
  save<Slug extends CollectionSlug>(
    collection: Slug,
    id: string,
    data: Written<Slug>,
    options?: object,
  ): Promise<void>;
  /** A save of the document with this slug, and its publish. */
  change<Slug extends CollectionSlug>(
    collection: Slug,
    slug: string,
    data: Written<Slug>,
    options?: object,
  ): Promise<string>;
  create<Slug extends CollectionSlug>(
    collection: Slug,
    data: Written<Slug>,
    options?: object,
  ): Promise<string>;
  /** Writes a row past every check, as a fault of our own would. */
  damage(collection: CollectionSlug, id: string, data: object): Promise<void>;
  close(): Promise<void>;
};

export async function openPublisherFixture(
  kind: DatabaseKind,
  options: Partial<PublisherOptions> = {},
): Promise<PublisherFixture> {
  const cms = await openDemoCms(kind);
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
        collection,
        where: { slug: { equals: slug } },
        depth: 0,
        trash: true,
      });
      return docs[0];
    },
    async save(collection, id, data, more = {}) {
      await payload.update({ collection, id, data: uncheckedData(data), trash: true, ...more });
    },
    async change(collection, slug, data, more = {}) {
      const { id } = await fixture.find(collection, slug);
      await fixture.save(collection, id, data, more);
      await fixture.publisher.flush();
      return String(id);
    },
    async create(collection, data, more = {}) {
      const { id } = await payload.create({ collection, data: uncheckedData(data), ...more });
      return String(id);
    },
    async damage(collection, id, data) {
      const whole = await payload.findByID({
        collection,
        id,
        locale: "all",
        depth: 0,
      });
      await databaseOf(payload).updateOne({
        collection,
        id,
        data: { ...whole, ...data },
        locale: "all",
      });
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
