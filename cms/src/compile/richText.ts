/** The editor's documents as the small trees of the contract. What the contract does not know is left out, its text kept. */
import { type Block, type Inline, isSafeUrl, type ListNode, type RichText } from "@clinic-widgets/shared";

import type { EditorText } from "../documents/types.ts";
import { telLink } from "../input/phone.ts";

type Node = {
  type?: string;
  text?: string;
  format?: number | string;
  tag?: string;
  listType?: string;
  start?: number;
  value?: number;
  fields?: { url?: string | null };
  children?: Node[];
};

const BOLD = 1;
const ITALIC = 2;
const LOWERED = 32;
const RAISED = 64;
/** Editors choose h3 and h4; the contract counts from the widget's own heading. */
const HEADING_LEVELS: Record<string, number> = { h1: 1, h2: 1, h3: 1, h4: 2, h5: 3, h6: 3 };

/** The tree of a rich-text value; an empty one for a value that holds nothing. */
export function richTextOf(value: EditorText | null | undefined): RichText {
  const root = value?.root as Node | undefined;
  return (root?.children ?? []).flatMap(blockOf);
}

function blockOf(node: Node): Block[] {
  const children = node.children ?? [];
  if (node.type === "list") return [listOf(node)];
  const inlines = children.flatMap(inlineOf);
  if (inlines.length === 0) return [];
  if (node.type === "heading")
    return [{ type: "heading", level: HEADING_LEVELS[node.tag ?? ""] ?? 1, children: inlines }];
  return [{ type: "paragraph", children: inlines }];
}

function listOf(node: Node): ListNode {
  const items: ListNode["items"] = [];
  for (const item of node.children ?? []) {
    const nested = (item.children ?? []).find((child) => child.type === "list");
    const children = (item.children ?? []).filter((child) => child.type !== "list").flatMap(inlineOf);
    const last = items.at(-1);
    // The editor keeps a nested list in an item of its own; readers get it inside of the item before.
    if (nested && children.length === 0 && last && !last.list) last.list = listOf(nested);
    else items.push({ children, ...(nested ? { list: listOf(nested) } : {}) });
  }
  if (node.listType !== "number") return { type: "list", items };
  // The editor shows what an item says; the list repeats it.
  const start = Number(node.children?.[0]?.value ?? node.start ?? 1);
  return { type: "list", ordered: true, ...(start !== 1 && Number.isInteger(start) ? { start } : {}), items };
}

function inlineOf(node: Node): Inline[] {
  if (node.type === "text" || typeof node.text === "string")
    return node.text ? [formatted({ type: "text", text: node.text }, Number(node.format ?? 0))] : [];
  if (node.type === "linebreak") return [{ type: "break" }];
  const children = (node.children ?? []).flatMap(inlineOf);
  const url = node.fields?.url ?? "";
  if ((node.type === "link" || node.type === "autolink") && isSafeUrl(url))
    return [{ type: "link", url: telLink(url), children }];
  return children;
}

function formatted(text: Inline, format: number): Inline {
  const type = format & RAISED ? "superscript" : format & LOWERED ? "subscript" : undefined;
  const placed: Inline = type ? { type, children: [text] } : text;
  const emphasized: Inline = format & ITALIC ? { type: "emphasis", children: [placed] } : placed;
  return format & BOLD ? { type: "strong", children: [emphasized] } : emphasized;
}
