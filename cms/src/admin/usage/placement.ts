/** How an item stands on a topic: for readers, in the topic's draft, or in one of them alone. */
export type Placement = "public" | "leaving" | "draft";

export const PLACEMENT_WORDS: Record<Placement, string> = {
  public: "public",
  leaving: "public, but taken off in the topic's draft",
  draft: "only in the topic's draft",
};

/** The placement, from whether the public topic and its newest version name the item. */
export function placementOf(named: { live: boolean; latest: boolean }): Placement {
  if (!named.live) return "draft";
  return named.latest ? "public" : "leaving";
}

/** What the person who edits an item should know about where it stands; empty when the list of topics says it all. */
export function usageNotice(item: { public: boolean; placements: Placement[]; named: boolean }): string {
  const { public: isPublic, placements, named } = item;
  if (placements.some((placement) => placement !== "draft"))
    return isPublic ? "" : "Readers see it there once it is published.";
  if (placements.length > 0)
    return isPublic ? "It is published, but readers see it only when the topic is published too." : "";
  if (named) return isPublic ? "It stands in no topic's list of sources, but the items below name it." : "";
  return isPublic
    ? "It is published, but on no topic: nobody sees it. Add it to a topic."
    : "It is on no topic yet. Add it to one when it is ready.";
}
