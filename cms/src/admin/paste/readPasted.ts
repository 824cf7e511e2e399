/** Reads what Word, Google Docs, mails and web pages put on the clipboard: what a reader saw of it, as pieces. */

import { linkTarget } from "./linkTarget.ts";
import type { LeftOut, Piece, Run } from "./pieces.ts";
import { wordItem } from "./wordItem.ts";

const BLOCKS = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const UNSEEN = new Set("script style head title meta link template noscript".split(" "));
const PICTURES = new Set(["img", "svg", "v:imagedata"]);
const PLAYERS = new Set("video audio iframe object embed canvas".split(" "));
const FIELDS = new Set("button input select textarea".split(" "));
/** Bullets that somebody typed, or that a document had for an item of a list. */
const TYPED_BULLET = /^[•◦▪‣●○∙]\s*/;
const EMOJI = /^\p{Extended_Pictographic}/u;

/** Kinds of nodes, by their numbers in the DOM. */
const ELEMENT = 1;
const TEXT = 3;

type Look = Omit<Exclude<Run, "break">, "text"> & { isPreserved?: boolean };
type Place = Pick<Piece, "kind" | "level" | "number">;

const PARAGRAPH: Place = { kind: "paragraph", level: 0 };

export function readPasted(body: Element): { pieces: Piece[]; leftOut: LeftOut } {
  const pieces: Piece[] = [];
  const leftOut: LeftOut = {};
  let runs: Run[] = [];
  let place = PARAGRAPH;

  const leave = (kind: keyof LeftOut) => {
    leftOut[kind] = (leftOut[kind] ?? 0) + 1;
  };
  /** Ends the piece that is being read; what comes next belongs to `next`. */
  const end = (next: Place = PARAGRAPH) => {
    // Headings look bold by themselves.
    const isHeading = place.kind === "heading";
    const trimmed = trim(
      runs.map((run) => (run === "break" || !isHeading ? run : { ...run, strong: false })),
    );
    if (trimmed.length > 0) pieces.push(asItem({ ...place, runs: trimmed }));
    runs = [];
    place = next;
  };

  const beginLine = () => {
    if (runs.length > 0 && runs.at(-1) !== "break") runs.push("break");
  };

  const readAll = (parent: Node, look: Look, depth: number) => {
    for (const child of parent.childNodes) read(child, look, depth);
  };

  function read(node: Node, outer: Look, depth: number): void {
    if (node.nodeType === TEXT) readText(node.nodeValue ?? "", outer);
    if (node.nodeType !== ELEMENT) return;
    const element = node as HTMLElement;
    const tag = element.localName.toLowerCase();
    if (UNSEEN.has(tag) || isHidden(element)) return;
    if (tag === "br") runs.push("break");
    else if (PICTURES.has(tag)) readPicture(element, outer);
    else if (PLAYERS.has(tag)) leave("players");
    else if (FIELDS.has(tag)) leave("fields");
    else if (isStruck(element)) leaveStruck(element);
    else if (tag === "table" && isTableOfMany(element)) {
      end();
      leave("tables");
    } else readKept(element, tag, lookOf(element, tag, outer), depth);
  }

  function readKept(element: HTMLElement, tag: string, look: Look, depth: number): void {
    if (tag === "a") readLink(element, look, depth);
    else if (tag === "ul" || tag === "ol") readList(element, tag === "ol", look, depth + 1);
    else if (BLOCKS.has(tag)) readBlock(element, tag, look, depth);
    else readAll(element, look, depth);
  }

  function leaveStruck(element: Element): void {
    if (element.textContent?.trim()) leave("struck");
  }

  function readText(text: string, { isPreserved, ...look }: Look): void {
    const lines = isPreserved ? text.split(/\r?\n/) : [text];
    lines.forEach((line, index) => {
      if (index > 0) runs.push("break");
      const collapsed = line.replace(/[ \t\r\n\f]+/g, " ");
      if (collapsed) runs.push({ text: collapsed, ...look });
    });
  }

  function readPicture(element: Element, look: Look): void {
    const words = element.getAttribute("alt") ?? "";
    if (EMOJI.test(words)) readText(words, look);
    // What counts who opens a mail is no picture.
    else if (element.getAttribute("width") !== "1") leave("pictures");
  }

  function readLink(element: Element, look: Look, depth: number): void {
    const href = element.getAttribute("href");
    const url = href === null ? undefined : linkTarget(href);
    if (href !== null && url === undefined && element.textContent?.trim()) leave("links");
    readAll(element, url === undefined ? look : { ...look, url }, depth);
  }

  function readList(list: Element, isNumbered: boolean, look: Look, depth: number): void {
    end();
    let number = Number(list.getAttribute("start") ?? 1) || 1;
    for (const child of list.children) {
      // Google Docs and old pages put a nested list beside the items.
      if (child.localName !== "li") {
        read(child, look, depth);
        continue;
      }
      const level =
        Number(child.getAttribute("data-aria-level") ?? child.getAttribute("aria-level")) || depth;
      end({ kind: "item", level, ...(isNumbered ? { number: number++ } : {}) });
      if (isStruck(child as HTMLElement)) leaveStruck(child);
      else readAll(child, lookOf(child as HTMLElement, "li", look), depth);
      end();
    }
  }

  function readBlock(element: HTMLElement, tag: string, look: Look, depth: number): void {
    const item = tag === "p" || tag === "div" ? wordItem(element) : undefined;
    if (item) {
      end({ kind: "item", level: item.level, ...(item.number === undefined ? {} : { number: item.number }) });
      readAll(element, look, depth);
      end();
      return;
    }
    // Paragraphs of one item stay in it, on lines of their own.
    if (place.kind === "item" && !/^h[1-6]$/.test(tag)) {
      beginLine();
      readAll(element, look, depth);
      if (element.nextSibling) beginLine();
      return;
    }
    const heading = /^h([1-6])$/.exec(tag)?.[1];
    end(heading ? { kind: "heading", level: Number(heading) } : PARAGRAPH);
    readAll(element, look, depth);
    end();
  }

  readAll(body, {}, 0);
  end();
  return { pieces, leftOut };
}

function lookOf(element: HTMLElement, tag: string, outer: Look): Look {
  const look = { ...outer };
  const style = styleOf(element);
  const weight = style("font-weight");
  if (tag === "b" || tag === "strong") look.strong = true;
  // Google Docs wraps all that is copied in <b style="font-weight:normal">.
  if (weight) look.strong = /bold/.test(weight) || Number(weight) >= 600;
  if (tag === "i" || tag === "em" || tag === "cite") look.emphasis = true;
  const slant = style("font-style");
  if (slant) look.emphasis = slant !== "normal";
  const lift = style("vertical-align");
  if (tag === "sup" || lift === "super") look.raised = true;
  if (tag === "sub" || lift === "sub") look.lowered = true;
  if (tag === "pre" || /^pre/.test(style("white-space"))) look.isPreserved = true;
  return look;
}

const isHidden = (element: HTMLElement): boolean => {
  const style = styleOf(element);
  // Word keeps the bullet or number of an item as text that readers of lists ignore.
  return (
    element.hasAttribute("hidden") ||
    style("display") === "none" ||
    style("mso-hide") === "all" ||
    style("mso-list") === "ignore" ||
    style("mso-element") === "comment-list" ||
    style("mso-special-character") === "comment"
  );
};

const isStruck = (element: HTMLElement): boolean =>
  ["s", "strike", "del"].includes(element.localName) ||
  /line-through/.test(styleOf(element)("text-decoration") + styleOf(element)("text-decoration-line"));

/** A property as the element itself sets it. Read as text: browsers drop those that only Word knows. */
function styleOf(element: Element): (property: string) => string {
  const declarations = (element.getAttribute("style") ?? "").toLowerCase().split(";");
  return (property) => {
    const found = declarations.map((each) => each.split(":")).find(([name]) => name?.trim() === property);
    return found?.slice(1).join(":").trim() ?? "";
  };
}

/** Mails and old pages lay out their text with tables of one column, or say that a table is none. */
const isTableOfMany = (table: Element): boolean =>
  !["presentation", "none"].includes(table.getAttribute("role") ?? "") &&
  [...table.querySelectorAll("tr")].some((row) => row.children.length > 1);

/** A paragraph that begins with a bullet was an item of a list. */
function asItem(piece: Piece): Piece {
  const [first] = piece.runs;
  if (piece.kind !== "paragraph" || !first || first === "break" || !TYPED_BULLET.test(first.text))
    return piece;
  const rest = first.text.replace(TYPED_BULLET, "");
  const runs = trim([...(rest ? [{ ...first, text: rest }] : []), ...piece.runs.slice(1)]);
  return runs.length === 0 ? piece : { kind: "item", level: 1, runs };
}

/** Without blanks and breaks at both ends, and without two blanks in a row. */
function trim(runs: Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const before = kept.at(-1);
    if (run === "break") {
      if (before) kept.push(run);
      continue;
    }
    const isAfterBlank = before === undefined || before === "break" || before.text.endsWith(" ");
    const text = isAfterBlank ? run.text.replace(/^ +/, "") : run.text;
    if (text) kept.push({ ...run, text });
  }
  while (kept.length > 0) {
    const last = kept.at(-1) as Run;
    const text = last === "break" ? "" : last.text.replace(/[ \u00a0]+$/, "");
    if (last !== "break" && text) {
      kept[kept.length - 1] = { ...last, text };
      break;
    }
    kept.pop();
  }
  return kept.length === 1 && kept[0] !== "break" && kept[0]?.text.trim() === "" ? [] : kept;
}
