import {
  type BodyBlock,
  type ElementName,
  isListKind,
  type TextBlock,
  type TopicFile,
} from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import { benefits } from "../benefits/benefits.definition.ts";
import { booking } from "../booking/booking.definition.ts";
import type { FilesOf } from "../content/files-for.ts";
import type { Definition } from "../definition.ts";
import { disclaimer } from "../disclaimer/disclaimer.definition.ts";
import { renderReview } from "../disclaimer/disclaimer.template.ts";
import { faq } from "../faq/faq.definition.ts";
import { injuries } from "../injuries/injuries.definition.ts";
import { keyPoints } from "../key-points/key-points.definition.ts";
import { type OptionValues, readOptions } from "../options.ts";
import { studies } from "../studies/studies.definition.ts";
import type { RenderContext } from "../templates/context.ts";
import { richText } from "../templates/rich-text.ts";
import { below, blockHeading, dirOf, heading, inside, langOf, markLanguage } from "../templates/words.ts";
import { timings } from "../timings/timings.definition.ts";
import type { topicOptions } from "./topic.definition.ts";

/** The elements that the page is made of: the box in its head, and those that blocks of its body are drawn as. */
export const PARTS: Record<Exclude<BodyBlock["block"], "text"> | "key-points", Definition> = {
  timings,
  faqs: faq,
  benefits,
  injuries,
  studies,
  "key-points": keyPoints,
  booking,
  disclaimer,
};

/** What comes before the body, each piece on its own. Title and subtitle are bare words, for a heading of the page's own. */
export const PIECES: Record<string, (topic: TopicFile, context: RenderContext) => unknown> = {
  title: (topic, context) => html`<span part="title">${markLanguage(topic.title, topic, context)}</span>`,
  subtitle: (topic, context) =>
    topic.subtitle
      ? html`<span part="subtitle">${markLanguage(topic.subtitle, topic, context)}</span>`
      : nothing,
  review: renderReview,
  intro: (topic, context) =>
    html`<div class="lead" part="lead" lang=${langOf(topic)} dir=${dirOf(topic)}>${richText(topic.intro, context)}</div>`,
};

/** The whole page, one of its sections or pieces, or its text without the lists. */
export function renderTopic(
  files: FilesOf<"topic">,
  context: RenderContext,
  { section, prose }: OptionValues<typeof topicOptions>,
): unknown {
  const { topic } = files;
  const piece = section && Object.hasOwn(PIECES, section) && PIECES[section];
  if (piece) return html`<div>${piece(topic, context)}</div>`;
  const blocks = section ? sectionBlocks(topic.body, section) : topic.body;
  const inner = below(context);
  return html`<div class=${section ? "topic" : "topic page"} part="topic">
    ${
      section
        ? nothing
        : html`<header part="header">
            ${heading(markLanguage(topic.title, topic, context), context, "title")}${topic.subtitle ? html`<p class="subtitle" part="subtitle">${markLanguage(topic.subtitle, topic, context)}</p>` : nothing}${renderReview(topic, context)}
            ${PIECES.intro?.(topic, context)}
          </header>
          ${prose ? nothing : html`<div class="block">${keyPoints.template(files, inner, {})}</div>`}`
    }
    ${blocks.map((block, index) => {
      const drawn = renderBlock(block, files, section ? context : inner, {
        prose,
        nested: isNested(blocks, index),
      });
      return drawn === nothing ? nothing : html`<div class="block" part="block">${drawn}</div>`;
    })}
  </div>`;
}

/** From the text that begins the section up to the next one that begins another. */
function sectionBlocks(body: BodyBlock[], section: string): BodyBlock[] {
  const start = body.findIndex((block) => block.block === "text" && block.slug === section);
  if (start < 0) return [];
  const length = body.slice(start + 1).findIndex((block) => endsSection(block));
  return body.slice(start, length < 0 ? undefined : start + 1 + length);
}

/** A new section, or a block of its own at the end of a page. */
const endsSection = (block: BodyBlock): boolean =>
  block.block === "text"
    ? block.slug !== undefined
    : ["booking", "faqs", "studies", "disclaimer"].includes(block.block);

/** Lists inside of a section have a heading one step below that of the section. */
const isNested = (blocks: BodyBlock[], index: number): boolean =>
  !endsSection(blocks[index] as BodyBlock) &&
  blocks.slice(0, index).some((block) => block.block === "text" && block.slug !== undefined);

function renderBlock(
  block: BodyBlock,
  files: FilesOf<"topic">,
  context: RenderContext,
  { prose, nested }: { prose: boolean; nested: boolean },
): unknown {
  if (block.block === "text") return renderText(block, context);
  // A newer contract may know more blocks.
  const part = Object.hasOwn(PARTS, block.block) && PARTS[block.block];
  const own = filesOfBlock(block, files);
  return prose || !part || !own
    ? nothing
    : part.template(
        { ...files, ...own } as FilesOf<ElementName>,
        nested ? below(context) : context,
        readOptions(part.options, {}),
      );
}

/** The file in which the element of `block` finds this block alone; `undefined` when the list that it shows is missing. */
function filesOfBlock(block: Exclude<BodyBlock, TextBlock>, files: FilesOf<"topic">): object | undefined {
  if (!isListKind(block.block)) return { topic: { ...files.topic, body: [block] } };
  const list = files[block.block];
  return list && { [block.block]: { ...list, views: [block] } };
}

const renderText = (block: TextBlock, context: RenderContext): unknown =>
  html`<div class="prose" part="text" lang=${langOf(block)} dir=${dirOf(block)}>${blockHeading(block, inside(block, context), block.slug)}${richText(block.paragraphs, context)}</div>`;
