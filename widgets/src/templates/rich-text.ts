/** Prose: the contract's tree drawn with templates. Links that a browser might run are drawn as text. */
import {
  type Block,
  fillPlaceholders,
  type Inline,
  isSafeUrl,
  type ListNode,
  type RichText,
} from "@clinic-widgets/shared";
import { html, type TemplateResult } from "lit";
import type { RenderContext } from "./context.ts";
import { below, heading } from "./words.ts";

/** The blocks of `tree`. */
export const richText = (tree: RichText, context: RenderContext): unknown =>
  tree.map((block) => renderBlock(block, context));

function renderBlock(block: Block, context: RenderContext): unknown {
  switch (block.type) {
    case "paragraph":
      return html`<p>${renderInlines(block.children, context)}</p>`;
    case "heading":
      return heading(renderInlines(block.children, context), below(context, block.level), "text-heading");
    case "list":
      return renderList(block, context);
    default:
      // A newer contract may know more kinds.
      return undefined;
  }
}

function renderList({ ordered, items }: ListNode, context: RenderContext): TemplateResult {
  const rows = items.map(
    (item) =>
      html`<li>${renderInlines(item.children, context)}${item.list ? renderList(item.list, context) : undefined}</li>`,
  );
  return ordered ? html`<ol>${rows}</ol>` : html`<ul>${rows}</ul>`;
}

/** `before` is what stands in front of them in their paragraph: it tells whether a placeholder begins a sentence. */
function renderInlines(nodes: Inline[], context: RenderContext, before = ""): unknown {
  let told = before;
  return nodes.map((node) => {
    const drawn = renderInline(node, context, told);
    told += wordsOf(node);
    return drawn;
  });
}

const wordsOf = (node: Inline): string =>
  "children" in node ? node.children.map(wordsOf).join("") : "text" in node ? node.text : " ";

function renderInline(node: Inline, context: RenderContext, before: string): unknown {
  switch (node.type) {
    case "text":
      return fillPlaceholders(node.text, context.lang, context.values, before);
    case "break":
      return html`<br />`;
    case "strong":
      return html`<strong>${renderInlines(node.children, context, before)}</strong>`;
    case "emphasis":
      return html`<em>${renderInlines(node.children, context, before)}</em>`;
    case "link": {
      const words = renderInlines(node.children, context, before);
      return isSafeUrl(node.url) ? html`<a part="link" href=${node.url}>${words}</a>` : words;
    }
    default:
      return undefined;
  }
}
