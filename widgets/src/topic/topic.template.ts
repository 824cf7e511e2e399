import type {
  BenefitsFile,
  BodyBlock,
  ClinicFile,
  FaqsFile,
  InjuriesFile,
  SiteFile,
  StudiesFile,
  TextBlock,
  TimingsFile,
  TopicFile,
} from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import { renderBenefits } from "../benefits/benefits.template.ts";
import { renderBooking } from "../booking/booking.template.ts";
import { renderDisclaimer, renderReview } from "../disclaimer/disclaimer.template.ts";
import { renderFaq } from "../faq/faq.template.ts";
import { renderInjuries } from "../injuries/injuries.template.ts";
import { renderKeyPoints } from "../key-points/key-points.template.ts";
import { renderStudies } from "../studies/studies.template.ts";
import type { RenderContext } from "../templates/context.ts";
import { richText } from "../templates/rich-text.ts";
import { below, blockHeading, dirOf, heading, inside, langOf, said } from "../templates/words.ts";
import { renderTimings } from "../timings/timings.template.ts";

export type TopicFiles = {
  topic: TopicFile;
  clinic?: ClinicFile | undefined;
  site?: SiteFile | undefined;
  benefits?: BenefitsFile | undefined;
  injuries?: InjuriesFile | undefined;
  timings?: TimingsFile | undefined;
  faqs?: FaqsFile | undefined;
  studies?: StudiesFile | undefined;
};
export type TopicOptions = { section?: string | undefined; prose: boolean };

/** What stands before the body, each piece for itself. Title and subtitle are bare words, for a heading of the page's own. */
const PIECES: Record<string, (topic: TopicFile, context: RenderContext) => unknown> = {
  title: (topic, context) => html`<span part="title">${said(topic.title, topic, context)}</span>`,
  subtitle: (topic, context) =>
    topic.subtitle ? html`<span part="subtitle">${said(topic.subtitle, topic, context)}</span>` : nothing,
  review: renderReview,
  intro: (topic, context) =>
    html`<div class="lead" part="lead" lang=${langOf(topic)} dir=${dirOf(topic)}>${richText(topic.intro, context)}</div>`,
};

/** The whole page, one of its sections or pieces, or its text without the lists. */
export function renderTopic(
  files: TopicFiles,
  context: RenderContext,
  { section, prose }: TopicOptions,
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
            ${heading(said(topic.title, topic, context), context, "title")}${topic.subtitle ? html`<p class="subtitle" part="subtitle">${said(topic.subtitle, topic, context)}</p>` : nothing}${renderReview(topic, context)}
            ${PIECES.intro?.(topic, context)}
          </header>
          ${prose ? nothing : html`<div class="block">${renderKeyPoints(topic, inner)}</div>`}`
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

/** A new section, or what stands for itself at the end of a page. */
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
  files: TopicFiles,
  context: RenderContext,
  { prose, nested }: { prose: boolean; nested: boolean },
): unknown {
  if (block.block === "text") return renderText(block, context);
  if (prose) return nothing;
  const inner = nested ? below(context) : context;
  const { benefits, injuries, timings, faqs, studies } = files;
  switch (block.block) {
    case "benefits":
      return benefits ? renderBenefits({ ...benefits, views: [block] }, inner, {}) : nothing;
    case "injuries":
      return injuries ? renderInjuries({ ...injuries, views: [block] }, inner, {}) : nothing;
    case "timings":
      return timings ? renderTimings({ ...timings, views: [block] }, inner) : nothing;
    case "faqs":
      return faqs ? renderFaq({ ...faqs, views: [block] }, inner, { open: "none", single: false }) : nothing;
    case "studies":
      return studies ? renderStudies({ ...studies, views: [block] }, inner) : nothing;
    case "booking":
      return renderBooking({ ...files, topic: { ...files.topic, body: [block] } }, inner, { compact: false });
    case "disclaimer":
      return renderDisclaimer({ ...files, topic: { ...files.topic, body: [block] } }, inner);
    default:
      // A newer contract may know more blocks.
      return nothing;
  }
}

const renderText = (block: TextBlock, context: RenderContext): unknown =>
  html`<div class="prose" part="text" lang=${langOf(block)} dir=${dirOf(block)}>${blockHeading(block, inside(block, context), block.slug)}${richText(block.paragraphs, context)}</div>`;
