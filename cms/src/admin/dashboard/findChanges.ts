/** The last edits across collections, drafts included. Payload keeps when something was saved, not by whom. */
import { getTranslation } from "@payloadcms/translations";
import type { CollectionSlug, PayloadRequest } from "payload";
import { configOf, findDocs, type Item, itemOf, publicIds, titleFieldOf } from "../documents.ts";
import type { Standing } from "../status.ts";

export type Change = Item & { label: string; standing: Standing; at: string };

const SHOWN = 10;

/** The newest edits in `collections` and, for those who may read them, of the settings. */
export async function findChanges(
  req: PayloadRequest,
  collections: readonly CollectionSlug[],
): Promise<Change[]> {
  const lists = await Promise.all([
    ...collections.map((collection) => changesIn(req, collection)),
    settingsChange(req),
  ]);
  return lists
    .flat()
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, SHOWN);
}

async function changesIn(req: PayloadRequest, collection: CollectionSlug): Promise<Change[]> {
  const { labels, versions } = configOf(req, collection);
  const hasDrafts = Boolean(versions?.drafts);
  const { docs } = await findDocs(req, collection, {
    select: [titleFieldOf(req, collection), "updatedAt", ...(hasDrafts ? ["_status"] : [])],
    sort: "-updatedAt",
    limit: SHOWN,
    draft: hasDrafts,
  });
  const drafts = docs.filter((doc) => doc._status === "draft");
  const live = await publicIds(req, collection, drafts);
  return docs.map((doc) => {
    const isDraft = doc._status === "draft";
    const standing = isDraft ? (live.has(String(doc.id)) ? "changed" : "draft") : "public";
    return {
      ...itemOf(req, collection, doc),
      label: getTranslation(labels.singular, req.i18n),
      standing,
      at: doc.updatedAt ?? "",
    };
  });
}

async function settingsChange(req: PayloadRequest): Promise<Change[]> {
  const settings = req.payload.globals.config.find(({ slug }) => slug === "settings");
  const mayRead = await settings?.access.read({ req });
  if (!settings || !mayRead) return [];
  const { updatedAt } = await req.payload.findGlobal({ slug: settings.slug, depth: 0, user: req.user });
  if (!updatedAt) return [];
  return [
    {
      collection: settings.slug,
      id: settings.slug,
      title: getTranslation(settings.label, req.i18n),
      href: `${req.payload.config.routes.admin}/globals/${settings.slug}`,
      label: "For all sites",
      standing: "public",
      at: updatedAt,
    },
  ];
}
