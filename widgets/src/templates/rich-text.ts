/** Prose: the contract's tree drawn with templates. Links that a browser might run are drawn as text. */
import { type Block, type Inline, isSafeUrl, type ListNode, type RichText } from "@clinic-widgets/shared";
import { html, nothing, type TemplateResult } from "lit";
import type { RenderContext } from "./context.ts";
import { below, heading } from "./words.ts";

/** The blocks of `tree`. */
export const richText = (tree: RichText, context: RenderContext): unknown =>
  tree.map((block) => renderBlock(block, context));

function renderBlock(block: Block, context: RenderContext): unknown {
  switch (block.type) {
    case "paragraph":
      return html`<p>${renderInlines(block.children)}</p>`;
    case "heading":
      return heading(renderInlines(block.children), below(context, block.level), "text-heading");
    case "list":
      return renderList(block);
    default:
      // A newer contract may know more kinds.
      return undefined;
  }
}

function renderList({ ordered, start, items }: ListNode): TemplateResult {
  const rows = items.map(
    (item) => html`<li>${renderInlines(item.children)}${item.list ? renderList(item.list) : undefined}</li>`,
  );
  return ordered ? html`<ol start=${start ?? nothing}>${rows}</ol>` : html`<ul>${rows}</ul>`;
}

const renderInlines = (nodes: Inline[]): unknown => nodes.map(renderInline);

function renderInline(node: Inline): unknown {
  switch (node.type) {
    case "text":
      return node.text;
    case "break":
      return html`<br />`;
    case "strong":
      return html`<strong>${renderInlines(node.children)}</strong>`;
    case "emphasis":
      return html`<em>${renderInlines(node.children)}</em>`;
    case "superscript":
      return html`<sup>${renderInlines(node.children)}</sup>`;
    case "subscript":
      return html`<sub>${renderInlines(node.children)}</sub>`;
    case "link": {
      const words = renderInlines(node.children);
      return isSafeUrl(node.url) ? html`<a part="link" href=${node.url}>${words}</a>` : words;
    }
    default:
      return undefined;
  }
}
