/** The blocks of a topic's page -> the blocks of its file. Pure, and field by field, as in `contract.ts`. */
import type {
  BenefitsBlock,
  BodyBlock,
  BookingBlock,
  InjuriesBlock,
  TextBlock,
  TimingsBlock,
} from "@clinic-widgets/shared";
import type { Localized } from "../documents/types.ts";
import { richTextOf } from "./richText.ts";
import { listOrNothing, textsOf } from "./rows.ts";
import { omitEmpty, type Unchecked } from "./unchecked.ts";

/** A block as editors arrange it, with its topic's `lang` when that fell back. */
type BlockRow = NonNullable<Localized<"topics">["body"]>[number] & { lang?: string | undefined };

/** A block of the page; lists of them are the views of a topic's lists. */
export function bodyBlock(row: BlockRow): Unchecked<BodyBlock> {
  const common = { id: String(row.id), lang: row.lang, heading: row.heading };
  switch (row.blockType) {
    case "text":
      return omitEmpty<TextBlock>({
        block: row.blockType,
        ...common,
        slug: row.sectionSlug,
        paragraphs: richTextOf(row.paragraphs),
      });
    case "benefits":
      return omitEmpty<BenefitsBlock>({
        block: row.blockType,
        ...common,
        group: row.group,
        view: row.view,
        subheading: row.subheading,
        studyBoxHeading: row.studyBoxHeading,
        columns: listOrNothing(row.columns),
      });
    case "injuries":
      return omitEmpty<InjuriesBlock>({
        block: row.blockType,
        ...common,
        view: row.view,
        columns: listOrNothing(row.columns),
      });
    case "timings":
      return omitEmpty<TimingsBlock>({
        block: row.blockType,
        ...common,
        columns: listOrNothing(row.columns),
      });
    case "booking":
      return omitEmpty<BookingBlock>({
        block: row.blockType,
        ...common,
        text: listOrNothing(richTextOf(row.text)),
        bullets: textsOf(row.bullets),
      });
    case "faqs":
    case "studies":
    case "disclaimer":
      return omitEmpty<PlainBlock>({ block: row.blockType, ...common });
    default:
      return unknownBlock(row);
  }
}

type PlainBlock = Extract<BodyBlock, { block: "faqs" | "studies" | "disclaimer" }>;

/** A row of a kind that editors cannot choose, as a damaged one is: the contract refuses it. */
const unknownBlock = (row: never): Unchecked<BodyBlock> => ({
  block: (row as { blockType?: never }).blockType,
});
