/** What pasting brings into a text, between the HTML that was copied and the HTML that the editor takes. */

/** Words in one look, or a line break. */
export type Run =
  | "break"
  | {
      text: string;
      strong?: boolean;
      emphasis?: boolean;
      raised?: boolean;
      lowered?: boolean;
      /** Where the words lead to. */
      url?: string;
    };

/** One paragraph, heading or item of a list. */
export type Piece = {
  kind: "paragraph" | "heading" | "item";
  /** Of a heading, 1 to 6; of an item, how deep its list lies, from 1. */
  level: number;
  /** Of an item: its number where it has one. Items of bullet lists have none. */
  number?: number;
  runs: Run[];
};

/** What a text cannot hold, by its name for one and for several. */
const NAMES = {
  tables: ["1 table", "tables"],
  pictures: ["1 picture", "pictures"],
  players: ["1 video or other embedded part", "videos or other embedded parts"],
  fields: ["1 button or form field", "buttons or form fields"],
  links: [
    "the target of 1 link, which only works where it was copied",
    "the targets of links, which only work where they were copied",
  ],
  struck: ["1 struck-out passage", "struck-out passages"],
} as const;
export type LeftOut = Partial<Record<keyof typeof NAMES, number>>;

/** One sentence, or two, on what was not taken over; nothing when all of it was. */
export function sentenceOn(leftOut: LeftOut): string | undefined {
  const named = Object.entries(NAMES).flatMap(([kind, [one, several]]) => {
    const count = leftOut[kind as keyof LeftOut] ?? 0;
    if (count === 0) return [];
    return count === 1 ? one : kind === "links" ? several : `${count} ${several}`;
  });
  if (named.length === 0) return undefined;
  const list = new Intl.ListFormat("en").format(named);
  const advice = leftOut.tables
    ? " Write a table as a list, or as benefits, injuries or timings, which readers see as tables."
    : "";
  return `Pasted without ${list}, because a text cannot hold them.${advice}`;
}
