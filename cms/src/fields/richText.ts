/** Prose that becomes the small tree of the contract: paragraphs, headings, lists, links, bold and italic. */
import { isSafeUrl } from "@clinic-widgets/shared";
import {
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from "@payloadcms/richtext-lexical";
import type { RichTextField } from "payload";
import { checkPlaceholders } from "./text.ts";

type Node = { type?: string; text?: string; fields?: { url?: string }; children?: Node[] };

const editorFor = (headings: boolean) =>
  lexicalEditor({
    features: [
      ParagraphFeature(),
      ...(headings ? [HeadingFeature({ enabledHeadingSizes: ["h3", "h4"] })] : []),
      BoldFeature(),
      ItalicFeature(),
      UnorderedListFeature(),
      OrderedListFeature(),
      LinkFeature({ enabledCollections: [] }),
      InlineToolbarFeature(),
      FixedToolbarFeature(),
    ],
  });

/** A rich-text field; `headings` for long texts that need headings of their own. */
export function richTextField({
  headings = false,
  ...options
}: Omit<RichTextField, "type" | "editor" | "validate"> & { headings?: boolean }): RichTextField {
  return {
    ...options,
    type: "richText",
    editor: editorFor(headings),
    validate: (value) => {
      const root = (value as { root?: Node } | null | undefined)?.root;
      if (options.required && !hasText(root)) return "Write a text before you publish.";
      return checkRichText(root);
    },
  };
}

/** Whether there is anything to read below `node`. */
export function hasText(node: Node | undefined): boolean {
  return Boolean(node?.text?.trim()) || (node?.children ?? []).some(hasText);
}

/** The sentence for the first placeholder or link that cannot stand, or `true`. */
export function checkRichText(node: Node | undefined): string | true {
  if (!node) return true;
  // A placeholder that is partly bold lies in several text nodes; it is found in the paragraph as a whole.
  const checked = checkPlaceholders(textOf(node));
  if (checked !== true) return checked;
  return checkLinks(node);
}

function checkLinks(node: Node): string | true {
  if (node.type === "link" && !isSafeUrl(node.fields?.url ?? "")) {
    return `The link "${node.fields?.url ?? ""}" cannot be followed. Use an address that begins with https://, http://, mailto: or tel:.`;
  }
  for (const child of node.children ?? []) {
    const checked = checkLinks(child);
    if (checked !== true) return checked;
  }
  return true;
}

const textOf = (node: Node): string =>
  node.text ?? (node.children ?? []).map(textOf).join(node.type === "root" ? "\n" : "");
