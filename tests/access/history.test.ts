/** The access table of what lies behind the content: the trash, old versions and copies, by REST. */
import { afterAll, beforeAll, describe } from "vitest";
import { eachDatabase } from "../support/product.ts";
import type { Doc } from "../support/rest.ts";
import {
  type Effect,
  make,
  makeInTrash,
  type Operation,
  read,
  stateOf,
  testTable,
  write,
} from "./attempts.ts";
import { type Collection, DRAFTED_COLLECTIONS, isDrafted, TITLE, wordIn } from "./documents.ts";
import { CLINICS_HISTORY, DRAFTED_HISTORY, STRUCTURES_HISTORY } from "./expected.ts";
import { openSetting, type Setting } from "./setting.ts";

const SECOND = "The second version";
type WithVersion = Doc & { version: string };

/** Of `doc`, its oldest version. */
async function oldestVersion({ admin }: Setting, collection: Collection, doc: Doc): Promise<WithVersion> {
  const { body } = await admin.ask<{ docs: Doc[] }>("GET", `/api/${collection}/versions`, undefined, {
    "where[parent][equals]": doc.id,
    sort: "createdAt",
    limit: 1,
    depth: 0,
  });
  if (!body.docs[0]) throw new Error(`${collection}/${doc.id} has no version.`);
  return { ...doc, version: body.docs[0].id };
}

/** A public document whose oldest version, of this status, has another title than the public row. */
const makeTwice =
  (status: "draft" | "published") =>
  async (setting: Setting, collection: Collection): Promise<Doc> => {
    const doc = await make(setting, collection, status);
    await setting.admin.update(collection, doc.id, {
      [TITLE[collection]]: SECOND,
      ...(isDrafted(collection) ? { _status: "published" } : {}),
    });
    return oldestVersion(setting, collection, doc);
  };

const hasTrashed =
  (isTrashed: boolean): Effect =>
  async ({ doc, collection, setting }) =>
    (await stateOf(setting, collection, doc.id)).isTrashed === isTrashed || "kept";
const isGone: Effect = async ({ doc, collection, setting }) =>
  !(await stateOf(setting, collection, doc.id)).exists;

/** A restored version is the newest draft; what is public stays. Without drafts it is public at once. */
const isRestored: Effect = async ({ doc, collection, setting }) => {
  const after = await stateOf(setting, collection, doc.id);
  if (!isDrafted(collection)) return after.live === doc[TITLE[collection]];
  return after.latest === doc[TITLE[collection]] && after.live === SECOND && after.status === "published";
};

const sendToTrash = (deletedAt: "now" | "never", { inBulk }: { inBulk: boolean }): Operation =>
  write(
    ({ by, doc, collection, sent }) => {
      const data = { deletedAt: deletedAt === "now" ? new Date().toISOString() : null };
      return inBulk
        ? by.ask("PATCH", `/api/${collection}`, data, {
            "where[id][equals]": doc.id,
            trash: true,
            ...sent.query,
          })
        : by.ask("PATCH", `/api/${collection}/${doc.id}`, data, { trash: true, ...sent.query });
    },
    hasTrashed(deletedAt === "now"),
    deletedAt === "now" ? undefined : makeInTrash,
  );

const restore = (prepare: (setting: Setting, collection: Collection) => Promise<Doc>): Operation =>
  write(
    ({ by, doc, collection, sent }) =>
      by.ask("POST", `/api/${collection}/versions/${(doc as WithVersion).version}`, undefined, sent.query),
    isRestored,
    prepare,
  );

const operations: Record<string, Operation> = {
  trash: sendToTrash("now", { inBulk: false }),
  "bulk trash": sendToTrash("now", { inBulk: true }),
  "take back": sendToTrash("never", { inBulk: false }),
  "bulk take back": sendToTrash("never", { inBulk: true }),
  "delete from the trash": write(
    ({ by, doc, collection }) => by.ask("DELETE", `/api/${collection}/${doc.id}`, undefined, { trash: true }),
    isGone,
    makeInTrash,
  ),
  "bulk delete from the trash": write(
    ({ by, doc, collection }) =>
      by.ask("DELETE", `/api/${collection}`, undefined, { "where[id][equals]": doc.id, trash: true }),
    isGone,
    makeInTrash,
  ),
  "list versions": read(
    (by, { id }, collection) =>
      by.ask("GET", `/api/${collection}/versions`, undefined, { "where[parent][equals]": id }),
    { word: (_, collection) => wordIn(collection) },
  ),
  "read a version": read(
    (by, doc, collection) => by.ask("GET", `/api/${collection}/versions/${(doc as WithVersion).version}`),
    { prepare: makeTwice("published") },
  ),
  "restore a published version": restore(makeTwice("published")),
  "restore a live version": restore(makeTwice("published")),
  "restore a draft version": restore(makeTwice("draft")),
  "restore a version in the trash": restore(async (setting, collection) => {
    const doc = await makeTwice("published")(setting, collection);
    await setting.admin.update(collection, doc.id, { deletedAt: new Date().toISOString() });
    return doc;
  }),
  duplicate: write(
    ({ by, doc, collection, sent }) =>
      by.ask("POST", `/api/${collection}/${doc.id}/duplicate`, {}, sent.query),
    async ({ doc, collection, setting, answer }) => {
      const { doc: copy } = answer.body as unknown as { doc?: Doc };
      if (!copy || copy.id === doc.id || !/^[a-z0-9-]+$/.test(String(copy.slug))) return false;
      const after = await stateOf(setting, collection, copy.id);
      // A copy is where a new text begins: it is never public by itself.
      return !isDrafted(collection) || after.status === "draft";
    },
  ),
};

eachDatabase("who may do what with trash, versions and copies", (database) => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await openSetting(database);
  });
  afterAll(() => setting?.close());

  describe.each(DRAFTED_COLLECTIONS)("%s", (collection) => {
    testTable(() => setting, collection, DRAFTED_HISTORY, operations);
  });
  describe("structures", () => {
    testTable(() => setting, "structures", STRUCTURES_HISTORY, operations);
  });
  describe("clinics", () => {
    testTable(() => setting, "clinics", CLINICS_HISTORY, operations);
  });
});
