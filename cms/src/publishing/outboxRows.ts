/** The rows of the outbox, as the publisher sees them. */
import type { Payload } from "payload";
import { changedSince, documentOfSource } from "../compile/parts.ts";
import { readFields, readSettings } from "../compile/read.ts";
import { SETTINGS, settingsPart } from "../compile/settingsParts.ts";
import { databaseOf, OUTBOX } from "../database/index.ts";
import type { StoredSettings } from "../documents/types.ts";
import type { SnapshotStore, WorkedOff } from "../store/types.ts";

/** SQLite takes a limited number of values in one statement. */
const AT_ONCE = 500;

/** A public document has changed since the last publish. */
export type Row = { id: string; collection: string; document: string };

export const sourceOfRow = ({ collection, document }: Row): string => `${collection}/${document}`;

/** Every row that waits, the oldest first. All of them: a withdrawal may wait behind thousands. */
export async function readRows(payload: Payload): Promise<Row[]> {
  const { docs } = await databaseOf(payload).find<Row>({
    collection: OUTBOX,
    where: {},
    sort: "createdAt",
    limit: 0,
    pagination: false,
  });
  return docs.map(({ id, collection, document }) => ({ id: String(id), collection, document }));
}

/** What is now in the documents of which files hold a part: the settings, and the slugs of public topics by their ids. */
export type Changed = { settings: StoredSettings; slugs: ReadonlyMap<string, unknown> };

/** Reads as much of it as `rows` are about. */
export async function readChanged(payload: Payload, rows: readonly Row[]): Promise<Changed> {
  const topics = rows.filter(({ collection }) => collection === "topics").map(({ document }) => document);
  const concernSettings = rows.some(({ collection }) => collection === "settings");
  const [settings, named] = await Promise.all([
    concernSettings ? readSettings(payload) : {},
    topics.length > 0 ? readFields(payload, "topics", topics, ({ name }) => name === "slug") : [],
  ]);
  return { settings, slugs: new Map(named.map(({ id, slug }) => [id, slug])) };
}

/** Tells the units that a row's document is, or is in, or was in, unless they hold a part of it that is the same now. */
export function unitsTouched(store: SnapshotStore, changed: Changed): (row: Row) => Iterable<string> {
  const isOther = changedSince((document, part) =>
    document === SETTINGS
      ? settingsPart(changed.settings, part)
      : changed.slugs.get(document.slice("topics/".length)),
  );
  let uses: Map<string, Use[]> | undefined;
  return (row) => {
    uses ??= usesIn(store);
    const document = sourceOfRow(row);
    // Its own files before those of everything that names it: whoever saved looks there.
    const own =
      row.collection === "topics" || row.collection === "clinics"
        ? [document]
        : row.collection === "settings"
          ? ["site/site"]
          : [];
    const others = (uses.get(document) ?? []).filter(({ source }) => isOther(source));
    return new Set([...own, ...others.map(({ unit }) => unit)]);
  };
}

/** `unit` was made from `source`, a document or a part of it. */
type Use = { unit: string; source: string };

function usesIn(store: SnapshotStore): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const unit of store.units()) {
    // The files of a unit share their sources.
    const [file] = store.snapshotsOf(unit);
    for (const source of file?.sources ?? []) {
      const document = documentOfSource(source);
      const known = uses.get(document);
      if (known) known.push({ unit, source });
      else uses.set(document, [{ unit, source }]);
    }
  }
  return uses;
}

/** How the store removes `rows` once what they ask for is written. */
export function workedOff(payload: Payload, rows: readonly Row[]): WorkedOff {
  const ids = rows.map((row) => row.id);
  // Mongoose's models, of which the type that both databases share says nothing; SQLite has none.
  const models = (
    payload.db as unknown as { collections?: Record<string, { collection?: { collectionName: string } }> }
  ).collections;
  return {
    ids,
    mongoCollection: models?.[OUTBOX]?.collection?.collectionName,
    remove: async () => {
      for (let start = 0; start < ids.length; start += AT_ONCE)
        await databaseOf(payload).deleteMany({
          collection: OUTBOX,
          where: { id: { in: ids.slice(start, start + AT_ONCE) } },
        });
    },
  };
}
