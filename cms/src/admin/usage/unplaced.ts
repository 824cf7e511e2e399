/** Items that are chosen on a topic and that none of its blocks shows: readers do not get them. */
import { LIST_KINDS, type ListKind } from "@clinic-widgets/shared";

/** A block that is missing: its kind, for benefits their group, and how many items it would show. */
export type Unplaced = { block: ListKind | "booking"; group?: string; count: number };

type Block = { blockType?: unknown; group?: unknown };

/** What the blocks of `body` leave out of `chosen`; `clinics` is how many have booking links and show the topic. */
export function unplacedIn(
  body: readonly Block[],
  chosen: Record<Exclude<ListKind, "benefits">, number> & { benefits: readonly (string | undefined)[] },
  clinics: number,
): Unplaced[] {
  const hasBlock = (block: string, group?: string) =>
    body.some((each) => each.blockType === block && (group === undefined || each.group === group));
  const lists = LIST_KINDS.flatMap((block): Unplaced[] => {
    if (block === "benefits")
      return [...new Set(chosen.benefits)].map((group) => ({
        block,
        ...(group ? { group } : {}),
        count: chosen.benefits.filter((each) => each === group).length,
      }));
    return [{ block, count: chosen[block] }];
  });
  const all: Unplaced[] = [...lists, { block: "booking", count: clinics }];
  return all.filter(({ block, group, count }) => count > 0 && !hasBlock(block, group));
}

const NOUNS: Record<ListKind, [one: string, many: string]> = {
  benefits: ["benefit", "benefits"],
  injuries: ["injury", "injuries"],
  timings: ["time to use it", "times to use it"],
  faqs: ["question", "questions"],
  studies: ["source", "sources"],
};
const GROUPS: Record<string, string> = {
  overview: " with a general explanation",
  evidence: " backed by a study",
};

/** "2 benefits backed by a study are in no block." */
export function unplacedWords({ block, group, count }: Unplaced): string {
  if (block === "booking")
    return `No block calls to book: ${count === 1 ? "the clinic that shows this topic has" : `${count} clinics that show this topic have`} booking links.`;
  const [one, many] = NOUNS[block];
  const which = group ? (GROUPS[group] ?? "") : "";
  return count === 1 ? `1 ${one}${which} is in no block.` : `${count} ${many}${which} are in no block.`;
}
