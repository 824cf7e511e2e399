/** The rows of the outbox, as the publisher sees them. */
import type { Payload } from "payload";
import { documentOfSource, hasOtherSettings, SETTINGS } from "../compile/settingsParts.ts";
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

/**
 * Tells the units that a row's document is, or is in, or was in. A change of the settings touches those alone that hold
 * other `settings` than these, the newest.
 */
export function unitsTouched(store: SnapshotStore, settings: StoredSettings): (row: Row) => Iterable<string> {
  let unitsBySource: Map<string, Set<string>> | undefined;
  return (row) => {
    unitsBySource ??= indexOf(store, settings);
    const source = sourceOfRow(row);
    // Its own files before those of everything that names it: whoever saved looks there.
    const own =
      row.collection === "topics" || row.collection === "clinics"
        ? [source]
        : row.collection === "settings"
          ? ["site/site"]
          : [];
    return new Set([...own, ...(unitsBySource.get(source) ?? [])]);
  };
}

function indexOf(store: SnapshotStore, settings: StoredSettings): Map<string, Set<string>> {
  const hasOther = hasOtherSettings(settings);
  const units = new Map<string, Set<string>>();
  for (const unit of store.units()) {
    // The files of a unit share their sources.
    const [file] = store.snapshotsOf(unit);
    for (const source of file?.sources ?? []) {
      const isSettings = documentOfSource(source) === SETTINGS;
      if (isSettings && !hasOther(source)) continue;
      const document = isSettings ? SETTINGS : source;
      units.set(document, (units.get(document) ?? new Set()).add(unit));
    }
  }
  return units;
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
