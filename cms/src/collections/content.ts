/** What the collections of public content have in common. */
import type { CollectionConfig, Field, PayloadRequest } from "payload";
import { draftsOnlyForAuthors } from "../access/draftsOnlyForAuthors.ts";
import {
  editorsTrashAdministratorsDelete,
  nobody,
  personOf,
  type Role,
  writers,
  writersField,
  writersOrTitles,
} from "../access/roles.ts";
import { titlesAsPublic } from "../access/titlesAsPublic.ts";
import { type Configured, mapConfig } from "../documents/containers.ts";
import { checkContract } from "../validation/checkContract.ts";
import { checkRelations } from "../validation/checkRelations.ts";
import { refuseWhileReferenced } from "../validation/refuseWhileReferenced.ts";
import { allOrNothing, beginBulk } from "../versions/allOrNothing.ts";
import { duplicateAsDraft, titleOfCopy } from "../versions/duplicateAsDraft.ts";
import { answerWithDraft, publishTextsAlone } from "../versions/oneLanguage/publishTexts.ts";
import { requireDefaultLocale } from "../versions/oneLanguage/requireDefaultLocale.ts";
import { refuseRestoreInPublic } from "../versions/restoreAsDraft.ts";
import { moveUnchanged, restoreAsPublic } from "../versions/trash/hooks.ts";

/** Access to content with drafts. Which writes an author may make depends on the operation: see `draftsOnlyForAuthors`. */
export const draftedAccess = {
  create: writers,
  read: writersOrTitles,
  readVersions: writers,
  update: writers,
  delete: editorsTrashAdministratorsDelete,
  unlock: nobody,
} satisfies CollectionConfig["access"];

export const draftedHooks = {
  beforeOperation: [
    beginBulk,
    duplicateAsDraft,
    draftsOnlyForAuthors,
    refuseRestoreInPublic,
    titlesAsPublic,
    moveUnchanged,
  ],
  beforeChange: [checkRelations, requireDefaultLocale, restoreAsPublic, publishTextsAlone],
  afterChange: [checkContract, answerWithDraft],
  beforeDelete: [refuseWhileReferenced],
  afterOperation: [allOrNothing],
} satisfies CollectionConfig["hooks"];

export const draftedVersions = {
  maxPerDoc: 50,
  drafts: {
    autosave: { interval: 800 },
    // One status for all languages. With one for each, whoever asks for it in all languages at once would find nothing
    // (MongoDB) or an object (SQLite).
    localizeStatus: false,
  },
} satisfies CollectionConfig["versions"];

const serverOnly = { create: () => false, update: () => false };
/** The admin UI of a collection with drafts: its preview, and the controls that speak our words. */
export const draftedAdmin = (collection: string) =>
  ({
    hideAPIURL: true,
    // Clinic managers read titles alone: there is no draft for them to see.
    preview: (doc, { locale, req }) =>
      doc.id && isWriter(req) ? `/preview/${collection}/${doc.id}?locale=${locale}` : null,
    components: {
      beforeListTable: ["/src/admin/EmptyListHint#EmptyListHint"],
      edit: {
        PublishButton: "/src/admin/edit/PublishButton#PublishButton",
        Status: "/src/admin/edit/StatusLine#StatusLine",
        UnpublishButton: "/src/admin/edit/UnpublishButton#UnpublishButton",
      },
    },
  }) satisfies CollectionConfig["admin"];

const isWriter = (req: PayloadRequest): boolean => WRITERS.has(personOf(req)?.role ?? "clinic-manager");
const WRITERS = new Set<Role>(["administrator", "editor", "author"]);

/** Panels about drafts are for those who write them. */
const writersPanel = (_data: unknown, _siblings: unknown, { user }: { user: unknown }): boolean =>
  WRITERS.has((user as { role: Role } | null)?.role ?? "clinic-manager");

/** Only the seed sets these: they tell demo content that nobody has touched. */
export const demoFields: Field[] = [
  { name: "demo", type: "checkbox", hidden: true, index: true, access: serverOnly },
  { name: "demoHash", type: "text", hidden: true, access: serverOnly },
];

/** Payload's own field, with our words in lists: after an unpublish its own would say "changed". */
const statusField: Field = {
  name: "_status",
  type: "select",
  label: "Status",
  options: ["draft", "published"],
  admin: { components: { Cell: "/src/admin/StatusCell#StatusCell" } },
};

/** Where a web developer gets the lines to paste. */
export const snippet: Field = {
  name: "snippet",
  type: "ui",
  admin: {
    position: "sidebar",
    disableListColumn: true,
    components: { Field: "/src/admin/snippet/SnippetPanel#SnippetPanel" },
  },
};

/** Clinic managers see of a document what it is called; everything else is for those who write. */
export function contentFields(titleField: string, fields: Field[]): Field[] {
  const open = new Set([titleField, "slug"]);
  const close = <T extends Configured>(field: T): T => {
    if (!("name" in field) || ("type" in field && field.type === "ui")) return field;
    if (!open.has(String(field.name))) return closed(field);
    return field.name === titleField ? copied(field) : field;
  };
  return [...mapConfig(fields, close), ...demoFields.map(closed), statusField, emptyDraft];
}

/** The field that a document is called by; a copy's says that it is one. */
export const copied = <T extends Configured>(field: T): T => ({
  ...field,
  hooks: { ...("hooks" in field ? field.hooks : {}), beforeDuplicate: [titleOfCopy] },
});

const closed = <T extends Configured>(field: T): T => ({
  ...field,
  access: { ...("access" in field ? field.access : {}), read: writersField },
});

/** A panel beside the document, for those who write. */
const writersSidePanel = (name: string, component: string): Field => ({
  name,
  type: "ui",
  admin: {
    position: "sidebar",
    condition: writersPanel,
    // It has no value: a list would offer an empty column.
    disableListColumn: true,
    components: { Field: component },
  },
});

/** Takes a new document away when it is left without a letter typed. */
const emptyDraft = writersSidePanel("emptyDraft", "/src/admin/edit/EmptyDraft#EmptyDraft");

/** On a topic: how its items stand. */
export const topicItems = writersSidePanel("topicItems", "/src/admin/usage/TopicItems#TopicItems");

/** On an item: the topics that it stands on. */
export const whereUsed = writersSidePanel("whereUsed", "/src/admin/usage/WhereUsed#WhereUsed");

/** On a study: other records of the same paper, and the way to make one of two. */
export const samePaper = writersSidePanel("samePaper", "/src/admin/samePaper/SamePaper#SamePaper");
