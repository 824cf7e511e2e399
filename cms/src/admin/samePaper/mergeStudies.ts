/** Makes one record of two that are of one paper: all that names the one names the other after it. */
import { APIError, type CollectionSlug, type FlattenedField, type PayloadRequest, type Where } from "payload";
import { type ClinicDatabase, databaseOf } from "../../database/index.ts";
import { inTransaction } from "../../database/transactions.ts";
import { type Data, map } from "../../documents/fields.ts";
import { entriesOf } from "../../documents/payload.ts";
import { relationPaths } from "../../documents/relationPaths.ts";
import { newestVersion, rowOf } from "../../documents/rows.ts";
import { isUnset } from "../../documents/texts.ts";
import { doesStudyStand } from "../../evidence/findings.ts";
import { keysOf, type PaperRecord, sharedBy } from "../../evidence/paper.ts";
import { configOf, type Doc } from "../documents.ts";

type Merge = { from: string; into: string };
type Step = Merge & { req: PayloadRequest; database: ClinicDatabase; now: string };

/**
 * The record `from` goes to the trash, and every document that names it (public, drafted, in the trash, or an older
 * version) names `into`, which takes over the identifiers that it lacks and a retraction. All of it or nothing.
 */
export async function mergeStudies(
  req: PayloadRequest,
  { from, into }: Merge,
  now: Date,
): Promise<{ changed: number }> {
  const database = databaseOf(req.payload);
  return inTransaction(database, req, async (own) => {
    const step: Step = { from, into, req: own as PayloadRequest, database, now: now.toISOString() };
    const [gone, kept] = [await recordsOf(step, from), await recordsOf(step, into)];
    refuseUnless(gone, kept, from === into);
    let changed = 0;
    for (const [slug] of entriesOf(req.payload.collections)) {
      const paths = relationPaths(configOf(req, slug).flattenedFields, "studies");
      if (paths.length > 0) changed += await renameIn(step, slug, paths);
    }
    await complete(step, gone.live?._status === "published" ? gone.live : gone.newest);
    await req.payload.update({
      collection: "studies",
      id: from,
      data: { deletedAt: step.now },
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req: step.req,
    });
    return { changed };
  });
}

type Records = { live: Doc | null; newest: Data | undefined };

async function recordsOf({ database, req }: Step, id: string): Promise<Records> {
  const document = { collection: "studies" as const, id, req };
  return {
    live: (await rowOf(database, document)) as Doc | null,
    newest: await newestVersion(database, document, {}),
  };
}

function refuseUnless(gone: Records, kept: Records, isOne: boolean): void {
  const isThere = ({ live }: Records) => live && !live.deletedAt;
  if (isOne || !isThere(gone) || !isThere(kept))
    throw refusal("one of them does not exist, or lies in the trash. Take it back from the trash first");
  const keys = ({ live, newest }: Records) => [live, newest].map((doc) => keysOf((doc ?? {}) as PaperRecord));
  const isOnePaper = keys(gone).some((one) => keys(kept).some((other) => sharedBy(one, other).length > 0));
  if (!isOnePaper)
    throw refusal(
      "they share neither a DOI nor a PubMed number. Give both the number of their paper first, the second one as a draft",
    );
  if (gone.live?._status === "published" && kept.live?._status !== "published")
    throw refusal(
      "readers see the one that would go, and not the one that would stay. Open the public one, and merge the other into it",
    );
}

const refusal = (reason: string) =>
  new APIError(`The two records were not merged: ${reason}.`, 400, undefined, true);

/** Renames the study in every row and version of a collection; says how many documents that were. */
async function renameIn(step: Step, collection: CollectionSlug, paths: readonly string[]): Promise<number> {
  const { database, from, now, req } = step;
  const { flattenedFields, versions } = configOf(req, collection);
  const naming = (prefix: string): Where => ({
    or: paths.map((path) => ({ [`${prefix}${path}`]: { in: [from] } })),
  });
  const changed = new Set<string>();
  const { docs } = await database.find<Doc>({
    collection,
    where: naming(""),
    limit: 0,
    pagination: false,
    req,
  });
  for (const doc of docs) {
    const data = { ...renamed(flattenedFields, doc, step), updatedAt: now };
    await database.updateOne({ collection, id: doc.id, data, req });
    changed.add(String(doc.id));
  }
  if (!versions) return changed.size;
  const { docs: old } = await database.findVersions<Data>({
    collection,
    where: naming("version."),
    limit: 0,
    pagination: false,
    req,
  });
  for (const { id, ...entry } of old) {
    const version = renamed(flattenedFields, entry.version, step);
    // The newest one is what a form begins with: whoever has it open must learn that it has changed.
    const versionData = { ...entry, version: entry.latest ? { ...version, updatedAt: now } : version };
    await database.updateVersion({ collection, id, versionData, req });
    changed.add(String(entry.parent));
  }
  return changed.size;
}

/** `doc` with the one study in place of the other. A list that named both names the one once. */
const renamed = <T extends Data>(fields: FlattenedField[], doc: T, { from, into }: Merge): T =>
  map(fields, doc, ({ field, value }, inside) => {
    if (field.type !== "relationship" || field.relationTo !== "studies") return inside();
    const rename = (id: unknown) => (String(id) === from ? into : id);
    return Array.isArray(value) ? [...new Set(value.map(rename))] : value && rename(value);
  });

const TAKEN_OVER = ["doi", "pmid", "pmcid", "url"] as const;

/** Gives the record that stays what the other one knew of the paper: in the row that is public, and in the newest version. */
async function complete({ database, into, now, req }: Step, gone: Data | undefined): Promise<void> {
  const more = (kept: Data): Data => ({
    ...Object.fromEntries(
      TAKEN_OVER.filter((name) => isUnset(kept[name]) && !isUnset(gone?.[name])).map((name) => [
        name,
        gone?.[name],
      ]),
    ),
    ...(doesStudyStand(gone?.status as string) ? {} : { status: gone?.status }),
  });
  const collection = "studies" as const;
  const live = await rowOf(database, { collection, id: into, req });
  if (live && Object.keys(more(live)).length > 0)
    await database.updateOne({
      collection,
      id: into,
      data: { ...live, ...more(live), updatedAt: now },
      req,
    });
  const { docs } = await database.findVersions<Data>({
    collection,
    where: { and: [{ parent: { equals: into } }, { latest: { equals: true } }] },
    limit: 0,
    pagination: false,
    req,
  });
  for (const { id, ...entry } of docs) {
    if (Object.keys(more(entry.version)).length === 0) continue;
    const version = { ...entry.version, ...more(entry.version), updatedAt: now };
    await database.updateVersion({ collection, id, versionData: { ...entry, version }, req });
  }
}
