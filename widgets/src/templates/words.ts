/** Small pieces that most templates use. */
import { directionOf, isSafeUrl } from "@clinic-widgets/shared";
import { html, nothing, type TemplateResult } from "lit";
import { markEnglish, textsFor } from "../texts/index.ts";
import type { RenderContext } from "./context.ts";

/** The same context one heading further down. */
export const below = (context: RenderContext, steps = 1): RenderContext => ({
  ...context,
  headingLevel: Math.min(6, context.headingLevel + steps),
});

/** What may have fallen back to another language than its file's. */
type Localized = { lang?: string | undefined };

/** The language of an item that fell back, for its element's `lang` and `dir`. */
export const langOf = (item: Localized) => item.lang ?? nothing;
export const dirOf = (item: Localized) => (item.lang ? directionOf(item.lang) : nothing);

/** The context inside of the element of `item`: our own words are in its language too. */
export const inside = ({ lang }: Localized, context: RenderContext): RenderContext =>
  lang ? { ...context, lang, texts: textsFor(lang) } : context;

/** A text of `owner`, marked with its language where that of the surrounding markup is another. */
export const markLanguage = (words: string, owner: Localized, { lang, locale }: RenderContext): unknown => {
  const own = owner.lang ?? locale;
  return own === lang ? words : html`<span lang=${own} dir=${directionOf(own)}>${words}</span>`;
};

/** A telephone number that can be tapped where it has an address; its figures keep their order in every language. */
export const phoneLink = (number: string, url = ""): unknown =>
  isSafeUrl(url) ? html`<a dir="ltr" href=${url}>${number}</a>` : html`<bdi>${number}</bdi>`;

/** A line break, neutral words that are not in the reader's language, or a number. */
export const drawPlaceholder = (words: string, url?: string): unknown =>
  words === "\n" ? html`<br />` : url === undefined ? markEnglish(words) : phoneLink(words, url);

/** `id`, unless something that is drawn already has it. */
export const ownId = (id: string | undefined, { ids }: RenderContext) =>
  id && !ids.has(id) && ids.add(id) ? id : nothing;

/** The name of an item in the address of the page. */
export const anchorOf = ({ slug, anchor = slug }: { slug: string; anchor?: string | undefined }) => anchor;

/** A heading of the context's level; its size follows the level. */
export function heading(
  words: unknown,
  context: RenderContext,
  part = "heading",
  id?: string,
): TemplateResult {
  const anchor = ownId(id, context);
  switch (context.headingLevel) {
    case 2:
      return html`<h2 part=${part} id=${anchor}>${words}</h2>`;
    case 3:
      return html`<h3 part=${part} id=${anchor}>${words}</h3>`;
    case 4:
      return html`<h4 part=${part} id=${anchor}>${words}</h4>`;
    case 5:
      return html`<h5 part=${part} id=${anchor}>${words}</h5>`;
    default:
      return html`<h6 part=${part} id=${anchor}>${words}</h6>`;
  }
}

/** The heading of one of the topic's blocks; nothing when it has none. */
export const blockHeading = (
  block: (Localized & { heading?: string | undefined }) | undefined,
  context: RenderContext,
  id?: string,
): unknown =>
  block?.heading ? heading(markLanguage(block.heading, block, context), context, "heading", id) : nothing;

/** Those of `parts` that are there, with `between` between each two. */
export const joined = (parts: unknown[], between: string): unknown[] =>
  parts.filter(Boolean).map((part, index) => [index > 0 ? between : nothing, part]);

/** Whether there is anything to show. */
export const some = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
