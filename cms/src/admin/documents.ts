/** Reading documents for the admin's own panels: always as the person who is logged in, and only what is shown. */
import type { LIST_KINDS } from "@clinic-widgets/shared";
import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig, Where } from "payload";
import { type Standing, type StatusFields, standingOf } from "./status.ts";

/** Collections whose items are drafted, published and stand on topics; topics first. */
export const CONTENT = ["topics", "benefits", "injuries", "timings", "faqs", "studies"] as const;

export type ContentSlug = (typeof CONTENT)[number];

/** Any document, as far as these panels know it. */
export type Doc = StatusFields & { id: string | number; updatedAt?: string; [field: string]: unknown };

/** An item as a panel lists it. */
export type Item = { collection: string; id: string; title: string; href: string };

type Find = {
  where?: Where;
  select?: string[];
  draft?: boolean;
  trash?: boolean;
  /** Left out, all are read. */
  limit?: number;
  sort?: string;
  locale?: string;
};

/**
 * Documents of `collection` that the person may read, without relations followed, and how many there are in all.
 * `req` itself is not handed on: Payload writes the locale of each query into it, and these queries run side by side.
 */
export async function findDocs(
  req: PayloadRequest,
  collection: CollectionSlug,
  options: Find = {},
): Promise<{ docs: Doc[]; total: number }> {
  const { where, select, draft = false, trash = false, limit, sort } = options;
  const { localization } = req.payload.config;
  const locale = options.locale ?? req.locale ?? (localization ? localization.defaultLocale : undefined);
  const result = await req.payload.find({
    collection,
    draft,
    trash,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    // What is not translated yet is named in the default language.
    fallbackLocale: localization ? localization.defaultLocale : false,
    ...(where ? { where } : {}),
    ...(select ? { select: Object.fromEntries(select.map((field) => [field, true])) } : {}),
    ...(limit === undefined ? { limit: 0, pagination: false } : { limit }),
    ...(sort ? { sort } : {}),
    ...(locale ? { locale } : {}),
  });
  return { docs: result.docs.map((doc) => ({ ...doc })), total: result.totalDocs };
}

/** Matches what readers get; combined with `draft: false`, which is the default here. */
export const isPublic: Where = { _status: { equals: "published" } };

/** Which of `docs` readers get now, perhaps in an older version. */
export async function publicIds(
  req: PayloadRequest,
  collection: CollectionSlug,
  docs: readonly { id: string | number }[],
): Promise<Set<string>> {
  if (docs.length === 0) return new Set();
  const where = { and: [{ id: { in: docs.map((doc) => doc.id) } }, isPublic] };
  const { docs: live } = await findDocs(req, collection, { where, select: ["_status"] });
  return new Set(live.map((doc) => String(doc.id)));
}

/** The settings of `collection`. */
export const configOf = (req: PayloadRequest, collection: CollectionSlug): SanitizedCollectionConfig =>
  req.payload.collections[collection].config;

/** The field that names a document in `collection`. */
export const titleFieldOf = (req: PayloadRequest, collection: CollectionSlug): string =>
  configOf(req, collection).admin.useAsTitle || "id";

/** Whether documents of `collection` have a field called `name`. */
export const hasField = (req: PayloadRequest, collection: CollectionSlug, name: string): boolean =>
  configOf(req, collection).flattenedFields.some((field) => field.name === name);

/** Where `doc` is edited, and under which name. */
export function itemOf(req: PayloadRequest, collection: CollectionSlug, doc: Doc): Item {
  const title = doc[titleFieldOf(req, collection)];
  const admin = req.payload.config.routes.admin;
  return {
    collection,
    id: String(doc.id),
    title: typeof title === "string" && title !== "" ? title : "Without a title",
    href: `${admin}/collections/${collection}/${doc.deletedAt ? "trash/" : ""}${encodeURIComponent(String(doc.id))}`,
  };
}

/** The ids that a relation holds, whether it was followed or not. */
export function idsOf(relation: unknown): string[] {
  const values = Array.isArray(relation)
    ? relation
    : relation === null || relation === undefined
      ? []
      : [relation];
  return values.map((value) =>
    String(typeof value === "object" && value !== null ? (value as { id: unknown }).id : value),
  );
}

/** All ids that the lists of `topics` name, by list. */
export function idsOnTopics(topics: readonly Doc[]): Record<(typeof LIST_KINDS)[number], Set<string>> {
  const ids = (kind: string) => new Set(topics.flatMap((topic) => idsOf(topic[kind])));
  return {
    benefits: ids("benefits"),
    injuries: ids("injuries"),
    timings: ids("timings"),
    faqs: ids("faqs"),
    studies: ids("studies"),
  };
}

/** Each of `ids` with its standing; those that are gone for good are named as well. */
export async function findStandings(
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: readonly string[],
): Promise<(Item & { standing: Standing })[]> {
  if (ids.length === 0) return [];
  const where = { id: { in: [...ids] } };
  const select = [titleFieldOf(req, collection), "_status", "deletedAt"];
  const [live, latest] = await Promise.all([
    findDocs(req, collection, { where, select, trash: true }),
    findDocs(req, collection, { where, select, trash: true, draft: true }),
  ]);
  const byId = (docs: Doc[]) => new Map(docs.map((doc) => [String(doc.id), doc]));
  const liveById = byId(live.docs);
  const latestById = byId(latest.docs);
  return ids.map((id) => {
    const [liveDoc, latestDoc] = [liveById.get(id), latestById.get(id)];
    const standing = standingOf(liveDoc, latestDoc);
    return { ...itemOf(req, collection, latestDoc ?? liveDoc ?? { id }), standing };
  });
}

/** The languages that content is written in, named for somebody who reads `req`'s language. */
export function languagesOf(req: PayloadRequest): { code: string; label: string }[] {
  const { localization } = req.payload.config;
  if (!localization) return [];
  const names = new Intl.DisplayNames([req.i18n.language], { type: "language" });
  return localization.localeCodes.map((code) => ({ code, label: names.of(code) ?? code }));
}
