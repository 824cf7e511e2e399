/** Whether readers see an item, in the words that editors use. */

export type Standing = "public" | "changed" | "draft" | "trash" | "missing";

export const STANDING_WORDS: Record<Standing, string> = {
  public: "Public",
  changed: "Public, with unpublished changes",
  draft: "Draft",
  trash: "In the trash",
  missing: "Deleted for good",
};

/** The parts of a document that its standing depends on. */
export type StatusFields = { _status?: string | null; deletedAt?: string | null };

/**
 * The standing of a document, from the row that readers get (`live`) and its newest version (`latest`).
 * A collection without drafts is public as soon as it is saved.
 */
export function standingOf(live: StatusFields | undefined, latest: StatusFields | undefined): Standing {
  if (!live && !latest) return "missing";
  if (live?.deletedAt || latest?.deletedAt) return "trash";
  if (live?._status === "draft" || (!live && latest?._status === "draft")) return "draft";
  return latest?._status === "draft" ? "changed" : "public";
}
