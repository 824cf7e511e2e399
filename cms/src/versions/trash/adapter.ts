/**
 * The adapter half of the trash: a document moves into it and out of it unchanged. Payload would write the newest draft
 * over the public row, or, in a bulk operation, make the public row the newest version in place of the draft.
 */
import type { BaseDatabaseAdapter } from "payload";
import { newestVersion, rowOf } from "../../documents/rows.ts";

/** Makes `adapter` preserve both on such a move: the public row as it is, and the newest draft as the newest version. */
export function withTrash<Adapter extends BaseDatabaseAdapter>(adapter: Adapter): Adapter {
  const updateOne = adapter.updateOne.bind(adapter);
  adapter.updateOne = async (args) => {
    const config = adapter.payload.collections[args.collection]?.config;
    const { collection, data, id, req } = args;
    if (!config?.trash || !config.versions?.drafts || id === undefined || !("deletedAt" in data))
      return updateOne(args);
    const row = await rowOf(adapter, { collection, id, req });
    if (!row || momentOf(row.deletedAt) === momentOf(data.deletedAt)) return updateOne(args);

    const newest = await newestVersion(adapter, { collection, id, req }, { latest: { equals: true } });
    const draft = newest?._status === "draft" ? newest : undefined;
    const staysPublic = row._status === "published" && (data.deletedAt || data._status === "published");
    const moved = { id, deletedAt: data.deletedAt ?? null, updatedAt: data.updatedAt };
    const written = await updateOne({
      ...args,
      data: staysPublic ? { ...row, ...moved } : { ...(draft ?? data), ...moved, _status: "draft" },
    });
    // Payload makes the newest version from what this returns.
    return staysPublic && draft ? { ...draft, ...moved } : written;
  };
  return adapter;
}

const momentOf = (date: unknown): number => (date ? new Date(date as string | Date).getTime() : 0);
