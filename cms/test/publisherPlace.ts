/** A CMS with its publisher on a database that several processes open, for the tests of publishers that die. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Payload } from "payload";
import { type Logger, pino } from "pino";
import { OUTBOX } from "../src/database/index.ts";
import { type Publisher, type PublisherOptions, startPublisher } from "../src/publishing/index.ts";
import { openDirectoryStore } from "../src/store/directory.ts";
import { openMongodbStore } from "../src/store/mongodb.ts";
import type { SnapshotStore } from "../src/store/types.ts";
import { type DatabaseKind, openTestCms, type SharedDatabase } from "./testCms.ts";

/** Where the database and the published files are. */
export type Place = { kind: DatabaseKind; folder: string; name: string };

/** Longer than the lease of a process that died, on a machine that does four other things. */
const PATIENCE_MS = 90_000;
const quiet = pino({ level: "silent" });
/** Short, as each test waits until that of a process that died is over. */
const LEASE_MS = 2000;

export type PublisherPlace = {
  payload: Payload;
  store: SnapshotStore;
  publish(options: Partial<PublisherOptions>): Publisher;
  /** The public questions with their answers. */
  shown(): string[];
  /** How many rows the outbox has. */
  waiting(): Promise<number>;
  close(): Promise<void>;
};

/** Opens the place, as a server does that starts there. */
export async function openPublisherPlace(
  { kind, folder, name }: Place,
  { adapter, log = quiet }: { adapter?: SharedDatabase["adapter"]; log?: Logger } = {},
): Promise<PublisherPlace> {
  const cms = await openTestCms(kind, { folder, name, ...(adapter ? { adapter } : {}) });
  const store =
    kind === "mongodb"
      ? await openMongodbStore({
          url: cms.mongodbUrl,
          folder: join(folder, `store-${randomUUID()}`),
          log,
          leaseMs: LEASE_MS,
        })
      : await openDirectoryStore(join(folder, "store"));
  return {
    payload: cms.payload,
    store,
    publish: (options) =>
      startPublisher({ payload: cms.payload, store, env: { locales: ["en"] }, log, ...options }),
    shown() {
      const file = JSON.parse(store.snapshot("content/en/topics/topic/faqs.json")?.body ?? '{"items":[]}');
      return file.items.map((item: { slug: string; answer: unknown }) => {
        const [, answer] = /"text":"([^"]*)"/.exec(JSON.stringify(item.answer)) ?? [];
        return `${item.slug}: ${answer}`;
      });
    },
    waiting: async () => (await cms.payload.count({ collection: OUTBOX })).totalDocs,
    async close() {
      await store.close();
      await cms.close();
    },
  };
}

/** Does `work` again and again until `isDone`. */
export async function until(
  isDone: () => boolean | Promise<boolean>,
  work: () => Promise<void>,
): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await isDone()); await pause(50)) {
    if (Date.now() > end) throw new Error("What was waited for did not come.");
    await work();
  }
}
