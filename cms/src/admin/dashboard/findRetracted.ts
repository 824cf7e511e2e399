/** Public items that name a retracted study: widgets drop the reference, but the text itself may still say what the study said. */
import type { PayloadRequest } from "payload";
import { entriesOf } from "../../documents/payload.ts";
import { NAMES_STUDY } from "../../evidence/namesStudy.ts";
import { type Doc, findDocs, idsOf, isPublic, itemOf, titleFieldOf } from "../documents.ts";
import type { PublicStudies } from "./findStudies.ts";
import { mergeNeeds, type Need, SHOWN } from "./needs.ts";

/** Each with the studies that it should no longer name. Benefits in `leftOut` are not public, and named elsewhere. */
export async function findNamingRetracted(
  req: PayloadRequest,
  leftOut: readonly Doc[],
  { all, standing }: PublicStudies,
): Promise<Need> {
  const retracted = all.filter(({ id }) => !standing.has(id));
  const titles = new Map(retracted.map(({ id, title }) => [id, `“${title}”`]));
  if (titles.size === 0) return { kind: "retracted", total: 0, items: [] };
  const notShown = leftOut.map(({ id }) => id);
  const parts = await Promise.all(
    entriesOf(NAMES_STUDY).map(async ([collection, path]) => {
      const keys = path.split(".");
      const isShown = collection === "benefits" && notShown.length > 0 ? [{ id: { not_in: notShown } }] : [];
      const { docs, total } = await findDocs(req, collection, {
        where: { and: [isPublic, { [path]: { in: [...titles.keys()] } }, ...isShown] },
        // A topic's own sources too: without a list beside them, SQLite reads key points without their studies.
        select: [titleFieldOf(req, collection), keys[0] as string, "studies"],
        limit: SHOWN,
      });
      const note = (doc: Doc) =>
        `names ${[...new Set(idsAt(doc, keys))].flatMap((id) => titles.get(id) ?? []).join(" and ")}`;
      return { total, items: docs.map((doc) => ({ ...itemOf(req, collection, doc), note: note(doc) })) };
    }),
  );
  return mergeNeeds("retracted", parts);
}

/** The ids of a relation that lies below these keys, in every row on the way. */
function idsAt(value: unknown, [key, ...rest]: readonly string[]): string[] {
  if (key === undefined) return idsOf(value);
  return [value].flat().flatMap((row) => idsAt((row as Record<string, unknown> | null)?.[key], rest));
}
