/** Small pieces that most templates use. */
import { directionOf, fillPlaceholders } from "@clinic-widgets/shared";
import { html, nothing, type TemplateResult } from "lit";
import type { RenderContext } from "./context.ts";

/** `text` with its placeholders filled. */
export const filled = (text: string, { lang, values }: RenderContext): string =>
  fillPlaceholders(text, lang, values);

/** The same context one heading further down. */
export const below = (context: RenderContext, steps = 1): RenderContext => ({
  ...context,
  headingLevel: Math.min(6, context.headingLevel + steps),
});

/** A heading of the context's level; its size follows the level. Placeholders are filled when `words` is a text. */
export function heading(
  words: unknown,
  context: RenderContext,
  part = "heading",
  id?: string,
): TemplateResult {
  const anchor = id ?? nothing;
  const content = typeof words === "string" ? filled(words, context) : words;
  switch (context.headingLevel) {
    case 2:
      return html`<h2 part=${part} id=${anchor}>${content}</h2>`;
    case 3:
      return html`<h3 part=${part} id=${anchor}>${content}</h3>`;
    case 4:
      return html`<h4 part=${part} id=${anchor}>${content}</h4>`;
    case 5:
      return html`<h5 part=${part} id=${anchor}>${content}</h5>`;
    default:
      return html`<h6 part=${part} id=${anchor}>${content}</h6>`;
  }
}

/** The language of an item that fell back, for its element's `lang` and `dir`. */
export const langOf = (item: { lang?: string | undefined }) => item.lang ?? nothing;
export const dirOf = (item: { lang?: string | undefined }) => (item.lang ? directionOf(item.lang) : nothing);

/** Whether there is anything to show. */
export const some = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
