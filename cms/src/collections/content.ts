/** What the collections of public content have in common. */
import type { CollectionConfig, Field } from "payload";
import {
  editorsTrashAdministratorsDelete,
  nobody,
  writers,
  writersField,
  writersOrTitles,
} from "../access/roles.ts";
import { allOrNothing, beginBulk } from "../hooks/allOrNothing.ts";
import { checkRelations } from "../hooks/checkRelations.ts";
import { draftsOnlyForAuthors } from "../hooks/draftsOnlyForAuthors.ts";
import { duplicateAsDraft, titleOfCopy } from "../hooks/duplicateAsDraft.ts";
import { keepContract } from "../hooks/keepContract.ts";
import { refuseWhileReferenced } from "../hooks/refuseWhileReferenced.ts";
import { requireDefaultLocale } from "../hooks/requireDefaultLocale.ts";
import { refuseRestoreInPublic } from "../hooks/restoreAsDraft.ts";
import { titlesAsPublic } from "../hooks/titlesAsPublic.ts";
import { trashAtOnce } from "../hooks/trashAtOnce.ts";

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
    trashAtOnce,
  ],
  beforeChange: [checkRelations, requireDefaultLocale],
  afterChange: [keepContract],
  beforeDelete: [refuseWhileReferenced],
  afterOperation: [allOrNothing],
} satisfies CollectionConfig["hooks"];

export const draftedVersions = {
  maxPerDoc: 50,
  drafts: { autosave: { interval: 800 } },
} satisfies CollectionConfig["versions"];

const serverOnly = { create: () => false, update: () => false };

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
  admin: { position: "sidebar", components: { Field: "/src/admin/snippet/SnippetPanel#SnippetPanel" } },
};

/** Clinic managers see of a document what it is called; everything else is for those who write. */
export function contentFields(titleField: string, fields: Field[]): Field[] {
  const open = new Set([titleField, "slug"]);
  const close = (field: Field): Field => {
    if (field.type === "row") return { ...field, fields: field.fields.map(close) };
    return "name" in field && field.name && !open.has(field.name) && field.type !== "ui"
      ? closed(field)
      : "name" in field && field.name === titleField
        ? copied(field)
        : field;
  };
  return [...fields.map(close), ...demoFields.map(closed), statusField];
}

/** The field that a document is called by; a copy's says that it is one. */
export const copied = (field: Field): Field =>
  ({
    ...field,
    hooks: { ...("hooks" in field ? field.hooks : {}), beforeDuplicate: [titleOfCopy] },
  }) as Field;

const closed = (field: Field): Field =>
  ({ ...field, access: { ...("access" in field ? field.access : {}), read: writersField } }) as Field;

export const whereUsed: Field = {
  name: "whereUsed",
  type: "ui",
  admin: { position: "sidebar", components: { Field: "/src/admin/usage/WhereUsed#WhereUsed" } },
};
