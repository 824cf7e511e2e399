/** The rich-text field: paragraphs, headings, lists, links, bold, italic, raised and lowered, which is what the contract has. */
import {
  BoldFeature,
  createServerFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
} from "@payloadcms/richtext-lexical";
import type { Field, RichTextField } from "payload";
import { hasText, type TextNode } from "../documents/texts.ts";
import { checkUrl } from "./checks.ts";
import { tidyProse } from "./pasted.ts";
import { checkPlaceholders } from "./text.ts";

type Node = TextNode & { type?: string; fields?: { url?: string }; children?: Node[] };

/** The node types of the editor's features. The editor cannot open a text with any other. */
const NODES = new Set(
  "root paragraph heading text linebreak tab list listitem link autolink horizontalrule".split(" "),
);
/** Deeper than any nested list that is written in the editor. */
const MAX_DEPTH = 40;

/** `true`, or a sentence for a value that is not in the format of the editor. */
export function richTextFault(value: unknown): string | true {
  if (value === null) return true;
  const root = (value as { root?: unknown }).root;
  const isDocument = isNode(root) && Array.isArray(root.children) && isTree(root, 0);
  return isDocument || "This text is not in the form that the editor saves. Write it in the admin.";
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isTree(node: unknown, depth: number): boolean {
  if (!isNode(node) || depth > MAX_DEPTH || !NODES.has(String(node.type))) return false;
  if (node.text !== undefined && typeof node.text !== "string") return false;
  if (node.type === "text" && node.text === undefined) return false;
  if (node.fields !== undefined && !hasPlainUrl(node.fields)) return false;
  return node.children === undefined
    ? true
    : Array.isArray(node.children) && node.children.every((child) => isTree(child, depth + 1));
}

const hasPlainUrl = (fields: unknown): boolean =>
  isNode(fields) && ["string", "undefined"].includes(typeof (fields as { url?: unknown }).url);

/** Takes over what was copied elsewhere in the editor's own words. */
const PasteFeature = createServerFeature({
  feature: { ClientFeature: "/src/admin/paste/PasteFeature#PasteFeature" },
  key: "paste",
});

const editorFor = (headings: boolean) =>
  lexicalEditor({
    features: [
      ParagraphFeature(),
      ...(headings ? [HeadingFeature({ enabledHeadingSizes: ["h3", "h4"] })] : []),
      BoldFeature(),
      ItalicFeature(),
      SuperscriptFeature(),
      SubscriptFeature(),
      UnorderedListFeature(),
      OrderedListFeature(),
      LinkFeature({
        enabledCollections: [],
        fields: ({ defaultFields }) => defaultFields.map((field) => linkField(field as Field)),
      }),
      PasteFeature(),
      InlineToolbarFeature(),
      FixedToolbarFeature(),
    ],
  });

/** A field of the link's dialog: there is one kind of link, and an address is refused there as publishing would refuse it. */
function linkField(field: Field): Field {
  if (!("name" in field)) return field;
  if (field.name === "linkType") return { ...field, admin: { ...field.admin, hidden: true } } as Field;
  if (field.name !== "url") return field;
  return {
    ...field,
    label: "Address",
    validate: checkLinkAddress,
    admin: {
      description:
        "Choose a section or a question of ours, or write an address: https://…, a page of the clinic’s site such as /contact, mailto: or tel:.",
      components: { Field: "/src/admin/fields/LinkAddressField#LinkAddressField" },
    },
  } as Field;
}

/** `true`, or a sentence for an address that a link in a text may not have. */
export const checkLinkAddress = (value: string | null | undefined): string | true =>
  value?.trim() && value.trim() !== "https://" ? checkUrl(value) : "Add the address that the link leads to.";

/** A rich-text field; `headings` is for long texts. */
export function richTextField({
  headings = false,
  ...options
}: Omit<RichTextField, "type" | "editor" | "validate"> & { headings?: boolean }): RichTextField {
  return {
    ...options,
    type: "richText",
    editor: editorFor(headings),
    hooks: { ...options.hooks, beforeValidate: [tidyProse, ...(options.hooks?.beforeValidate ?? [])] },
    validate: (value) => {
      const root = (value as { root?: Node } | null | undefined)?.root;
      if (options.required && !(root && hasText(root))) return "Write a text before you publish.";
      return checkRichText(root);
    },
  };
}

/** `true`, or a sentence for the first placeholder or link that is not allowed. */
export function checkRichText(node: Node | undefined): string | true {
  if (!node) return true;
  // A placeholder that is partly bold is split into several text nodes: it is found in the text of the whole paragraph.
  const checked = checkPlaceholders(textOf(node));
  if (checked !== true) return checked;
  return checkNodes(node);
}

function checkNodes(node: Node): string | true {
  // Widgets fill placeholders within one text node.
  const filled = checkPlaceholders(node.text);
  if (filled !== true) return filled;
  const isLink = node.type === "link" || node.type === "autolink";
  if (isLink) {
    const url = node.fields?.url;
    const followed = url ? checkUrl(url) : "It has no address. Give it one, or take the link away.";
    if (followed !== true) return `A link in this text cannot be followed. ${followed}`;
  }
  for (const child of node.children ?? []) {
    const checked = checkNodes(child);
    if (checked !== true) return checked;
  }
  return true;
}

const textOf = (node: Node): string =>
  node.text ?? (node.children ?? []).map(textOf).join(node.type === "root" ? "\n" : "");
