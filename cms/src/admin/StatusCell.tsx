import type { DefaultServerCellComponentProps } from "payload";
import { STANDING_WORDS, type Standing, standingOf } from "./status.ts";

/**
 * The status column of a list, in words. Payload calls an item "changed" as soon as any old version was published;
 * after unpublishing that is wrong, so the row that readers get is asked.
 */
export async function StatusCell({
  cellData,
  collectionSlug,
  payload,
  rowData,
}: DefaultServerCellComponentProps) {
  let standing: Standing = standingOf(rowData, rowData);
  if (standing !== "trash" && cellData === "changed") {
    const live = await payload.count({
      collection: collectionSlug,
      where: { and: [{ id: { equals: rowData.id } }, { _status: { equals: "published" } }] },
    });
    standing = live.totalDocs > 0 ? "changed" : "draft";
  }
  return <span className={`clinic-status clinic-status--${standing}`}>{STANDING_WORDS[standing]}</span>;
}
