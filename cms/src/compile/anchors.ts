/** The name of each item in the address of its page: its slug, unless something else on the page has that name. */
import { type BodyBlock, LIST_KINDS, type ListKind } from "@clinic-widgets/shared";
import { PAGE_PARTS } from "../documents/pageParts.ts";

/** What is put behind a slug that is taken. */
const KIND: Record<ListKind, string> = {
  faqs: "question",
  injuries: "injury",
  benefits: "benefit",
  timings: "time",
  studies: "source",
};
/** Links lead to questions above all: these keep their names, whatever else is called alike. */
const ORDER = ["faqs", ...LIST_KINDS.filter((kind) => kind !== "faqs")] as const;

type Item = { slug: string; anchor?: string | undefined };
type Lists = { [K in ListKind]: Item[] };

/** The lists of a topic with the `anchor` of each item whose slug a part of the page, a section or an item before it has. */
export function withAnchors<T extends Lists>(lists: T, body: readonly BodyBlock[]): T {
  const taken = new Set<string>(PAGE_PARTS);
  for (const block of body) if (block.block === "text" && block.slug) taken.add(block.slug);
  const anchored = ORDER.map((kind) => {
    const items = lists[kind].map((item) => {
      const anchor = [
        item.slug,
        `${item.slug}-${KIND[kind]}`,
        ...numbered(`${item.slug}-${KIND[kind]}`),
      ].find((name) => !taken.has(name)) as string;
      taken.add(anchor);
      return anchor === item.slug ? item : { ...item, anchor };
    });
    return [kind, items] as const;
  });
  return { ...lists, ...Object.fromEntries(anchored) };
}

const numbered = (name: string): string[] => Array.from({ length: 50 }, (_, index) => `${name}-${index + 2}`);
