/** The access table of the content: reading, creating, changing, publishing, unpublishing and deleting, by REST. */
import { afterAll, beforeAll, describe } from "vitest";
import { eachDatabase } from "../support/product.ts";
import { type Doc, lexical } from "../support/rest.ts";
import {
  CHANGED,
  type Effect,
  make,
  makeInTrash,
  type Operation,
  read,
  stateOf,
  testTable,
  write,
} from "./attempts.ts";
import {
  type Collection,
  DRAFTED_COLLECTIONS,
  dataFor,
  isDrafted,
  SEARCHED,
  TITLE,
  wordIn,
} from "./documents.ts";
import { CLINICS_CONTENT, DRAFTED_CONTENT, STRUCTURES_CONTENT } from "./expected.ts";
import { openSetting, type Setting } from "./setting.ts";

const DRAFT_TITLE = "Only in a draft";

const makeDraftOverPublished = async (setting: Setting, collection: Collection): Promise<Doc> => {
  const doc = await make(setting, collection);
  const data = { [TITLE[collection]]: DRAFT_TITLE };
  await setting.admin.update(collection, doc.id, data, { draft: true });
  return doc;
};

const isChanged: Effect = async ({ doc, collection, sent, setting }) => {
  const after = await stateOf(setting, collection, doc.id);
  if (!isDrafted(collection)) return after.live === CHANGED;
  const isDraft = sent.query.draft === "true" && sent.status._status !== "published";
  if (isDraft)
    return after.latest === CHANGED && after.live === doc[TITLE[collection]] && after.status === "published";
  return after.live === CHANGED && after.status === (sent.status._status ?? "published");
};
const isGone: Effect = async ({ doc, collection, setting }) =>
  !(await stateOf(setting, collection, doc.id)).exists;

let created: ReturnType<typeof dataFor>;

/** Sets a field that a clinic's manager sees and may not change. */
const change = (field: string, value: (collection: Collection) => unknown): Operation =>
  write(
    ({ by, doc, collection }) =>
      by.ask("PATCH", `/api/${collection}/${doc.id}`, { [field]: value(collection) }),
    async ({ doc, collection, setting }) => {
      const read = { depth: 0 };
      const after = await setting.admin.must("GET", `/api/${collection}/${doc.id}`, undefined, read);
      return JSON.stringify(after[field]) === JSON.stringify(doc[field]) ? "kept" : "yes";
    },
  );

const operations: Record<string, Operation> = {
  "read one that is published": read((by, { id }, collection) => by.ask("GET", `/api/${collection}/${id}`)),
  "read one in a list": read((by, { slug }, collection) =>
    by.ask("GET", `/api/${collection}`, undefined, { "where[slug][equals]": String(slug), limit: 1 }),
  ),
  "read it in all languages": read((by, { id }, collection) =>
    by.ask("GET", `/api/${collection}/${id}`, undefined, { locale: "all" }),
  ),
  count: read(
    (by, { slug }, collection) =>
      by.ask("GET", `/api/${collection}/count`, undefined, { "where[slug][equals]": String(slug) }),
    { word: () => '"totalDocs":1' },
  ),
  "read a draft": read(
    (by, { id }, collection) => by.ask("GET", `/api/${collection}/${id}`, undefined, { draft: true }),
    { prepare: (setting, collection) => make(setting, collection, "draft") },
  ),
  "read a draft in a list": read(
    (by, { slug }, collection) =>
      by.ask("GET", `/api/${collection}`, undefined, { draft: true, "where[slug][equals]": String(slug) }),
    { prepare: (setting, collection) => make(setting, collection, "draft") },
  ),
  "read a draft over a published one": read(
    (by, { id }, collection) => by.ask("GET", `/api/${collection}/${id}`, undefined, { draft: true }),
    { prepare: makeDraftOverPublished, title: () => DRAFT_TITLE, word: () => DRAFT_TITLE },
  ),
  "find by a word of a closed field": read(
    (by, { slug }, collection) =>
      by.ask("GET", `/api/${collection}`, undefined, {
        [`where[${SEARCHED[collection]}][contains]`]: wordIn(collection),
        "where[slug][equals]": String(slug),
      }),
    { word: ({ slug }) => `"${slug}"` },
  ),
  "read what is in the trash": read(
    (by, { id }, collection) => by.ask("GET", `/api/${collection}/${id}`, undefined, { trash: true }),
    { prepare: makeInTrash },
  ),
  create: write(
    async ({ by, collection, sent }) => {
      created = dataFor(collection);
      return by.ask("POST", `/api/${collection}`, { ...created, ...sent.status }, sent.query);
    },
    async ({ collection, sent, setting }) => {
      const doc = await setting.admin.bySlug(collection, created.slug, { draft: true });
      const status = sent.query.draft === "true" ? "draft" : (sent.status._status ?? "draft");
      return !isDrafted(collection) || doc._status === status;
    },
  ),
  update: write(
    ({ by, doc, collection, sent }) =>
      by.ask(
        "PATCH",
        `/api/${collection}/${doc.id}`,
        { [TITLE[collection]]: CHANGED, ...sent.status },
        sent.query,
      ),
    isChanged,
  ),
  "bulk update": write(
    ({ by, doc, collection, sent }) =>
      by.ask(
        "PATCH",
        `/api/${collection}`,
        { [TITLE[collection]]: CHANGED, ...sent.status },
        { "where[id][equals]": doc.id, ...sent.query },
      ),
    isChanged,
  ),
  "publish one language": write(
    ({ by, doc, collection }) =>
      by.ask(
        "PATCH",
        `/api/${collection}/${doc.id}`,
        { [TITLE[collection]]: CHANGED, _status: "published" },
        { publishSpecificLocale: "en" },
      ),
    isChanged,
  ),
  delete: write(({ by, doc, collection }) => by.ask("DELETE", `/api/${collection}/${doc.id}`), isGone),
  "bulk delete": write(
    ({ by, doc, collection }) =>
      by.ask("DELETE", `/api/${collection}`, undefined, { "where[id][equals]": doc.id }),
    isGone,
  ),
};

eachDatabase("who may do what with content", (database) => {
  let setting: Setting;
  let topic: Doc;

  beforeAll(async () => {
    setting = await openSetting(database);
    topic = await make(setting, "topics");
  });
  afterAll(() => setting?.close());

  describe.each(DRAFTED_COLLECTIONS)("%s", (collection) => {
    testTable(() => setting, collection, DRAFTED_CONTENT, operations);
  });
  describe("structures", () => {
    testTable(() => setting, "structures", STRUCTURES_CONTENT, operations);
  });
  describe("clinics", () => {
    testTable(() => setting, "clinics", CLINICS_CONTENT, {
      ...operations,
      "choose which topics it shows": change("topics", () => [topic.id]),
      "change its disclaimer": change("disclaimer", () => lexical("Another disclaimer.")),
      "change its slug": change("slug", (collection) => dataFor(collection).slug),
    });
  });
});
