/**
 * Prose as a small tree. Widgets draw it with templates, so no stored text can run as script.
 * Text nodes may hold placeholders such as `{{clinic.name}}`, filled where the tree is drawn.
 */
import { z } from "zod";
import { isSafeUrl } from "../urls.ts";

/** A link target that a widget will follow: http, https, mailto, tel or relative. */
export const linkUrl = z
  .string()
  .min(1)
  .refine(
    isSafeUrl,
    "Only http, https, mailto, tel and relative links are allowed, each written as browsers read it.",
  );

const textNode = z.object({ type: z.literal("text"), text: z.string() });
const breakNode = z.object({ type: z.literal("break") });

type StrongNode = { type: "strong"; children: Inline[] };
type EmphasisNode = { type: "emphasis"; children: Inline[] };
type SuperscriptNode = { type: "superscript"; children: Inline[] };
type SubscriptNode = { type: "subscript"; children: Inline[] };
type LinkNode = { type: "link"; url: string; children: Inline[] };
export type Inline =
  | z.infer<typeof textNode>
  | z.infer<typeof breakNode>
  | StrongNode
  | EmphasisNode
  | SuperscriptNode
  | SubscriptNode
  | LinkNode;

export const inline: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion("type", [
    textNode,
    breakNode,
    z.object({ type: z.literal("strong"), children: z.array(inline) }),
    z.object({ type: z.literal("emphasis"), children: z.array(inline) }),
    z.object({ type: z.literal("superscript"), children: z.array(inline) }),
    z.object({ type: z.literal("subscript"), children: z.array(inline) }),
    z.object({ type: z.literal("link"), url: linkUrl, children: z.array(inline) }),
  ]),
) as z.ZodType<Inline>;

type ListItem = { children: Inline[]; list?: ListNode | undefined };
/** `start` is the number of the first item of an ordered list, 1 if there is none. */
export type ListNode = {
  type: "list";
  ordered?: boolean | undefined;
  start?: number | undefined;
  items: ListItem[];
};

const listNode: z.ZodType<ListNode> = z.lazy(() =>
  z.object({
    type: z.literal("list"),
    ordered: z.boolean().optional(),
    start: z.int().optional(),
    items: z.array(z.object({ children: z.array(inline), list: listNode.optional() })),
  }),
) as z.ZodType<ListNode>;

const paragraphNode = z.object({ type: z.literal("paragraph"), children: z.array(inline) });

/** `level` is relative to the element's own heading: 1 is one step below it. */
const headingNode = z.object({
  type: z.literal("heading"),
  level: z.int().min(1).max(3),
  children: z.array(inline),
});

export type Block = z.infer<typeof paragraphNode> | z.infer<typeof headingNode> | ListNode;
export type RichText = Block[];

export const block = z.union([paragraphNode, headingNode, listNode]) as z.ZodType<Block>;
export const richText: z.ZodType<RichText> = z.array(block);
